package org.quietbell.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.OtherSite;
import org.quietbell.hit.Rejudged;
import org.quietbell.hit.SiteJudge;

/// Says of what was found whom it is about, by command or by page, and knows the rule for a whole
/// site that "someone else" offers (R6.4).
record Labelling(Installation installation) {
    /// @return false if nothing has that id
    boolean label(HitId id, Label label, Instant at) {
        boolean found = installation.store().hits().label(id, label, at);
        if (found) {
            installation.labelled();
        }
        return found;
    }

    /// The rule that would be offered. To be asked for before the label: that erases the address.
    Optional<OtherSite> rule(HitId id, Instant at) {
        String free = installation.register().freeRuleId();
        return installation
                .store()
                .hits()
                .find(id)
                .flatMap(hit ->
                        hit.finding()
                                .map(finding -> CanonicalRules.site(finding.address()))
                                .filter(site -> !site.isBlank())
                                .map(site -> new OtherSite(free, hit.watch(), site, at)));
    }

    /// What a rule would change.
    Rejudged preview(OtherSite rule) {
        return installation
                .store()
                .hits()
                .preview(rule.watch(), new SiteJudge(installation.roster().judge(), List.of(rule)));
    }

    /// Keeps a rule. What becomes likely by it is not told by that.
    void keep(OtherSite rule) {
        installation.store().otherSites().add(rule);
        installation.changed("rule");
        installation.store().hits().rejudge(rule.watch(), installation.roster().judge(), false);
    }
}
