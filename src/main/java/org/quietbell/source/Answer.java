package org.quietbell.source;

import java.time.Instant;
import org.quietbell.http.Fault;

/// What came of one question.
public sealed interface Answer {
    /// It answered.
    record Found(Page page, Receipt receipt, Validators validators) implements Answer {}

    /// It has not changed since the validators we sent.
    record Unchanged(Validators validators) implements Answer {}

    /// It asked us to wait.
    ///
    /// @param until at most 24 hours ahead
    record RateLimited(Instant until) implements Answer {}

    /// It did not answer, and why.
    record Failed(Fault fault) implements Answer {}
}
