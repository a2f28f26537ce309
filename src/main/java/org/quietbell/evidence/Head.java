package org.quietbell.evidence;

import java.util.Optional;

/// Where a log ends. Kept apart from the log, it shows whether the end was cut off.
///
/// @param log the log's random name
/// @param seq the number of its last entry
/// @param hash of its last entry, 64 lower-case hexadecimal digits
public record Head(String log, long seq, String hash) {
    /// On one line, as [#of] reads it.
    public String text() {
        return log + " " + seq + " " + hash;
    }

    /// Reads what [#text] wrote; empty if it is nothing of the kind.
    public static Optional<Head> of(String text) {
        String[] parts = text.strip().split(" ", -1);
        boolean sound =
                parts.length == 3
                        && parts[0].matches("[a-z2-7]{16}")
                        && parts[1].matches("[1-9][0-9]{0,14}")
                        && parts[2].matches("[0-9a-f]{64}");
        return sound
                ? Optional.of(new Head(parts[0], Long.parseLong(parts[1]), parts[2]))
                : Optional.empty();
    }
}
