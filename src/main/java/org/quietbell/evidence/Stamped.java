package org.quietbell.evidence;

import java.time.Instant;

/// What a time-stamp authority answered about the end of a log (R3.5).
///
/// @param answer as it sent it, over the hash of the last entry
/// @param at by its clock
/// @param authority its host
public record Stamped(byte[] answer, Instant at, String authority) {}
