package org.quietbell.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.quietbell.notice.Pause;
import org.quietbell.source.Budget;
import org.quietbell.source.Charge;
import org.quietbell.source.Joining;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// What each source is asked now, and how much that is for its budgets: which terms go into one
/// question. A view of one moment.
final class Questions {
    /// More than any question takes.
    private static final int MOST_TOGETHER = 16;

    private final Roster roster;
    private final SourceStates states;
    private final Collection<Pause> pauses;
    private final Instant now;
    private final Map<SourceId, Integer> together = new ConcurrentHashMap<>();
    private final Map<Part, Standing> parts = new ConcurrentHashMap<>();

    /// One term of a watch at one source.
    private record Part(SourceId source, WatchId watch, Query query) {}

    Questions(Roster roster, SourceStates states, Collection<Pause> pauses, Instant now) {
        this.roster = roster;
        this.states = states;
        this.pauses = pauses;
        this.now = now;
    }

    /// How much more than its tightest budget holds is wanted of it; at most 1: it lasts.
    ///
    /// @param most how many terms are put together where that is done when needed
    double load(SourceEntry entry, int most) {
        double load = 0;
        for (Charge charge : Charge.of(entry)) {
            if (!charge.budgets().isEmpty()) {
                double perSecond = wanted(charge.purse(), most);
                for (Budget budget : charge.budgets()) {
                    double inWindow = perSecond * budget.window().toMillis() / 1000.0;
                    load = Math.max(load, inWindow / budget.requests());
                }
            }
        }
        return load;
    }

    /// How many terms of a watch a source is asked for in one question at most: where it is left to
    /// need, the fewest that make its budgets last, or, if none do, that help most. The fewer, the
    /// more of an answer each of them has to itself.
    int together(SourceId source) {
        return together.computeIfAbsent(
                source,
                id ->
                        roster.place(id)
                                .map(place ->
                                        switch (joining(place)) {
                                            case NEVER -> 1;
                                            case ALWAYS -> MOST_TOGETHER;
                                            case WHEN_NEEDED -> needed(place.entry());
                                        })
                                .orElse(1));
    }

    private static Joining joining(Roster.Place place) {
        return place.source().map(Source::joining).orElse(Joining.NEVER);
    }

    private int needed(SourceEntry entry) {
        int best = 1;
        double least = load(entry, 1);
        for (int most = 2; most <= MOST_TOGETHER && least > 1; most++) {
            double load = load(entry, most);
            if (load < least) {
                best = most;
                least = load;
            }
        }
        return best;
    }

    /// Requests in a second that all sources of a purse would make if it had no end.
    private double wanted(Charge.Purse purse, int most) {
        double perSecond = 0;
        for (Roster.Place place : roster.places()) {
            SourceEntry entry = place.entry();
            boolean shares =
                    Charge.of(entry).stream().anyMatch(charge -> charge.purse().equals(purse));
            if (shares) {
                int at =
                        switch (joining(place)) {
                            case NEVER -> 1;
                            case ALWAYS -> MOST_TOGETHER;
                            case WHEN_NEEDED -> most;
                        };
                perSecond += 1000.0 * inRound(place, at) / Math.max(1, entry.every().toMillis());
            }
        }
        return perSecond;
    }

    /// Requests that a whole round takes, as far as that can be foreseen.
    private int inRound(Roster.Place place, int most) {
        return terms(place, most).stream()
                .mapToInt(term ->
                        place.source()
                                .map(source -> source.foreseen(term.query()).size())
                                .orElse(0))
                .sum();
    }

    /// All that a source is asked now.
    List<Pacing.Term> terms(Roster.Place place) {
        return terms(place, together(place.entry().id()));
    }

    private List<Pacing.Term> terms(Roster.Place place, int most) {
        List<Pacing.Term> terms = new ArrayList<>();
        if (place.source().isEmpty()) {
            return terms;
        }
        Source source = place.source().get();
        List<Watch> watches = roster.askedFor(place.entry(), pauses, now).watches();
        Query everything = new Query.Everything();
        if (source.request(everything).isPresent()) {
            return watches.isEmpty()
                    ? terms
                    : List.of(new Pacing.Term(Optional.empty(), everything));
        }
        for (Watch watch : watches) {
            queries(place.entry().id(), source, watch, most)
                    .forEach(query -> terms.add(new Pacing.Term(Optional.of(watch.id()), query)));
        }
        return terms;
    }

    /// The questions that a search is asked for one watch now.
    List<Query> of(Roster.Place place, Watch watch) {
        SourceId id = place.entry().id();
        return place.source()
                .map(source -> queries(id, source, watch, together(id)))
                .orElse(List.of());
    }

    /// Only what was answered completely, and without a fault when it was asked last, is put
    /// together with others: the first answer to a term is what stood there before, and has to be
    /// as deep as can be; and a question that is refused must not take others with it for good.
    private List<Query> queries(SourceId id, Source source, Watch watch, int most) {
        List<Query> alone = new ArrayList<>();
        List<Query> settled = new ArrayList<>();
        for (Query query : watch.queries()) {
            if (source.request(query).isPresent()) {
                boolean maybe = most > 1 && isSettled(standing(new Part(id, watch.id(), query)));
                (maybe ? settled : alone).add(query);
            }
        }
        alone.addAll(source.together(settled, most));
        return alone;
    }

    private static boolean isSettled(Standing part) {
        return part.lastAnswer().isPresent() && part.fault().isEmpty();
    }

    private Standing standing(Part part) {
        return parts.computeIfAbsent(
                part, one -> states.standing(one.source(), one.watch(), one.query()));
    }

    /// How each term of a question does; nothing for a list.
    Stream<Standing> standings(SourceId source, Pacing.Term term) {
        return term.watch().stream()
                .flatMap(watch ->
                        term.query().parts().stream()
                                .map(part -> standing(new Part(source, watch, part))));
    }
}
