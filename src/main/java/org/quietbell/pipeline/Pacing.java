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
import java.util.stream.Stream;
import org.quietbell.notice.Pause;
import org.quietbell.source.Charge;
import org.quietbell.source.FeedPace;
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
    private final Roster roster;
    private final SourceStates states;
    private final Map<SourceId, Standing> standings;
    private final Instant now;
    private final Questions questions;

    private Pacing(
            Roster roster,
            SourceStates states,
            Map<SourceId, Standing> standings,
            Collection<Pause> pauses,
            Instant now) {
        this.roster = roster;
        this.states = states;
        this.standings = standings;
        this.now = now;
        this.questions = new Questions(roster, states, pauses, now);
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
        double most = questions.load(entry, questions.together(entry.id()));
        return most > 1
                ? Duration.ofSeconds((long) Math.ceil(entry.every().toMillis() * most / 1000.0))
                : entry.every();
    }

    /// One question: a query of a watch, or everything for all.
    record Term(Optional<WatchId> watch, Query query) {}

    /// The questions that a search is asked for one watch now.
    List<Query> questions(Roster.Place place, Watch watch) {
        return questions.of(place, watch);
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
                                        questions.of(place, watch).stream())
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
                List<Standing> asked = isList(place) ? List.of() : standings(place, watchedCase);
                // a list is one question for everybody, however many she has watched; a place that
                // cannot be asked, or has no question of hers, is as it says itself
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

    private static boolean isList(Roster.Place place) {
        return place.source().flatMap(source -> source.request(new Query.Everything())).isPresent();
    }

    private List<Standing> standings(Roster.Place place, WatchedCase watchedCase) {
        SourceId id = place.entry().id();
        return watchedCase.watches().stream()
                .flatMap(watch ->
                        questions.of(place, watch).stream()
                                .map(query -> new Term(Optional.of(watch.id()), query)))
                .flatMap(term -> questions.standings(id, term))
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
                .flatMap(place -> questions.of(place, watch).stream())
                .filter(query -> query instanceof Query.AnyOf)
                .mapToInt(query -> query.parts().size())
                .sum();
    }

    /// How a search does for each watch that it is asked for; nothing for a list.
    public List<Health> healths(SourceEntry entry) {
        Map<WatchId, List<Standing>> asked = new LinkedHashMap<>();
        for (Term term : roster.place(entry.id()).map(questions::terms).orElse(List.of())) {
            term.watch()
                    .ifPresent(watch ->
                            asked.computeIfAbsent(watch, _ -> new ArrayList<>())
                                    .addAll(questions.standings(entry.id(), term).toList()));
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
        List<Term> terms = charges.isEmpty() ? List.of() : questions.terms(place);
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
        return questions
                .standings(source, term)
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
