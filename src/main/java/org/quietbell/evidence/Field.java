package org.quietbell.evidence;

/// The text of one field, with what salts its digest.
///
/// @param salt 32 lower-case hexadecimal digits, random: without it nobody can try out texts until
///   the digest of an erased one fits
/// @param text never empty
public record Field(String salt, String text) {}
