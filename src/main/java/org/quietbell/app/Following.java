package org.quietbell.app;

import java.time.Instant;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent;
import org.quietbell.action.Reports;
import org.quietbell.action.StillListed;
import org.quietbell.evidence.SavedPages;
import org.quietbell.watch.CaseId;

/// Notes what has become of saved pages and of those that somebody was asked about, by what the
/// rounds saw. Asks nobody.
record Following(Saving saving, Reports reports, SavedPages pages) {
    static Following of(Installation installation) {
        return new Following(
                installation.saving(),
                installation.store().reports(),
                installation.store().savedPages());
    }

    /// Notes it, in the evidence logs.
    void look(Instant now) {
        saving.follow(now);
        for (CaseId caseId : reports.cases()) {
            for (Report report : reports.of(caseId)) {
                for (ReportEvent event : StillListed.events(report, pages::find, now)) {
                    reports.append(caseId, event);
                }
            }
        }
    }
}
