package org.quietbell.app;

import java.util.Optional;
import org.quietbell.hit.OtherSite;
import org.quietbell.hit.Rejudged;
import org.quietbell.match.Judge;
import org.quietbell.watch.WatchId;

/// What a change of hers does to what is kept: shown first, and told of by that alone never.
///
/// @param prompts to whoever makes the change
record JudgedAnew(Installation installation, Prompts prompts) {
    /// Judges what is kept of a watch by what holds now. What becomes likely is told like something
    /// new only after a yes.
    void afterChange(WatchId watch) {
        Judge judge = installation.roster().judge();
        Rejudged preview = installation.store().hits().preview(watch, judge);
        boolean tell = false;
        if (preview.raised() > 0 || preview.lowered() > 0) {
            prompts.note("line.changes-shown", preview.raised(), preview.lowered());
            tell = preview.raised() > 0 && prompts.yes("ask.tell-raised");
        }
        installation.store().hits().rejudge(watch, judge, tell);
    }

    /// Shows what a rule would change, and keeps it only after a yes.
    ///
    /// @return the rule, if it was kept
    Optional<OtherSite> offer(OtherSite rule) {
        Labelling labelling = new Labelling(installation);
        Rejudged preview = labelling.preview(rule);
        prompts.note("line.changes-shown", preview.raised(), preview.lowered());
        if (!prompts.yes("ask.rule", rule.site())) {
            return Optional.empty();
        }
        labelling.keep(rule);
        return Optional.of(rule);
    }
}
