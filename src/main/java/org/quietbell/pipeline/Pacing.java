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
import org.quietbell.source.Budget;
import org.quietbell.source.Charge;
import org.quietbell.source.FeedPace;
import org.quietbell.source.Move;
import org.quietbell.source.Pace;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// How often and when each source is asked, as its settings, its own wishes, its budget and its
/// state have it. A view of one moment; not for longer.
public final class Pacing {
    private final Roster roster;
    private final SourceStates states;
    private final Map<SourceId, Standing> standings;
    private final Collection<Pause> pauses;
    private final Instant now;

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
        double most = 1;
        for (Charge charge : Charge.of(entry)) {
            if (!charge.budgets().isEmpty()) {
                double perSecond = wanted(charge.purse());
                for (Budget budget : charge.budgets()) {
                    double inWindow = perSecond * budget.window().toMillis() / 1000.0;
                    most = Math.max(most, inWindow / budget.requests());
                }
            }
        }
        return most > 1
                ? Duration.ofSeconds((long) Math.ceil(entry.every().toMillis() * most / 1000.0))
                : entry.every();
    }

    /// Requests in a second that all sources of a purse would make if it had no end.
    private double wanted(Charge.Purse purse) {
        double perSecond = 0;
        for (Roster.Place place : roster.places()) {
            SourceEntry entry = place.entry();
            boolean shares =
                    Charge.of(entry).stream().anyMatch(charge -> charge.purse().equals(purse));
            if (shares) {
                perSecond += 1000.0 * inRound(place) / Math.max(1, entry.every().toMillis());
            }
        }
        return perSecond;
    }

    /// Requests that a whole round takes, as far as that can be foreseen.
    private int inRound(Roster.Place place) {
        return terms(place).stream()
                .mapToInt(term ->
                        place.source()
                                .map(source -> source.foreseen(term.query()).size())
                                .orElse(0))
                .sum();
    }

    /// One query of a watch, or everything for all.
    record Term(Optional<WatchId> watch, Query query) {}

    /// All that a source is asked now.
    List<Term> terms(Roster.Place place) {
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
            for (Query query : watch.queries()) {
                if (source.request(query).isPresent()) {
                    terms.add(new Term(Optional.of(watch.id()), query));
                }
            }
        }
        return terms;
    }

    /// How a search does for each watch that it is asked for; nothing for a list.
    public List<Health> healths(SourceEntry entry) {
        Map<Term, Standing> asked = new LinkedHashMap<>();
        roster.place(entry.id())
                .ifPresent(place ->
                        terms(place)
                                .forEach(term ->
                                        term.watch()
                                                .ifPresent(watch ->
                                                        asked.put(
                                                                term,
                                                                states.standing(
                                                                        entry.id(),
                                                                        watch,
                                                                        term.query())))));
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
            return new Turn(tempo.every(), standing.notBefore());
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
        return term.watch()
                .flatMap(watch -> states.standing(source, watch, term.query()).lastAsked())
                .map(asked -> asked.plus(every))
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
