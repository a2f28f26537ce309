package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.quietbell.notice.Pause;
import org.quietbell.source.Budget;
import org.quietbell.source.Charge;
import org.quietbell.source.FeedPace;
import org.quietbell.source.Joining;
import org.quietbell.source.Move;
import org.quietbell.source.Pace;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.source.Step;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// How often and when each source is asked, as its settings, its own wishes, its budget and its
/// state have it. A view of one moment; not for longer.
public final class Pacing {
    /// More than any question takes.
    private static final int MOST_TOGETHER = 16;

    private final Roster roster;
    private final SourceStates states;
    private final Map<SourceId, Standing> standings;
    private final Collection<Pause> pauses;
    private final Instant now;
    private final Map<SourceId, Integer> together = new ConcurrentHashMap<>();
    private final Map<Part, Standing> parts = new ConcurrentHashMap<>();

    /// One term of a watch at one source.
    private record Part(SourceId source, WatchId watch, Query query) {}

    private Pacing(
            Roster roster,
            SourceStates states,
            Map<SourceId, Standing> standings,
            Collection<Pause> pauses,
            Instant now) {
        this.roster = roster;
        this.states = states;
        this.standings = standings;
        this.pauses = pauses;
        this.now = now;
    }

    /// The view of all sources.
    public static Pacing of(
            Roster roster, SourceStates states, Collection<Pause> pauses, Instant now) {
        return new Pacing(roster, states, states.standings(), pauses, now);
    }

    /// The view of one source: of all others it knows only what they are set to.
    public static Pacing of(
            Roster roster,
            SourceStates states,
            SourceId source,
            Collection<Pause> pauses,
            Instant now) {
        return new Pacing(roster, states, Map.of(source, states.standing(source)), pauses, now);
    }

    /// Which sources are asked elsewhere than at the address that was set.
    public static Map<SourceId, Move> moved(Map<SourceId, Standing> standings) {
        Map<SourceId, Move> moved = new HashMap<>();
        standings.forEach((source, standing) ->
                standing.habits()
                        .move()
                        .filter(move -> move.of(move.set()).isPresent())
                        .ifPresent(move -> moved.put(source, move)));
        return moved;
    }

    /// Which sources are asked elsewhere than at the address that was set.
    public Map<SourceId, Move> moved() {
        return moved(standings);
    }

    /// How a source does.
    public Standing standing(SourceId source) {
        return standings.getOrDefault(source, Standing.NEVER_ASKED);
    }

    /// How often each question is put to a source: as it was set, or less often where the source
    /// wishes so or its budget would not last.
    public Tempo tempo(SourceEntry entry) {
        Standing standing = standing(entry.id());
        if (standing.habits().gone()) {
            return new Tempo(entry.every(), Tempo.Reason.GONE);
        }
        FeedPace pace = standing.habits().pace();
        Duration wished = pace.stretched(entry.every());
        Duration lasting = lasting(entry);
        if (lasting.compareTo(wished) > 0) {
            return new Tempo(lasting, Tempo.Reason.BUDGET);
        }
        return new Tempo(
                wished, wished.equals(entry.every()) ? Tempo.Reason.CHOSEN : Tempo.Reason.ITS_WISH);
    }

    /// The least interval at which all budgets last: as much longer than the one that was set as
    /// what is wanted of a purse in a window, by all its sources, is more than what is in it.
    private Duration lasting(SourceEntry entry) {
        double most = load(entry, together(entry.id()));
        return most > 1
                ? Duration.ofSeconds((long) Math.ceil(entry.every().toMillis() * most / 1000.0))
                : entry.every();
    }

    /// How much more than its tightest budget holds is wanted of it; at most 1: it lasts.
    ///
    /// @param most how many terms are put together where that is done when needed
    private double load(SourceEntry entry, int most) {
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
    private int together(SourceId source) {
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

    /// One question: a query of a watch, or everything for all.
    record Term(Optional<WatchId> watch, Query query) {}

    /// All that a source is asked now.
    List<Term> terms(Roster.Place place) {
        return terms(place, together(place.entry().id()));
    }

    private List<Term> terms(Roster.Place place, int most) {
        List<Term> terms = new ArrayList<>();
        if (place.source().isEmpty()) {
            return terms;
        }
        Source source = place.source().get();
        List<Watch> watches = roster.askedFor(place.entry(), pauses, now).watches();
        Query everything = new Query.Everything();
        if (source.request(everything).isPresent()) {
            return watches.isEmpty() ? terms : List.of(new Term(Optional.empty(), everything));
        }
        for (Watch watch : watches) {
            queries(place.entry().id(), source, watch, most)
                    .forEach(query -> terms.add(new Term(Optional.of(watch.id()), query)));
        }
        return terms;
    }

    /// The questions that a search is asked for one watch now.
    List<Query> queries(Roster.Place place, Watch watch) {
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

    private Stream<Standing> standings(SourceId source, Term term) {
        return term.watch().stream()
                .flatMap(watch ->
                        term.query().parts().stream()
                                .map(part -> standing(new Part(source, watch, part))));
    }

    /// What each source that may learn of a watch is asked for it now: the addresses with their
    /// queries, exactly as they are sent, but for keys. Secret; for the person herself.
    public Map<SourceId, List<String>> asked(Watch watch) {
        Map<SourceId, List<String>> asked = new LinkedHashMap<>();
        for (Roster.Place place : roster.places()) {
            if (place.source().isPresent() && mayLearn(place, watch)) {
                Source source = place.source().get();
                asked.put(
                        source.id(),
                        Stream.concat(
                                        Stream.of(new Query.Everything()),
                                        queries(place, watch).stream())
                                .flatMap(query -> source.foreseen(query).stream())
                                .map(Step::asked)
                                .toList());
            }
        }
        return asked;
    }

    /// Where it is looked for that person, whoever else is looked for there.
    public Coverage coverage(WatchedCase watchedCase) {
        List<Coverage.Place> places = new ArrayList<>();
        for (Roster.Place place : roster.places()) {
            SourceEntry entry = place.entry();
            boolean isForHer =
                    !watchedCase.watches().isEmpty()
                            && entry.caseId().filter(id -> !id.equals(watchedCase.id())).isEmpty()
                            && watchedCase.consent().allowsSource(entry.id().value(), now);
            if (isForHer) {
                List<Standing> asked = standings(place, watchedCase);
                // a place that cannot be asked, or has no question of hers, is as it says itself
                Standing whole = standing(entry.id());
                places.add(
                        Coverage.Place.of(
                                watchedCase.watches().getFirst().id(),
                                entry.id(),
                                asked.isEmpty() ? List.of(whole) : asked,
                                whole));
            }
        }
        return new Coverage(places);
    }

    private List<Standing> standings(Roster.Place place, WatchedCase watchedCase) {
        SourceId id = place.entry().id();
        return watchedCase.watches().stream()
                .flatMap(watch ->
                        queries(place, watch).stream()
                                .map(query -> new Term(Optional.of(watch.id()), query)))
                .flatMap(term -> standings(id, term))
                .toList();
    }

    private boolean mayLearn(Roster.Place place, Watch watch) {
        return roster.caseOf(watch.id())
                .filter(c -> c.consent().sources().contains(place.entry().id().value()))
                .isPresent();
    }

    /// How many terms of that watch a source is asked for together with others.
    public int joined(SourceId source, Watch watch) {
        return roster.place(source).stream()
                .flatMap(place -> queries(place, watch).stream())
                .filter(query -> query instanceof Query.AnyOf)
                .mapToInt(query -> query.parts().size())
                .sum();
    }

    /// How a search does for each watch that it is asked for; nothing for a list.
    public List<Health> healths(SourceEntry entry) {
        Map<WatchId, List<Standing>> asked = new LinkedHashMap<>();
        for (Term term : roster.place(entry.id()).map(this::terms).orElse(List.of())) {
            term.watch()
                    .ifPresent(watch ->
                            asked.computeIfAbsent(watch, _ -> new ArrayList<>())
                                    .addAll(standings(entry.id(), term).toList()));
        }
        return Health.of(asked);
    }

    /// When the rounds of every source are.
    public Map<SourceId, Turn> turns() {
        Map<SourceId, Turn> turns = new HashMap<>();
        roster.places().forEach(place -> turns.put(place.entry().id(), turn(place)));
        return turns;
    }

    /// When the rounds of a source are.
    public Turn turn(Roster.Place place) {
        SourceEntry entry = place.entry();
        Standing standing = standing(entry.id());
        Tempo tempo = tempo(entry);
        if (tempo.reason() == Tempo.Reason.GONE) {
            return Turn.every(tempo.every());
        }
        if (standing.fault().isPresent() && standing.notBefore().isPresent()) {
            // a budget that is used up meanwhile keeps it waiting for longer
            Optional<Instant> free = states.free(charges(place), now);
            return new Turn(
                    tempo.every(),
                    Stream.concat(standing.notBefore().stream(), free.stream())
                            .max(Instant::compareTo));
        }
        return new Turn(
                tempo.every(),
                Stream.of(standing.notBefore(), standing.due(entry.every()), goesOn(place, tempo))
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo));
    }

    /// When a round that goes by a budget goes on, or begins anew.
    private Optional<Instant> goesOn(Roster.Place place, Tempo tempo) {
        List<Charge> charges = charges(place);
        List<Term> terms = charges.isEmpty() ? List.of() : terms(place);
        Optional<Instant> first =
                terms.stream()
                        .filter(term -> term.watch().isPresent())
                        .map(term -> due(place.entry().id(), term, tempo.every()))
                        .min(Instant::compareTo);
        Optional<Instant> free = first.flatMap(_ -> states.free(charges, now));
        return first.map(due -> free.filter(due::isBefore).orElse(due))
                // what may go on at once goes on with the next tick
                .map(at -> at.isAfter(now) ? at : now.plusMillis(1));
    }

    private Instant due(SourceId source, Term term, Duration every) {
        return standings(source, term)
                .map(one -> one.lastAsked().map(asked -> asked.plus(every)).orElse(now))
                .min(Instant::compareTo)
                .orElse(now);
    }

    /// What the first request of a question that comes by the schedule is charged to.
    static List<Charge> charges(Roster.Place place) {
        return Charge.paced(place.entry(), place.source().map(Source::pace).orElse(Pace.FREE));
    }

    /// Whether it is a question's turn in a round that comes by the schedule: three quarters of the
    /// interval have gone by, since rounds take their time, or it came to nothing.
    static boolean isDue(Standing question, Duration every, Instant now) {
        return question.fault().isPresent()
                || question.lastAsked()
                        .map(asked -> !now.isBefore(asked.plus(every.multipliedBy(3).dividedBy(4))))
                        .orElse(true);
    }
}
