package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How an answer was come by: the part of the provenance that belongs to the whole answer.
///
/// @param asked the exact address that was asked, with its query; a secret to be sealed
/// @param connector type and version, see [Source#connector]
/// @param at when the answer had arrived
/// @param digest SHA-256 of the decoded body, 64 lower-case hexadecimal digits
/// @param clockOffset the answering server's clock minus ours, if it told its time
public record Receipt(
        String asked,
        String connector,
        Instant at,
        String digest,
        Optional<Duration> clockOffset) {}
