package org.quietbell.notice;

import java.util.List;
import java.util.Optional;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// What people chose, and their pauses. Safe for many threads; when a change returns, it is on the
/// disk and holds for the next send.
public interface Hearings {
    /// How the person of that case wants to hear; empty: she has not chosen.
    Optional<Hearing> of(CaseId caseId);

    /// Keeps her choice.
    void put(CaseId caseId, Hearing hearing);

    /// A change from a settings file that says or sends more, and waits for her confirmation.
    Optional<Hearing> waiting(CaseId caseId);

    /// Keeps a change that waits; empty: none waits any more.
    void setWaiting(CaseId caseId, Optional<Hearing> hearing);

    /// How far whoever hears first in that case has come; [HelperState#NONE] at first.
    HelperState helper(CaseId caseId);

    /// Keeps how far she has come.
    void setHelper(CaseId caseId, HelperState state);

    /// All pauses that were not taken back, ended or not.
    List<Pause> pauses();

    /// Adds a pause; one of the same scope is replaced.
    void pause(Pause pause);

    /// Takes a pause back.
    ///
    /// @return whether there was one
    boolean resume(PauseScope scope);

    /// Takes back the pause of a watch, or of everything.
    default boolean resume(Optional<WatchId> watch) {
        return resume(PauseScope.of(watch));
    }
}
