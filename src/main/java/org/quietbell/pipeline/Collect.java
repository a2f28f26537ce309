package org.quietbell.pipeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.quietbell.hit.Audience;
import org.quietbell.hit.Baseline;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Pair;
import org.quietbell.hit.Provenance;
import org.quietbell.hit.Settled;
import org.quietbell.http.Fault;
import org.quietbell.match.Band;
import org.quietbell.match.Match;
import org.quietbell.notice.Hearings;
import org.quietbell.source.Answer;
import org.quietbell.source.Asker;
import org.quietbell.source.Charge;
import org.quietbell.source.Finding;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.source.Standings;
import org.quietbell.source.Validators;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// The first half of the flow: Watch → Query → Source → Finding → Match → Hit, ending with a
/// commit.
///
/// Consent and pauses are looked at before every question, never earlier. Safe for many threads.
public final class Collect {
    private final Supplier<Roster> roster;
    private final Asker asker;
    private final Hits hits;
    private final SourceStates states;
    private final Queue queue;
    private final Hearings hearings;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String build;
    private final RandomGenerator random;
    private final CanonicalRules addresses;
    private final Semaphore inHand = new Semaphore(InHand.MOST);
    private final Semaphore readings =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    /// How willing to wait.
    public enum Manner {
        /// By the schedule: a source that fails is left alone for a while.
        SCHEDULED,
        /// By somebody's wish: only its own request to wait, and budgets, are obeyed.
        ON_REQUEST
    }

    /// @param roster gives the present snapshot
    /// @param zone in which the local time of first sight is recorded
    /// @param build version and commit, for the provenance
    /// @param random spreads what would otherwise come all at once
    /// @param addresses tell one page from another
    public Collect(
            Supplier<Roster> roster,
            Asker asker,
            Hits hits,
            SourceStates states,
            Hearings hearings,
            InstantSource clock,
            ZoneId zone,
            String build,
            RandomGenerator random,
            CanonicalRules addresses) {
        this.roster = roster;
        this.asker = asker;
        this.hits = hits;
        this.states = states;
        this.queue = new Queue(states);
        this.hearings = hearings;
        this.clock = clock;
        this.zone = zone;
        this.build = build;
        this.random = random;
        this.addresses = addresses;
        hits.use(addresses.rules());
    }

    /// Asks one source all its questions, one after the other, and keeps the answers.
    ///
    /// @param only ask for this watch alone; empty: for all
    /// @return the numbers of this source; none if nobody's consent lets it be asked now
    public Tally ask(Roster.Place place, Optional<WatchId> only, Manner manner) {
        Instant now = clock.instant();
        SourceEntry entry = place.entry();
        Standing before = states.standing(entry.id());
        Standing standing = before;
        if (place.source().isEmpty()) {
            return misconfigured(place, standing, now);
        }
        if (mustWait(standing, manner, now)
                || (manner == Manner.SCHEDULED && isEarly(standing, entry, now))) {
            return Tally.NONE;
        }
        Audience audience = roster.get().askedFor(entry, hearings.pauses(), now);
        InHand hand = new InHand(inHand);
        Source source = new BoundedReading(place.source().get(), readings, hand);
        Tally tally = Tally.NONE;
        Optional<Fault> missed = Optional.empty();
        for (Question question : questions(place, source, audience, only, manner)) {
            if (!stillAllowed(entry, question)) {
                continue;
            }
            if (!queue.spend(place, question.term(), manner, clock.instant())) {
                tally = manner == Manner.SCHEDULED ? tally : tally.plus(usedUp(entry));
                break;
            }
            Asked asked = put(place, source, question, hand);
            standing = asked.standing();
            tally = tally.plus(asked.tally());
            missed = missed.or(() -> asked.tally().fault());
            if (mustWait(standing, Manner.ON_REQUEST, clock.instant())) {
                break;
            }
        }
        Standing last = standing;
        missed.filter(_ -> last.fault().isEmpty())
                .ifPresent(fault ->
                        states.remember(entry.id(), Standings.partly(before, last, fault)));
        return tally.asOneSource();
    }

    /// One question: everything for many watches, or one query of one watch. Terms of several
    /// watches never go into one: each is another person's.
    private record Question(Query query, Audience audience) {
        Optional<WatchId> watch() {
            return query instanceof Query.Everything
                    ? Optional.empty()
                    : Optional.of(audience.watches().getFirst().id());
        }

        Set<Pair> pairs(SourceId source) {
            return query.parts().stream()
                    .map(part -> new Pair(watch().orElseThrow(), part, source))
                    .collect(Collectors.toUnmodifiableSet());
        }

        Pacing.Term term() {
            return new Pacing.Term(watch(), query);
        }
    }

    /// What came of a question, without what was found: that is kept, or gone.
    private record Asked(Standing standing, Tally tally) {}

    private static Tally usedUp(SourceEntry entry) {
        return Tally.failed(
                entry.id(), new Fault(Fault.Kind.QUOTA, "its budget is used up for now"));
    }

    private List<Question> questions(
            Roster.Place place,
            Source source,
            Audience audience,
            Optional<WatchId> only,
            Manner manner) {
        List<Question> questions = new ArrayList<>();
        boolean wanted = only.map(id -> audience.find(id).isPresent()).orElse(!audience.isEmpty());
        if (!wanted) {
            return questions;
        }
        if (source.request(new Query.Everything()).isPresent()) {
            Audience served =
                    only.flatMap(audience::find)
                            .map(watch -> Audience.of(List.of(watch)))
                            .orElse(audience);
            questions.add(new Question(new Query.Everything(), served));
            return questions;
        }
        Instant now = clock.instant();
        SourceId id = place.entry().id();
        Pacing pacing = Pacing.of(roster.get(), states, id, hearings.pauses(), now);
        for (Watch watch : audience.watches()) {
            if (only.isEmpty() || only.get().equals(watch.id())) {
                Audience one = Audience.of(List.of(watch));
                pacing.questions(place, watch)
                        .forEach(query -> questions.add(new Question(query, one)));
            }
        }
        return queue.order(
                id, questions, Question::term, pacing.tempo(place.entry()).every(), manner, now);
    }

    private boolean stillAllowed(SourceEntry entry, Question question) {
        // a round with many questions takes its time; a pause or a withdrawal in between counts
        Audience now = roster.get().askedFor(entry, hearings.pauses(), clock.instant());
        return question.audience() == now
                || question.audience().watches().stream()
                        .anyMatch(watch -> now.find(watch.id()).equals(Optional.of(watch)));
    }

    private Asked put(Roster.Place place, Source source, Question question, InHand hand) {
        try {
            return put(place, source, question);
        } finally {
            hand.release();
        }
    }

    private Asked put(Roster.Place place, Source source, Question question) {
        SourceEntry entry = place.entry();
        Settled settled = hits.settled(entry.id(), question.query(), question.audience());
        // a 304 would judge nothing for a pair that has no baseline yet
        Validators known =
                settled.isWhole()
                        ? states.validators(entry.id(), question.watch(), question.query())
                        : Validators.NONE;
        Answer answer = asker.ask(source, question.query(), known, () -> mayGoOn(entry));
        Tally tally =
                switch (answer) {
                    case Answer.Found found -> keep(entry, question, settled, known, found);
                    case Answer.Unchanged _ -> Tally.unchanged(true);
                    case Answer.RateLimited(_, Fault fault) -> Tally.failed(entry.id(), fault);
                    case Answer.Gone(Fault fault) -> Tally.failed(entry.id(), fault);
                    case Answer.Failed(Fault fault) -> Tally.failed(entry.id(), fault);
                };
        queue.remember(entry, question.term(), answer, clock.instant());
        Standing standing =
                Standings.after(
                        states.standing(entry.id()), // her yes to a move may have come
                        answer,
                        clock.instant(),
                        random.nextDouble(),
                        entry.every(),
                        place.listAddress());
        states.remember(entry.id(), standing);
        return new Asked(standing, tally);
    }

    /// Whether the budget has room for one request more.
    private boolean mayGoOn(SourceEntry entry) {
        return states.spend(Charge.of(entry), clock.instant()).isEmpty();
    }

    private Tally keep(
            SourceEntry entry,
            Question question,
            Settled settled,
            Validators known,
            Answer.Found found) {
        String local =
                DateTimeFormatter.ISO_ZONED_DATE_TIME.format(found.receipt().at().atZone(zone));
        List<Candidate> candidates = new ArrayList<>();
        int matched = 0;
        for (Answer.Found.Part part : found.parts()) {
            Provenance provenance = new Provenance(entry.id(), part.receipt(), local, build);
            for (Finding finding : part.page().findings()) {
                for (Match match : roster.get().judge().judge(finding)) {
                    Optional<Watch> watch = question.audience().find(match.watch());
                    if (watch.isPresent()) {
                        matched += match.band().isAtLeast(Band.LIKELY) ? 1 : 0;
                        candidates.add(
                                new Candidate(
                                        watch.get().caseId(),
                                        finding,
                                        match,
                                        addresses.of(entry.id(), finding),
                                        provenance,
                                        Baseline.judge(
                                                entry.id(), match, question.query(), settled)));
                    }
                }
            }
        }
        boolean isFeed = question.query() instanceof Query.Everything;
        boolean closes = found.page().isComplete() && !settled.isWhole();
        Kept kept = new Kept(List.of(), 0);
        boolean counts = found.page().isComplete() && !isFeed;
        if (counts || closes || !candidates.isEmpty() || !known.equals(found.validators())) {
            kept =
                    hits.keep(
                            new Collected(
                                    entry.id(),
                                    question.watch(),
                                    question.query(),
                                    found.validators(),
                                    candidates,
                                    closes && !isFeed ? question.pairs(entry.id()) : Set.of(),
                                    closes && isFeed
                                            ? Optional.of(question.audience())
                                            : Optional.empty(),
                                    found.page().isComplete()));
        }
        Tally tally =
                Tally.kept(
                        found.page().findings().size(),
                        kept.fresh().size(),
                        kept.duplicates(),
                        matched,
                        found.page().remark());
        return found.page()
                .blind()
                .map(blind ->
                        tally.plus(
                                Tally.failed(
                                        entry.id(), new Fault(Fault.Kind.PARTLY_BLIND, blind))))
                .orElse(tally);
    }

    private Tally misconfigured(Roster.Place place, Standing standing, Instant now) {
        Fault fault =
                new Fault(
                        Fault.Kind.MISCONFIGURED,
                        place.problems().all().isEmpty()
                                ? "its type is not known"
                                : place.problems().all().getFirst().toString());
        states.remember(
                place.entry().id(),
                Standings.after(
                        standing,
                        new Answer.Failed(fault),
                        now,
                        random.nextDouble(),
                        place.entry().every(),
                        Optional.empty()));
        return Tally.failed(place.entry().id(), fault);
    }

    private static boolean mustWait(Standing standing, Manner manner, Instant now) {
        boolean waits = standing.notBefore().map(now::isBefore).orElse(false);
        boolean byItsOwnWish =
                standing.fault().map(fault -> fault.kind() == Fault.Kind.QUOTA).orElse(true);
        return waits && (manner == Manner.SCHEDULED || byItsOwnWish);
    }

    /// What is gone for good, or does not want to be asked yet, is asked by nobody's wish only.
    private static boolean isEarly(Standing standing, SourceEntry entry, Instant now) {
        return standing.habits().gone()
                || standing.due(entry.every()).map(now::isBefore).orElse(false);
    }
}
