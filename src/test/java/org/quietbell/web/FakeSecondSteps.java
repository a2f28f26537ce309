package org.quietbell.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quietbell.people.SecondStep;
import org.quietbell.people.SecondSteps;

/// Keeps a second step in memory.
final class FakeSecondSteps implements SecondSteps {
    volatile Optional<SecondStep> step = Optional.empty();

    @Override
    public Optional<SecondStep> find() {
        return step;
    }

    @Override
    public boolean begin(String secret, String typed, Instant now, List<String> spare) {
        Optional<SecondStep> begun =
                SecondStep.begun(secret, typed, now, spare, UnaryOperator.identity());
        begun.ifPresent(_ -> step = begun);
        return begun.isPresent();
    }

    @Override
    public void renew(List<String> spare) {
        step = step.map(before -> before.withSpare(spare, UnaryOperator.identity()));
    }

    @Override
    public boolean take(String typed, Instant now) {
        Optional<SecondStep> after =
                step.flatMap(before -> before.used(typed, now, UnaryOperator.identity()));
        after.ifPresent(_ -> step = after);
        return after.isPresent();
    }

    @Override
    public boolean end() {
        boolean was = step.isPresent();
        step = Optional.empty();
        return was;
    }
}
