package org.quietbell.source;

import java.time.Instant;
import java.util.List;
import org.quietbell.http.Fault;

/// What came of one question.
public sealed interface Answer {
    /// It answered.
    ///
    /// @param page all findings together, ranked through
    /// @param parts the same by request, at least one
    /// @param validators none if it took more than one request
    record Found(Page page, List<Part> parts, Validators validators) implements Answer {
        /// What one request brought, and how.
        public record Part(Page page, Receipt receipt) {}

        public Found {
            parts = List.copyOf(parts);
        }

        /// An answer to one request.
        public Found(Page page, Receipt receipt, Validators validators) {
            this(page, List.of(new Part(page, receipt)), validators);
        }

        /// How the first findings were come by, or, if there are none, the last answer.
        public Receipt receipt() {
            return parts.stream()
                    .filter(part -> !part.page().findings().isEmpty())
                    .findFirst()
                    .orElse(parts.getLast())
                    .receipt();
        }
    }

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
