package org.quietbell.evidence;

import java.time.Instant;
import java.time.ZoneId;

/// What the first sheet of a pack says. Texts that were not given are empty.
///
/// @param whose whose record it is, as she wants it to stand there
/// @param by who prepared it
/// @param recipient for whom
/// @param purpose for what
/// @param at when it was made
/// @param zone for local times
/// @param program its name and version
public record Cover(
        String whose,
        String by,
        String recipient,
        String purpose,
        Instant at,
        ZoneId zone,
        String program) {}
