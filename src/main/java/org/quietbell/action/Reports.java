package org.quietbell.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.watch.CaseId;

/// The reports that are kept. Events are only added. Safe for many threads.
public interface Reports {
    /// Adds an event, on the disk when this returns. One of kind [ReportEvent.Prepared] begins a
    /// report; any other must be about a report of that case.
    ///
    /// @return the report after it; empty if nothing was added: the event says what is known
    ///   already ([Report#with]), that case has no such report, or a report of that name was begun
    Optional<Report> append(CaseId caseId, ReportEvent event);

    /// All of a case, in the order in which they were begun.
    List<Report> of(CaseId caseId);

    /// The cases that have a report.
    Set<CaseId> cases();

    /// That report, of whatever case.
    Optional<Report> find(ReportId id);
}
