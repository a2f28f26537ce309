package org.quietbell.json;

/// What was read is not one JSON value.
///
/// The message names the kind of fault and never repeats what was read.
public final class MalformedJsonException extends Exception {
    MalformedJsonException(String what) {
        super("not JSON: " + what);
    }

    /// The library's message quotes its input, so only the kind of its complaint is kept.
    MalformedJsonException(tools.jackson.core.JacksonException cause) {
        super("not JSON: " + cause.getClass().getSimpleName());
    }
}
