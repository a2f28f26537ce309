package org.quietbell.pipeline;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.quietbell.SettableClock;
import org.quietbell.channel.Channel;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Delivery;
import org.quietbell.channel.Message;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.http.Http;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeIds;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.Outage;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Telling;
import org.quietbell.notice.Tuned;
import org.quietbell.source.Asker;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Standing;
import org.quietbell.store.DataFolder;
import org.quietbell.store.Store;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// Both halves of the flow on a real store, with a scripted web, a recording channel and a clock
/// that stands.
final class World implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final CaseId CASE = new CaseId("case-17");
    static final ChannelId POST = new ChannelId("post");

    final SettableClock clock = new SettableClock(NOW);
    final ScriptedWeb web = new ScriptedWeb(clock);
    final RecordingChannel post = new RecordingChannel();
    Optional<Outage> outage = Optional.empty();
    List<Occasion> occasions = List.of();
    private final DataFolder folder;
    private final Vault vault;
    final Store store;
    final Collect collect;
    final Tell tell;
    final Relay relay;

    World(Path path) {
        this(path, Optional.empty());
    }

    /// The same, asking by a way of its own.
    World(Path path, Http http) {
        this(path, Optional.of(http));
    }

    private World(Path path, Optional<Http> http) {
        folder = DataFolder.claim(path.resolve("data"));
        byte[] key = new byte[32];
        vault =
                Vault.exists(folder.path())
                        ? Vault.open(folder.path(), new Key.Raw(key))
                        : Vault.create(folder.path(), new Key.Raw(key));
        store = Store.open(folder, vault, clock);
        Random random = new Random(7);
        collect =
                new Collect(
                        this::roster,
                        new Asker(http.orElse(web), clock),
                        store.hits(),
                        store.sourceStates(),
                        store.hearings(),
                        clock,
                        ZoneId.of("America/Halifax"),
                        "test",
                        random,
                        CanonicalRules.STANDARD);
        tell =
                new Tell(
                        store.hits(),
                        store.hearings(),
                        store.notices(),
                        store.channels(),
                        new Telling(Words.of(java.util.Locale.ENGLISH)),
                        () -> outage,
                        _ -> occasions,
                        new NoticeIds()::next,
                        clock);
        relay =
                new Relay(
                        store.notices(),
                        store.hearings(),
                        store.cases(),
                        store.hits(),
                        store.channels(),
                        () -> Map.of(POST, post),
                        _ -> Optional.empty(),
                        clock,
                        random);
    }

    Roster roster() {
        return Roster.of(
                store.cases().all(),
                store.sources().all(),
                store.otherSites().all(),
                Pacing.moved(store.sourceStates().standings()),
                store.hits()::labelled);
    }

    /// A feed that belongs to the installation.
    void feed(String id) {
        feed(id, "https://" + id + ".example/feed");
    }

    /// A feed at that address.
    void feed(String id, String address) {
        store.sources()
                .put(
                        new SourceEntry(
                                new SourceId(id),
                                "feed",
                                Optional.empty(),
                                Json.object().put("url", address).build(),
                                Duration.ofMinutes(30),
                                List.of(),
                                false,
                                true));
    }

    /// A search server.
    void search(String id, Budget... budgets) {
        store.sources()
                .put(
                        new SourceEntry(
                                new SourceId(id),
                                "searxng",
                                Optional.empty(),
                                Json.object().put("url", "https://" + id + ".example").build(),
                                Duration.ofHours(6),
                                List.of(budgets),
                                false,
                                true));
    }

    /// Alma Ashbrook's case, with her consent for these sources.
    void watched(Set<String> sources, String... handles) {
        store.cases().put(watchedCase(sources, Optional.empty(), handles));
    }

    static WatchedCase watchedCase(Set<String> sources, Optional<Instant> end, String... handles) {
        Watch watch =
                new Watch(
                        new WatchId(CASE.value()),
                        CASE,
                        "Alma Ashbrook",
                        List.of(),
                        java.util.Arrays.stream(handles).map(Handle::parse).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Details.none());
        return new WatchedCase(
                CASE,
                new Consent(
                        "self",
                        LocalDate.of(2026, 3, 1),
                        end,
                        sources,
                        Set.of(POST.value()),
                        Map.of()),
                List.of(watch),
                false,
                true);
    }

    /// She chose how to hear, by one confirmed channel.
    void hearing(How how, Level level) {
        store.channels()
                .put(
                        new ChannelEntry(
                                POST,
                                "file",
                                Json.object().build(),
                                false,
                                Optional.of(clock.instant()),
                                true));
        store.hearings()
                .put(
                        CASE,
                        new Hearing(
                                how,
                                how == How.FIXED_TIMES ? List.of(LocalTime.of(18, 0)) : List.of(),
                                EnumSet.allOf(DayOfWeek.class),
                                ZoneOffset.UTC,
                                List.of(new Tuned(POST, level)),
                                Band.LIKELY,
                                List.of(),
                                Set.of(),
                                Ceiling.DEFAULT,
                                Optional.empty(),
                                Optional.empty()));
        store.notices()
                .keep(
                        CASE,
                        RecipientId.SELF,
                        clock.instant(),
                        new Decision(Optional.empty(), List.of()));
    }

    /// How that source is doing.
    Standing standing(String source) {
        return store.sourceStates().standing(new SourceId(source));
    }

    /// When its rounds are.
    Turn turn(String source) {
        return pacing().turn(roster().place(new SourceId(source)).orElseThrow());
    }

    Pacing pacing() {
        return Pacing.of(
                roster(), store.sourceStates(), store.hearings().pauses(), clock.instant());
    }

    Tally ask(String source) {
        return collect.ask(
                roster().place(new SourceId(source)).orElseThrow(),
                Optional.empty(),
                Collect.Manner.ON_REQUEST);
    }

    Tally askBySchedule(String source) {
        return collect.ask(
                roster().place(new SourceId(source)).orElseThrow(),
                Optional.empty(),
                Collect.Manner.SCHEDULED);
    }

    /// One telling, and the outbox.
    Told tellAll() {
        Told told = Told.NOTHING;
        for (WatchedCase watchedCase : store.cases().all()) {
            told = told.plus(tell.about(watchedCase));
        }
        return told.plus(relay.run());
    }

    List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        store.hits().each(HitFilter.ALL, hits::add);
        return hits;
    }

    @Override
    public void close() {
        store.close();
        vault.close();
        folder.close();
    }

    /// A feed with these items, each about Alma Ashbrook.
    static String rss(String... items) {
        return rss("Alma Ashbrook opens ", List.of(items));
    }

    /// A feed with items of these titles.
    static String titled(List<String> titles) {
        return rss("", titles);
    }

    private static String rss(String before, List<String> items) {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\"><channel><title>News</title>");
        for (String item : items) {
            rss.append("<item><title>")
                    .append(before)
                    .append(item)
                    .append("</title><link>https://pages.example/")
                    .append(item.replace(' ', '-'))
                    .append("</link><guid>")
                    .append(item)
                    .append("</guid></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    /// Keeps what it was given; fails when told to.
    static final class RecordingChannel implements Channel {
        final List<Message> sent = new ArrayList<>();
        Delivery answer = new Delivery.Delivered();

        @Override
        public ChannelId id() {
            return POST;
        }

        @Override
        public String type() {
            return "file";
        }

        @Override
        public Delivery send(Message message) {
            if (answer instanceof Delivery.Delivered) {
                sent.add(message);
            }
            return answer;
        }
    }
}
