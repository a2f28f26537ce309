package org.quietbell.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.watch.CaseId;

/// Reports in memory. Safe for many threads.
public final class MemoryReports implements Reports {
    private final Map<ReportId, Report> all = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Report> append(CaseId caseId, ReportEvent event) {
        Optional<Report> known =
                Optional.ofNullable(all.get(event.report()))
                        .filter(report -> report.caseId().equals(caseId));
        Optional<Report> after =
                event instanceof Prepared prepared
                        ? Optional.of(Report.of(caseId, prepared))
                                .filter(report -> !all.containsKey(report.id()))
                        : known.flatMap(report -> report.with(event));
        after.ifPresent(report -> all.put(report.id(), report));
        return after;
    }

    @Override
    public synchronized List<Report> of(CaseId caseId) {
        return all.values().stream().filter(report -> report.caseId().equals(caseId)).toList();
    }

    @Override
    public synchronized Set<CaseId> cases() {
        return all.values().stream().map(Report::caseId).collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<Report> find(ReportId id) {
        return Optional.ofNullable(all.get(id));
    }
}
