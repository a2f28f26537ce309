package org.quietbell.web;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.quietbell.SettableClock;
import org.quietbell.config.Secret;
import org.quietbell.words.Speech;

/// A program with a passphrase and a store in memory.
final class FakeDesk implements Desk {
    static final String PASSPHRASE = "seven quiet herons";

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
    final FakeInside inside = new FakeInside(clock);
    volatile Speech speech = Speech.NOT_CHOSEN;
    volatile boolean well = true;
    volatile boolean open = true;
    volatile Supplier<Entrance> entrance = () -> new Entrance.ByPassphrase(new Asked());

    FakeDesk() {
        inside.changes.tongue = language -> speech = new Speech(Optional.of(language));
    }

    Entrance.Answer answer(Secret passphrase) {
        if (!passphrase.reveal().equals(inside.passphrase)) {
            return new Entrance.Answer.Wrong();
        }
        open = true;
        return inside.secondSteps.find().isPresent()
                ? new Entrance.Answer.Halfway()
                : new Entrance.Answer.Opened();
    }

    private final class Asked implements Entrance.Gate {
        @Override
        public Entrance.Answer answer(Secret passphrase) {
            return FakeDesk.this.answer(passphrase);
        }

        @Override
        public Entrance.Answer code(String typed) {
            return inside.secondSteps.take(typed, clock.instant())
                    ? new Entrance.Answer.Opened()
                    : new Entrance.Answer.Wrong();
        }
    }

    @Override
    public boolean isWell() {
        return well;
    }

    @Override
    public Entrance entrance() {
        return entrance.get();
    }

    @Override
    public Optional<Inside> inside() {
        return open ? Optional.of(inside) : Optional.empty();
    }

    @Override
    public Speech speech() {
        return speech;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
