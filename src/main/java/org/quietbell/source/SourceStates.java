package org.quietbell.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// What is remembered of the asking: how each source is doing, what was spent on it, and the
/// validators of each question. Safe for many threads.
///
/// A question is one query of one watch, or everything, put to one source.
public interface SourceStates {
    /// How that source is doing.
    Standing standing(SourceId source);

    /// How every source is doing that was ever asked.
    Map<SourceId, Standing> standings();

    /// Remembers how it is doing; writes nothing if only [Standing#lastAsked] and
    /// [Standing#lastAnswer] moved by less than a minute.
    void remember(SourceId source, Standing standing);

    /// The validators of that question, if it may be asked conditionally.
    ///
    /// @param watch whose query it is; empty for [Query.Everything]
    Validators validators(SourceId source, Optional<WatchId> watch, Query query);

    /// How one question does: its [Standing#habits] and [Standing#notBefore] are always empty.
    ///
    /// @param watch whose query it is
    Standing standing(SourceId source, WatchId watch, Query query);

    /// Remembers how one question does.
    void remember(SourceId source, WatchId watch, Query query, Standing standing);

    /// Takes one request out of all these budgets, or none out of any.
    ///
    /// @return empty if it was taken; else the moment at which there is one again in all of them
    Optional<Instant> spend(List<Charge> charges, Instant now);

    /// When these budgets have room for a request, without taking one.
    ///
    /// @return empty if they have now
    Optional<Instant> free(List<Charge> charges, Instant now);
}
