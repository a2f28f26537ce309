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
    /// does not count, and whoever was named as a helper now sees what is found from now on
    /// (R1.20).
    static void keep(Store store, CaseId caseId, Hearing hearing, Instant now) {
        // first: a helper whose start is not kept would see all that was ever found
        store.hearings()
                .setHelper(
                        caseId,
                        store.hearings()
                                .helper(caseId)
                                .after(store.hearings().of(caseId), hearing, now));
        store.hearings().put(caseId, hearing);
        store.hearings().setWaiting(caseId, Optional.empty());
        store.notices()
                .keep(caseId, RecipientId.SELF, now, new Decision(Optional.empty(), List.of()));
    }
}
