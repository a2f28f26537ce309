package org.quietbell.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.http.Fault;

/// What came of one question.
public sealed interface Answer {
    /// It answered.
    ///
    /// @param page all findings together, ranked through
    /// @param parts the same by request, at least one
    /// @param validators none if it took more than one request
    record Found(Page page, List<Part> parts, Validators validators, Aside aside)
            implements Answer {
        /// What one request brought, and how.
        public record Part(Page page, Receipt receipt) {}

        public Found {
            parts = List.copyOf(parts);
        }

        /// An answer to one request.
        public Found(Page page, Receipt receipt, Validators validators) {
            this(page, List.of(new Part(page, receipt)), validators, Aside.NOTHING);
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
    ///
    /// @param fresh how long the headers of this answer say that it holds
    record Unchanged(Validators validators, FeedPace fresh, Aside aside) implements Answer {
        /// An answer that says nothing but that.
        public Unchanged(Validators validators) {
            this(validators, FeedPace.NONE, Aside.NOTHING);
        }
    }

    /// What an answer says by the way.
    ///
    /// @param whereabouts whether the source's own address holds
    /// @param rests when it may be asked again, if it says that its allowance is used up with this
    record Aside(Whereabouts whereabouts, Optional<Instant> rests) {
        /// Nothing by the way.
        public static final Aside NOTHING = new Aside(new Whereabouts.Same(), Optional.empty());
    }

    /// It asked us to wait.
    ///
    /// @param until at most 24 hours ahead
    /// @param fault in what words, for `status`; usually of kind `QUOTA`
    record RateLimited(Instant until, Fault fault) implements Answer {}

    /// It says that it is gone for good (410).
    record Gone(Fault fault) implements Answer {}

    /// It did not answer, and why.
    record Failed(Fault fault) implements Answer {}
}
