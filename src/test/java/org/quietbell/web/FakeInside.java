package org.quietbell.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quietbell.SettableClock;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Label;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.match.Reason;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.PauseState;
import org.quietbell.notice.Sentences;
import org.quietbell.people.PageChoices;
import org.quietbell.people.PageWishes;
import org.quietbell.pipeline.Coverage;
import org.quietbell.source.Charge;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceEntries;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.SourceStates;
import org.quietbell.source.Standing;
import org.quietbell.source.Validators;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// A store in memory: one case, the hits it is given, and pauses that can be looked at.
final class FakeInside implements Inside {
    static final CaseId CASE = new CaseId("case-17");
    static final ZoneId ZONE = ZoneId.of("America/Halifax");

    private static final WatchId WATCH = new WatchId("case-17");

    final List<Hit> hits = new CopyOnWriteArrayList<>();
    final List<Pause> pauses = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> feeds = new java.util.concurrent.ConcurrentHashMap<>();
    final List<String> links = new CopyOnWriteArrayList<>();
    final List<Json> browsers = new CopyOnWriteArrayList<>();
    final List<SourceEntry> sources = new CopyOnWriteArrayList<>();
    final FakeChanges changes = new FakeChanges(this);
    final List<ChannelEntry> channels = new CopyOnWriteArrayList<>();
    final FakeNoticeLog notices = new FakeNoticeLog();
    final FakeSecondSteps secondSteps = new FakeSecondSteps();
    final FakeRecord record;
    volatile boolean isClosed;
    volatile Optional<CaseId> second = Optional.empty();
    final FakePlaces places = new FakePlaces();
    volatile int entryChanges;
    volatile PageWishes wishes = PageWishes.USUAL;
    volatile String passphrase = FakeDesk.PASSPHRASE;
    volatile Optional<Hearing> hearing = Optional.empty();
    volatile Words words = Words.of(Locale.ENGLISH);
    volatile Standing standing = Standing.NEVER_ASKED;
    final Map<SourceId, Standing> standings = new java.util.concurrent.ConcurrentHashMap<>();

    private final SettableClock clock;

    FakeInside(SettableClock clock) {
        this.clock = clock;
        this.record = new FakeRecord(this, clock);
    }

    @Override
    public FakeRecord record() {
        return record;
    }

    /// Keeps a hit and gives its id.
    HitId add(String id, String title, String snippet, String address) {
        return add(id, Band.LIKELY, false, Optional.of(finding(title, snippet, address)));
    }

    HitId add(String id, Band band, boolean baseline, Optional<Finding> finding) {
        Instant now = clock.instant();
        HitId hitId = new HitId((id + "aaaaaaaaaaaaaaaa").substring(0, 16));
        hits.addFirst(
                new Hit(
                        hitId,
                        CASE,
                        WATCH,
                        new SourceId("news"),
                        now,
                        now,
                        1,
                        band,
                        60,
                        List.of(new Reason("exact-name", List.of("Jane Doe"), 60)),
                        baseline,
                        finding.isEmpty() ? Label.NOT_ME : Label.NOT_SURE,
                        finding,
                        Optional.empty()));
        return hitId;
    }

    static Finding finding(String title, String snippet, String address) {
        return new Finding(
                "",
                title,
                snippet,
                address,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Cases cases() {
        return new Cases() {
            @Override
            public List<WatchedCase> all() {
                if (isClosed) {
                    return List.of(watchedCase().active(false));
                }
                List<WatchedCase> all = new ArrayList<>(List.of(watchedCase()));
                second.map(FakeInside::another).ifPresent(all::add);
                return all;
            }

            @Override
            public Optional<WatchedCase> find(CaseId id) {
                return Optional.of(watchedCase());
            }

            @Override
            public void put(WatchedCase watchedCase) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static WatchedCase another(CaseId id) {
        return new WatchedCase(id, watchedCase().consent(), List.of(), false, true);
    }

    static WatchedCase watchedCase() {
        Watch watch =
                new Watch(
                        WATCH,
                        CASE,
                        "Jane Doe",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("Oskar Vexholt"),
                        new Details(List.of(), List.of(), List.of()));
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.of(2026, 11, 1),
                        Optional.empty(),
                        Set.of("news"),
                        Set.of("post"),
                        Map.of());
        return new WatchedCase(CASE, consent, List.of(watch), false, true);
    }

    @Override
    public Hits hits() {
        return new FakeHits(hits);
    }

    @Override
    public NoticeLog notices() {
        return notices;
    }

    @Override
    public Hearings hearings() {
        return new FakeHearings(hearing, pauses);
    }

    @Override
    public SourceEntries sources() {
        return new SourceEntries() {
            @Override
            public List<SourceEntry> all() {
                return new ArrayList<>(sources);
            }

            @Override
            public Optional<SourceEntry> find(SourceId id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void put(SourceEntry entry) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public Coverage coverage(WatchedCase watchedCase) {
        return new Coverage(
                sources.stream()
                        .map(entry ->
                                place(entry.id(), standings.getOrDefault(entry.id(), standing)))
                        .toList());
    }

    private static Coverage.Place place(SourceId source, Standing how) {
        return new Coverage.Place(
                source,
                how.name(),
                how.since(),
                how.lastAnswer(),
                how.lastAsked().isPresent(),
                how.habits());
    }

    @Override
    public SourceStates sourceStates() {
        return new SourceStates() {
            @Override
            public Standing standing(SourceId source) {
                return standing;
            }

            @Override
            public Map<SourceId, Standing> standings() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remember(SourceId source, Standing changed) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Validators validators(SourceId source, Optional<WatchId> watch, Query query) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Standing standing(SourceId source, WatchId watch, Query query) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remember(SourceId source, WatchId watch, Query query, Standing changed) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Instant> spend(List<Charge> charges, Instant now) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Instant> free(List<Charge> charges, Instant now) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public FakeSecondSteps secondSteps() {
        return secondSteps;
    }

    @Override
    public int entryChanges() {
        return entryChanges;
    }

    @Override
    public PageChoices pageChoices() {
        return new PageChoices() {
            @Override
            public PageWishes find() {
                return wishes;
            }

            @Override
            public void keep(PageWishes chosen) {
                wishes = chosen;
            }
        };
    }

    @Override
    public PlaceChanges placeChanges() {
        return places;
    }

    @Override
    public HelperChanges helperChanges() {
        return changes;
    }

    @Override
    public Changes changes() {
        return changes;
    }

    @Override
    public ChannelEntries channels() {
        return new FakeChannels(channels);
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }

    @Override
    public Sentences sentences(CaseId caseId) {
        return new Sentences(words, ZONE);
    }

    @Override
    public List<String> pauseLines() {
        return new PauseState(words, ZONE).say(pauses, clock.instant());
    }

    @Override
    public void pause(Pause pause) {
        pauses.add(pause);
    }

    @Override
    public Optional<byte[]> feed(String secret) {
        return Optional.ofNullable(feeds.get(secret));
    }

    @Override
    public void pauseByLink(String link) {
        links.add(link);
    }

    @Override
    public ChannelId hearByBrowser(Json settings) {
        browsers.add(settings);
        return new ChannelId("channel-1");
    }

    @Override
    public boolean resume(PauseScope scope) {
        return pauses.removeIf(pause -> pause.scope().equals(scope));
    }
}
