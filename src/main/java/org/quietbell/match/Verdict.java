package org.quietbell.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quietbell.match.Form.Kind;
import org.quietbell.match.HandleIndex.Sighting;
import org.quietbell.match.HandleIndex.Standing;
import org.quietbell.source.Finding;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

/// Adds up what one finding holds for one watch. For one thread.
final class Verdict {
    private static final int TELLING = 25;
    private static final int PLACE = 20;
    private static final int FURTHER = 10;
    private static final int MOST_CONTEXT = 40;
    private static final int WITHOUT_CONTEXT = -25;
    private static final int BOTH = 10;
    private static final int POSSIBLE = 20;
    private static final int EXCLUDED = 10;
    private static final int EXCLUDED_BUT_HERS = 40;
    private static final int SLIP_BY_PLACE = 45;
    private static final int LITTLE_CONTEXT = 45;

    /// A name that she keeps apart never makes a notice by itself.
    private static final int KEPT_APART = 45;

    private final Watched watched;
    private final Finding finding;
    private final Terms terms;
    private final Meeting.Said said;
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();

    /// Where its names stand, once nothing is added any more.
    private @Nullable Spans names;

    Verdict(Watched watched, Finding finding, Terms terms, Meeting.Said said) {
        this.said = said;
        this.watched = watched;
        this.finding = finding;
        this.terms = terms;
    }

    void add(Evidence one) {
        evidence.add(one);
    }

    void add(Sighting one) {
        sightings.add(one);
    }

    /// The score, 0 to 100, with its reasons, strongest first.
    Match match() {
        List<Reason> reasons = new ArrayList<>();
        List<Reason> context = context();
        List<String> addresses = standing(watched.addresses());
        List<String> phones = phones();
        List<String> details = new ArrayList<>(addresses);
        details.addAll(standing(watched.emails()));
        details.addAll(phones);
        Result name = best(context, details);
        Optional<Sighting> handle =
                sightings.stream().max(Comparator.comparingInt(s -> s.standing().points()));
        int score = 0;
        if (name != null) {
            score = name.score();
            reasons.addAll(name.reasons());
        }
        if (handle.isPresent()) {
            Standing standing = handle.get().standing();
            boolean leads = standing.points() >= score;
            int added = leads ? standing.points() : standing == Standing.UNSURE ? 0 : BOTH;
            boolean helps = leads && score >= POSSIBLE;
            score = leads ? standing.points() + (helps ? BOTH : 0) : score + added;
            reasons.add(
                    leads ? 0 : reasons.size(),
                    new Reason(
                            standing.reason(),
                            List.of(written(handle.get().account().handle())),
                            added));
        }
        score = exclude(score, reasons, !context.isEmpty(), !details.isEmpty());
        score = Math.clamp(score, 0, 100);
        return new Match(
                watched.id(), score, reasons, recognised(), matters(addresses, phones, details));
    }

    private record Result(int score, List<Reason> reasons) {}

    private @Nullable Result best(List<Reason> context, List<String> details) {
        Result best = null;
        for (Evidence one : evidence) {
            Result result = result(one, context, details);
            if (best == null || result.score > best.score) {
                best = result;
            }
        }
        return best;
    }

    private Result result(Evidence one, List<Reason> context, List<String> details) {
        List<Reason> reasons = new ArrayList<>();
        boolean former = one.phrase() >= watched.formerFrom();
        String phrase = text(watched.phrases().get(one.phrase()));
        reasons.add(
                former
                        ? new Reason("former-name", List.of(), one.points())
                        : new Reason(one.reason(), List.of(phrase), one.points()));
        int score = one.points();
        if (one.kind() != Kind.SURNAME) {
            for (Reason reason : context) {
                score += reason.points();
                reasons.add(reason);
            }
            for (String detail : details) {
                score += TELLING;
                reasons.add(new Reason("detail", List.of(detail), TELLING));
            }
        }
        boolean alone = context.isEmpty() && details.isEmpty();
        boolean shared = watched.isShared(one.phrase());
        if (alone && shared && one.points() > Kind.SHORT.points()) {
            score += WITHOUT_CONTEXT;
            String missing = watched.context().isEmpty() ? "common-name" : "no-context";
            reasons.add(new Reason(missing, List.of(), WITHOUT_CONTEXT));
        }
        if (isCrowdedOut(one, context, details) && score > LITTLE_CONTEXT) {
            reasons.add(new Reason("crowded-name", List.of(), LITTLE_CONTEXT - score));
            score = LITTLE_CONTEXT;
        }
        if (one.isSlip() && shared) {
            int most = alone ? EXCLUDED : telling() || !details.isEmpty() ? score : SLIP_BY_PLACE;
            score = Math.min(score, most);
        }
        if (score > one.cap() && !one.capReason().isEmpty()) {
            reasons.add(new Reason(one.capReason(), List.of(), one.cap() - score));
        }
        int most = former ? Math.min(one.cap(), KEPT_APART) : one.cap();
        return new Result(Math.min(score, most), reasons);
    }

    /// Whether she found the name to be mostly somebody else's, and no more than one place speaks
    /// for her.
    private boolean isCrowdedOut(Evidence one, List<Reason> context, List<String> details) {
        return watched.commonness()[one.phrase()] == Commonness.CROWDED
                && context.size() == 1
                && details.isEmpty()
                && !telling();
    }

    private List<Reason> context() {
        List<Reason> reasons = new ArrayList<>();
        Set<Integer> counted = new HashSet<>();
        int sum = 0;
        for (Watched.Term term : watched.context()) {
            if (sum < MOST_CONTEXT && stands(term) && counted.add(term.number())) {
                int points = sum > 0 ? FURTHER : term.telling() ? TELLING : PLACE;
                points = Math.min(points, MOST_CONTEXT - sum);
                sum += points;
                reasons.add(new Reason("context", List.of(term.text()), points));
            }
        }
        return reasons;
    }

    private boolean telling() {
        return watched.context().stream().anyMatch(term -> term.telling() && stands(term));
    }

    private List<String> standing(List<Watched.Term> terms) {
        return terms.isEmpty()
                ? List.of()
                : terms.stream().filter(this::stands).map(Watched.Term::text).toList();
    }

    private List<String> phones() {
        if (watched.phones().isEmpty()) {
            return List.of();
        }
        String digits = WatchedReader.allDigits(finding.title() + " " + finding.snippet());
        return watched.phones().stream().filter(digits::contains).toList();
    }

    private Set<Matter> matters(List<String> addresses, List<String> phones, List<String> details) {
        Set<Matter> matters = EnumSet.noneOf(Matter.class);
        if (!addresses.isEmpty()) {
            matters.add(Matter.ADDRESS);
        }
        if (!phones.isEmpty()) {
            matters.add(Matter.PHONE);
        }
        if (!said.isNothing() && said.near(hers(details))) {
            matters.add(Matter.MEETING);
        }
        return matters;
    }

    /// What of hers stands there, as she wrote it.
    private List<String> hers(List<String> details) {
        List<String> hers = new ArrayList<>(details);
        evidence.forEach(one -> hers.add(text(watched.phrases().get(one.phrase()))));
        sightings.forEach(one -> hers.add(one.account().handle().name()));
        return hers;
    }

    private int exclude(int score, List<Reason> reasons, boolean context, boolean details) {
        Optional<Watched.Term> excluded =
                watched.exclude().stream().filter(this::stands).findFirst();
        if (excluded.isEmpty()) {
            return score;
        }
        boolean handle = sightings.stream().anyMatch(s -> s.standing() != Standing.UNSURE);
        int most = context || details || handle ? EXCLUDED_BUT_HERS : EXCLUDED;
        if (score <= most) {
            reasons.add(new Reason("excluded", List.of(excluded.get().text()), 0));
            return score;
        }
        reasons.add(new Reason("excluded", List.of(excluded.get().text()), most - score));
        return most;
    }

    /// Whether a term stands in the text, outside the name itself.
    private boolean stands(Watched.Term term) {
        for (Finder.Term found : terms.of(term.number())) {
            if (!names().cover(found.start(), found.end())) {
                return true;
            }
        }
        return false;
    }

    private Spans names() {
        Spans known = names;
        if (known == null) {
            known =
                    Spans.of(
                            evidence,
                            one -> one.occurrence().start(),
                            one -> one.occurrence().end());
            names = known;
        }
        return known;
    }

    private Set<Query> recognised() {
        Set<Query> queries = new HashSet<>();
        for (Evidence one : evidence) {
            boolean asked = one.isPhrase() && one.phrase() < watched.formerFrom();
            if (asked && one.worth() >= POSSIBLE) {
                queries.add(watched.phrases().get(one.phrase()));
            }
        }
        for (Sighting sighting : sightings) {
            queries.add(new Query.Account(sighting.account().handle()));
        }
        return queries;
    }

    private static String text(Query query) {
        return switch (query) {
            case Query.Phrase phrase -> phrase.text();
            case Query.Account account -> written(account.handle());
            case Query.AnyOf _, Query.Everything _ -> ""; // no term of its own
        };
    }

    private static String written(Handle handle) {
        return handle.site().map(site -> site + "/" + handle.name()).orElse("@" + handle.name());
    }
}
