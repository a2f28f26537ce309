package org.quietbell.source;

import java.time.Instant;
import java.util.Optional;

/// One raw entry of an answer, as text: markup, control and bidirectional characters are gone from
/// title and snippet, and nothing of an image was read (R1.18, R3.11).
///
/// @param item the source's own id of the entry as received (a feed's guid or Atom id), else empty
/// @param title text, perhaps empty
/// @param snippet text, perhaps empty
/// @param address the entry's address as received, byte for byte; perhaps empty
/// @param rank place in the answer, from 1
/// @param language as the source claims, e.g. `en`
/// @param published when, as read from the source's claim; empty if it claims none that can be read
/// @param claimed the claim itself, as received
public record Finding(
        String item,
        String title,
        String snippet,
        String address,
        int rank,
        Optional<String> language,
        Optional<Instant> published,
        Optional<String> claimed) {
    /// The same at another place in the answer.
    Finding ranked(int place) {
        return new Finding(item, title, snippet, address, place, language, published, claimed);
    }
}
