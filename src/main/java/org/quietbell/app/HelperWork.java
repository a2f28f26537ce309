package org.quietbell.app;

import java.time.InstantSource;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.RecipientId;
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

    /// Keeps who hears first, or who stands in. How far anybody else had come there is forgotten.
    ///
    /// @param hearing with her named in it
    void named(CaseId caseId, Hearing hearing, RecipientId who) {
        boolean standsIn = hearing.isStandIn(who);
        boolean same =
                installation
                        .store()
                        .hearings()
                        .of(caseId)
                        .filter(before ->
                                before.isHeardFirstBy(who) && before.isStandIn(who) == standsIn)
                        .isPresent();
        HelperState state = installation.store().hearings().helper(caseId);
        changed(caseId, hearing, same ? state : state.with(standsIn, HelperState.One.NONE));
    }

    /// Nobody stands in for the helper any more.
    void endStandIn(CaseId caseId, Hearing hearing) {
        HelperState state = installation.store().hearings().helper(caseId);
        changed(caseId, hearing, state.with(true, HelperState.One.NONE));
    }

    /// Nobody hears first any more.
    void end(CaseId caseId, Hearing hearing) {
        changed(caseId, hearing, HelperState.NONE);
    }

    private void changed(CaseId caseId, Hearing hearing, HelperState state) {
        Choice.keep(installation.store(), caseId, hearing, clock.instant());
        installation.store().hearings().setHelper(caseId, state);
        installation.relay().run();
        installation.consider();
        installation.changed("helper");
    }
}
