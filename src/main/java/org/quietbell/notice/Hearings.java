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

    /// All pauses that were not taken back, ended or not.
    List<Pause> pauses();

    /// Adds a pause; one of the same watch (or of everything) is replaced.
    void pause(Pause pause);

    /// Takes a pause back.
    ///
    /// @param watch which; empty: the one of everything
    /// @return whether there was one
    boolean resume(Optional<WatchId> watch);
}
