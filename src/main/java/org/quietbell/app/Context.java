package org.quietbell.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.quietbell.words.Speech;
import org.quietbell.words.Words;

/// What every command is given.
///
/// @param options the ones every command takes
/// @param terminal where answers go and questions are put
/// @param access to the store
/// @param clock the present
/// @param zone in which times are shown and read where the person has chosen none
/// @param spoken in which language it speaks, asked only when something is said: the options that
///   it depends on are read after this was made
record Context(
        Options options,
        Terminal terminal,
        Access access,
        InstantSource clock,
        ZoneId zone,
        Supplier<Speech> spoken) {
    /// In which language it speaks.
    Speech speech() {
        return spoken.get();
    }

    /// The sentences.
    Words words() {
        return speech().words();
    }

    /// The same in that language.
    Context speaking(Speech speech) {
        return new Context(options, terminal, access, clock, zone, () -> speech);
    }
}
