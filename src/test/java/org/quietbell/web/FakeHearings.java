package org.quietbell.web;

import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.watch.CaseId;

/// How somebody wants to hear; it can be read only.
record FakeHearings(Optional<Hearing> hearing, List<Pause> pauses) implements Hearings {
    @Override
    public Optional<Hearing> of(CaseId caseId) {
        return hearing;
    }

    @Override
    public void put(CaseId caseId, Hearing chosen) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Hearing> waiting(CaseId caseId) {
        return Optional.empty();
    }

    @Override
    public void setWaiting(CaseId caseId, Optional<Hearing> chosen) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HelperState helper(CaseId caseId) {
        return HelperState.NONE;
    }

    @Override
    public void setHelper(CaseId caseId, HelperState state) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Pause> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public void pause(Pause pause) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean resume(PauseScope scope) {
        throw new UnsupportedOperationException();
    }
}
