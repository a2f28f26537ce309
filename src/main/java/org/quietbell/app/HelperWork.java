package org.quietbell.app;

import java.time.Instant;
import java.time.InstantSource;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.watch.CaseId;

/// Changes who hears first and how far she has come, each at once: also for what waits in the
/// outbox (R1.19, R1.22).
record HelperWork(Installation installation, InstantSource clock) {
    /// Keeps how far somebody who hears first has come; what that sets free is told when it may be.
    void keep(CaseId caseId, HelperState state) {
        installation.store().hearings().setHelper(caseId, state);
        installation.changed("helper");
        installation.tell();
    }

    /// Shows whoever hears first, or stands in, what was first seen from then on.
    void from(CaseId caseId, boolean standIn, Instant start) {
        HelperState state = installation.store().hearings().helper(caseId);
        keep(caseId, state.with(standIn, state.of(standIn).from(start)));
    }

    /// Keeps who hears first, or who stands in, or that nobody does any more. How far anybody else
    /// had come there is forgotten.
    void named(CaseId caseId, Hearing hearing) {
        Choice.keep(installation.store(), caseId, hearing, clock.instant());
        installation.relay().run();
        installation.consider();
        installation.changed("helper");
    }
}
