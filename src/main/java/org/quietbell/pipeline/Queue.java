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
        Map<Q, List<Standing>> last = new LinkedHashMap<>();
        questions.forEach(question -> last.put(question, parts(source, term.apply(question))));
        return last.entrySet().stream()
                .filter(one ->
                        manner == Collect.Manner.ON_REQUEST
                                || one.getValue().stream()
                                        .anyMatch(part -> Pacing.isDue(part, every, now)))
                .sorted(Comparator.comparing(one -> longestAgo(one.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Remembers what came of a question of a watch.
    void remember(SourceEntry entry, Pacing.Term term, Answer answer, Instant now) {
        for (Query part : term.query().parts()) {
            term.watch()
                    .ifPresent(watch ->
                            states.remember(
                                    entry.id(),
                                    watch,
                                    part,
                                    Standings.after(
                                            states.standing(entry.id(), watch, part),
                                            answer,
                                            now,
                                            0,
                                            entry.every(),
                                            Optional.empty())));
        }
    }

    private List<Standing> parts(SourceId source, Pacing.Term term) {
        return term.query().parts().stream()
                .map(part ->
                        term.watch()
                                .map(watch -> states.standing(source, watch, part))
                                .orElse(Standing.NEVER_ASKED))
                .toList();
    }

    private static Instant longestAgo(List<Standing> parts) {
        return parts.stream()
                .map(part -> part.lastAsked().orElse(Instant.MIN))
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /// Takes one request for a question out of all budgets that it concerns.
    ///
    /// @return whether there was one
    boolean spend(Roster.Place place, Pacing.Term term, Collect.Manner manner, Instant now) {
        boolean waits = place.source().map(source -> source.pace().isWaitedOut()).orElse(true);
        boolean isPaced =
                term.watch().isPresent() && (manner == Collect.Manner.SCHEDULED || !waits);
        List<Charge> charges = isPaced ? Pacing.charges(place) : Charge.of(place.entry());
        return states.spend(charges, now).isEmpty();
    }
}
