package org.quietbell.action;

import org.quietbell.watch.CaseId;

class MemoryReportsTest extends ReportsContract {
    private final Reports reports = new MemoryReports();

    @Override
    protected Reports reports() {
        return reports;
    }

    @Override
    protected CaseId caseId() {
        return new CaseId("case-1");
    }

    @Override
    protected CaseId otherCase() {
        return new CaseId("case-2");
    }
}
