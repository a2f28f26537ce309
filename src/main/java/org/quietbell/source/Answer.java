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
    /// @param fault in what words, for `status`; usually of kind `QUOTA`
    record RateLimited(Instant until, Fault fault) implements Answer {}

    /// It did not answer, and why.
    record Failed(Fault fault) implements Answer {}
}
