package org.quietbell.http;

import java.time.Instant;

/// What came of one request.
public sealed interface Reply {
    /// A status of 200 to 299.
    record Ok(int status, Body body) implements Reply {}

    /// 304: it is as the validators sent along say. `body` is empty but has headers.
    record NotModified(Body body) implements Reply {}

    /// 429, or 503 with `Retry-After`.
    ///
    /// @param until a minute to 24 hours ahead; from `Retry-After` in seconds or as a date, else a
    ///   minute
    /// @param status 429 or 503
    /// @param body what it said
    record RateLimited(Instant until, int status, Body body) implements Reply {}

    /// Any other status of 400 and above.
    record Refused(int status, Body body) implements Reply {}

    /// No answer at all, or none that is let in.
    record Failed(Fault fault) implements Reply {}
}
