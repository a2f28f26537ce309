package org.quietbell.pipeline;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.hit.Audience;
import org.quietbell.hit.OtherSite;
import org.quietbell.hit.SiteJudge;
import org.quietbell.json.Json;
import org.quietbell.match.Judge;
import org.quietbell.match.Labelled;
import org.quietbell.match.Matching;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.source.Move;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// Who is looked for and where: a snapshot of the active cases and sources, made anew when either
/// changes. Immutable and safe for many threads.
///
/// It says nothing about now: consent and pauses are asked for at each question.
public final class Roster {
    private final Map<SourceId, Place> places;
    private final Map<WatchId, WatchedCase> caseOf;
    private final List<WatchedCase> cases;
    private final List<Watch> watches;
    private final Supplier<Judge> judge;
    private final Map<Allowed, Audience> audiences = new ConcurrentHashMap<>();

    /// A source that can be asked, or the settings that keep it from being asked.
    ///
    /// @param source empty if its settings are wrong
    /// @param problems what is wrong with them
    public record Place(SourceEntry entry, Optional<Source> source, Problems problems) {
        /// The address that was set, if it is a list at an address of its own.
        Optional<URI> listAddress() {
            return source.flatMap(Source::address).flatMap(_ -> entry.address());
        }
    }

    private Roster(
            Map<SourceId, Place> places,
            List<WatchedCase> cases,
            Map<WatchId, WatchedCase> caseOf,
            List<Watch> watches,
            Collection<OtherSite> sites,
            Supplier<Map<WatchId, Labelled>> labelled) {
        this.places = places;
        this.cases = cases;
        this.caseOf = caseOf;
        this.watches = watches;
        this.judge = Once.of(() -> new SiteJudge(Matching.of(watches, labelled.get()), sites));
    }

    /// Makes the snapshot.
    ///
    /// @param sites which pages she said are about somebody else
    public static Roster of(
            Collection<WatchedCase> cases,
            Collection<SourceEntry> entries,
            Collection<OtherSite> sites) {
        return of(cases, entries, sites, Map.of());
    }

    /// Makes the snapshot.
    ///
    /// @param sites which pages she said are about somebody else
    /// @param moved which sources are asked elsewhere than at the address that was set
    public static Roster of(
            Collection<WatchedCase> cases,
            Collection<SourceEntry> entries,
            Collection<OtherSite> sites,
            Map<SourceId, Move> moved) {
        return of(cases, entries, sites, moved, Map::of);
    }

    /// The same, where some of what was found is labelled already.
    ///
    /// @param labelled what she said of it, by watch; asked for once, when the first finding is
    ///   judged
    public static Roster of(
            Collection<WatchedCase> cases,
            Collection<SourceEntry> entries,
            Collection<OtherSite> sites,
            Map<SourceId, Move> moved,
            Supplier<Map<WatchId, Labelled>> labelled) {
        Map<SourceId, Place> places = new LinkedHashMap<>();
        for (SourceEntry entry : entries) {
            if (entry.active()) {
                places.put(entry.id(), place(entry, Optional.ofNullable(moved.get(entry.id()))));
            }
        }
        Map<WatchId, WatchedCase> caseOf = new LinkedHashMap<>();
        List<Watch> watches = new ArrayList<>();
        List<WatchedCase> active = cases.stream().filter(WatchedCase::active).toList();
        for (WatchedCase watchedCase : active) {
            for (Watch watch : watchedCase.watches()) {
                caseOf.put(watch.id(), watchedCase);
                watches.add(watch);
            }
        }
        return new Roster(places, active, caseOf, List.copyOf(watches), sites, labelled);
    }

    private static Place place(SourceEntry entry, Optional<Move> move) {
        Problems problems = new Problems();
        Optional<Source> source = source(entry, entry.settings(), problems);
        Optional<Source> elsewhere =
                entry.address()
                        .flatMap(set -> move.flatMap(known -> known.of(set)))
                        .filter(_ -> source.flatMap(Source::address).isPresent())
                        // an address that its type does not take: it is asked where it was set
                        .flatMap(to -> source(entry, at(to, entry.settings()), new Problems()));
        return new Place(entry, elsewhere.or(() -> source), problems);
    }

    private static Optional<Source> source(SourceEntry entry, Json settings, Problems problems) {
        Optional<Source> source =
                Sources.build(entry.id(), entry.type(), Section.of(settings, problems));
        return problems.isEmpty() ? source : Optional.empty();
    }

    private static Json at(URI address, Json settings) {
        Map<String, Json> members = new LinkedHashMap<>(settings.members());
        members.put("url", new Json.Text(address.toString()));
        return new Json.Members(members);
    }

    /// All sources, by id.
    public Collection<Place> places() {
        return places.values();
    }

    /// That source, if it is active.
    public Optional<Place> place(SourceId id) {
        return Optional.ofNullable(places.get(id));
    }

    /// All watches of active cases.
    public List<Watch> watches() {
        return watches;
    }

    /// Whose that watch is, if its case is active.
    public Optional<WatchedCase> caseOf(WatchId watch) {
        return Optional.ofNullable(caseOf.get(watch));
    }

    /// Judges for all watches at once. Made when it is first asked for: a round in which nothing
    /// has changed needs none.
    public Judge judge() {
        return judge.get();
    }

    /// For whom a source may be asked at that moment: whose consent names it and holds (R5.1,
    /// R5.2), who did not stop the looking (R1.8), and, if the source belongs to a case, nobody
    /// else (R5.6).
    Audience askedFor(SourceEntry entry, Collection<Pause> pauses, Instant now) {
        Set<CaseId> agreed = new LinkedHashSet<>();
        for (WatchedCase watchedCase : cases) {
            if ((entry.caseId().isEmpty() || entry.caseId().get().equals(watchedCase.id()))
                    && watchedCase.consent().allowsSource(entry.id().value(), now)) {
                agreed.add(watchedCase.id());
            }
        }
        List<Pause> stopping =
                pauses.stream()
                        .filter(p -> p.stopsLooking() && p.holdsAt(now))
                        .filter(p -> !isOfAnother(p, entry))
                        .toList();
        return audiences.computeIfAbsent(new Allowed(agreed, stopping), this::audience);
    }

    private static boolean isOfAnother(Pause pause, SourceEntry entry) {
        return pause.scope() instanceof PauseScope.OneSource(String source)
                && !source.equals(entry.id().value());
    }

    /// @param stopping the pauses that hold; one of a source is of the source that is asked
    private record Allowed(Set<CaseId> agreed, List<Pause> stopping) {}

    private Audience audience(Allowed allowed) {
        return Audience.of(
                watches.stream()
                        .filter(watch -> allowed.agreed().contains(watch.caseId()))
                        .filter(watch ->
                                allowed.stopping().stream()
                                        .noneMatch(pause ->
                                                pause.covers(watch.id())
                                                        || pause.scope()
                                                                instanceof PauseScope.OneSource))
                        .toList());
    }
}
