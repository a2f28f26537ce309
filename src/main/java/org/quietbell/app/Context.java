package org.quietbell.app;

import java.time.InstantSource;
import java.time.ZoneId;
import org.quietbell.words.Words;

/// What every command is given.
///
/// @param options the ones every command takes
/// @param terminal where answers go and questions are put
/// @param access to the store
/// @param clock the present
/// @param zone in which times are shown and read where the person has chosen none
/// @param words the sentences
record Context(
        Options options,
        Terminal terminal,
        Access access,
        InstantSource clock,
        ZoneId zone,
        Words words) {}
