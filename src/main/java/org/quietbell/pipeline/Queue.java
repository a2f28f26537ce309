package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.source.Answer;
import org.quietbell.source.Charge;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.source.Standings;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// Whose turn it is among the questions of one source, and what they may spend. Safe for many
/// threads.
record Queue(SourceStates states) {
    /// Those that were not asked for the longest time first, so that a budget that ends in the
    /// middle of a round leaves nobody out for good; by the schedule without those whose turn has
    /// not come again.
    ///
    /// @param term the watch and query of a question; everything for all is never held back
    /// @param every how often each is put
    <Q> List<Q> order(
            SourceId source,
            List<Q> questions,
            Function<Q, Pacing.Term> term,
            Duration every,
            Collect.Manner manner,
            Instant now) {
        Map<Q, Standing> last = new LinkedHashMap<>();
        questions.forEach(question -> last.put(question, standing(source, term.apply(question))));
        return last.entrySet().stream()
                .filter(one ->
                        manner == Collect.Manner.ON_REQUEST
                                || Pacing.isDue(one.getValue(), every, now))
                .sorted(Comparator.comparing(one -> one.getValue().lastAsked().orElse(Instant.MIN)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Remembers what came of a question of a watch.
    void remember(SourceEntry entry, Pacing.Term term, Answer answer, Instant now) {
        term.watch()
                .ifPresent(watch ->
                        states.remember(
                                entry.id(),
                                watch,
                                term.query(),
                                Standings.after(
                                        standing(entry.id(), term),
                                        answer,
                                        now,
                                        0,
                                        entry.every(),
                                        Optional.empty())));
    }

    private Standing standing(SourceId source, Pacing.Term term) {
        Optional<WatchId> watch = term.watch();
        Query query = term.query();
        return watch.map(id -> states.standing(source, id, query)).orElse(Standing.NEVER_ASKED);
    }

    /// Takes one request for a question out of all budgets that it concerns.
    ///
    /// @return whether there was one
    boolean spend(Roster.Place place, Pacing.Term term, Collect.Manner manner, Instant now) {
        boolean isPaced = manner == Collect.Manner.SCHEDULED && term.watch().isPresent();
        List<Charge> charges = isPaced ? Pacing.charges(place) : Charge.of(place.entry());
        return states.spend(charges, now).isEmpty();
    }
}
