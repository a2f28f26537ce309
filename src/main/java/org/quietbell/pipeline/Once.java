package org.quietbell.pipeline;

import java.util.Optional;
import java.util.function.Supplier;

/// A value that is made when it is first asked for, and then kept. Safe for many threads: whoever
/// comes second waits for the first.
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile Optional<T> made = Optional.empty();

    private Once(Supplier<T> maker) {
        this.maker = maker;
    }

    static <T> Once<T> of(Supplier<T> maker) {
        return new Once<>(maker);
    }

    @Override
    public T get() {
        Optional<T> there = made;
        return there.isPresent() ? there.get() : making();
    }

    private synchronized T making() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.orElseThrow();
    }
}
