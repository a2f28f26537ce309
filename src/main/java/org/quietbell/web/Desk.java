package org.quietbell.web;

import java.time.InstantSource;
import java.util.Optional;
import org.quietbell.words.Speech;
import org.quietbell.words.Words;

/// What the pages ask of the program behind them. Safe for many threads.
public interface Desk {
    /// Whether it does what it should: the schedule ticks, or the store waits locked.
    boolean isWell();

    /// How a visitor comes in. Asked anew at each request.
    Entrance entrance();

    /// What is behind the door; empty while the store is locked.
    Optional<Inside> inside();

    /// In which language it speaks by now.
    Speech speech();

    /// Its sentences.
    default Words words() {
        return speech().words();
    }

    /// The present.
    InstantSource clock();
}
