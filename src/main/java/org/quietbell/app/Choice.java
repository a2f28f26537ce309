package org.quietbell.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.RecipientId;
import org.quietbell.store.Store;
import org.quietbell.watch.CaseId;

/// Keeps what a person chose.
final class Choice {
    private Choice() {}

    /// Keeps how she wants to hear, and that she chose it now: a time of this day that has gone by
    /// does not count.
    static void keep(Store store, CaseId caseId, Hearing hearing, Instant now) {
        store.hearings().put(caseId, hearing);
        store.hearings().setWaiting(caseId, Optional.empty());
        store.notices()
                .keep(caseId, RecipientId.SELF, now, new Decision(Optional.empty(), List.of()));
    }
}
