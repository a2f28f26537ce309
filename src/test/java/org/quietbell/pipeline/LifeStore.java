package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.hit.AddressRules;
import org.quietbell.hit.Audience;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.hit.Rejudged;
import org.quietbell.hit.Settled;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.match.Judge;
import org.quietbell.match.Labelled;
import org.quietbell.match.Matter;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.MemoryNoticeLog;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Owed;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.RecipientId;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// What is kept of one simulated person, in memory; the process may end at each change of the
/// notice log, just before or just after it. For one thread.
final class LifeStore {
    static final CaseId CASE = new CaseId("case-17");
    static final List<WatchId> WATCHES = List.of(new WatchId("case-17"), new WatchId("two"));
    static final List<ChannelId> CHANNELS =
            List.of(new ChannelId("post"), new ChannelId("push"), new ChannelId("log"));

    /// The process has ended.
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    final MemoryNoticeLog log = new MemoryNoticeLog();
    final Map<ChannelId, ChannelEntry> entries =
            new TreeMap<>(java.util.Comparator.comparing(ChannelId::value));
    final Map<PauseScope, Pause> pauses = new HashMap<>();
    Optional<Hearing> hearing = Optional.empty();
    HelperState helper = HelperState.NONE;
    boolean consents = true;
    Runnable danger = () -> {};
    Consumer<NoticeId> delivered = _ -> {};
    BiConsumer<RecipientId, Decision> kept = (_, _) -> {};

    LifeStore(Instant now) {
        for (ChannelId id : CHANNELS) {
            entries.put(
                    id,
                    new ChannelEntry(
                            id, "file", Json.object().build(), false, Optional.of(now), true));
        }
    }

    WatchedCase watchedCase() {
        List<Watch> watches = new ArrayList<>();
        for (WatchId id : WATCHES) {
            watches.add(
                    new Watch(
                            id,
                            CASE,
                            "Alma Ashbrook",
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Details.none()));
        }
        Set<String> channels = consents ? Set.of("post", "push", "log") : Set.of();
        LocalDate given = LocalDate.of(2026, 3, 1);
        return new WatchedCase(
                CASE,
                new Consent("self", given, Optional.empty(), Set.of(), channels, Map.of()),
                watches,
                false,
                true);
    }

    Cases cases() {
        return new Cases() {
            @Override
            public List<WatchedCase> all() {
                return List.of(watchedCase());
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

    ChannelEntries channels() {
        return new ChannelEntries() {
            @Override
            public List<ChannelEntry> all() {
                return List.copyOf(entries.values());
            }

            @Override
            public Optional<ChannelEntry> find(ChannelId id) {
                return Optional.ofNullable(entries.get(id));
            }

            @Override
            public void put(ChannelEntry entry) {
                entries.put(entry.id(), entry);
            }
        };
    }

    Hearings hearings() {
        return new Hearings() {
            @Override
            public Optional<Hearing> of(CaseId caseId) {
                return hearing;
            }

            @Override
            public void put(CaseId caseId, Hearing chosen) {
                hearing = Optional.of(chosen);
            }

            @Override
            public Optional<Hearing> waiting(CaseId caseId) {
                return Optional.empty();
            }

            @Override
            public void setWaiting(CaseId caseId, Optional<Hearing> chosen) {
                throw new UnsupportedOperationException();
            }

            @Override
            public HelperState helper(CaseId caseId) {
                return helper;
            }

            @Override
            public void setHelper(CaseId caseId, HelperState state) {
                helper = state;
            }

            @Override
            public List<Pause> pauses() {
                return List.copyOf(pauses.values());
            }

            @Override
            public void pause(Pause pause) {
                pauses.put(pause.scope(), pause);
            }

            @Override
            public boolean resume(PauseScope scope) {
                return pauses.remove(scope) != null;
            }
        };
    }

    /// The log, with the danger around each change.
    NoticeLog dangerous() {
        return new NoticeLog() {
            private void change(Runnable step) {
                danger.run();
                step.run();
                danger.run();
            }

            @Override
            public List<Owed> owed(CaseId caseId, RecipientId recipient, Band band) {
                return log.owed(caseId, recipient, band);
            }

            @Override
            public List<Owed> owedAtOnce(
                    CaseId caseId, RecipientId who, Band band, Set<Matter> matters) {
                return log.owedAtOnce(caseId, who, band, matters);
            }

            @Override
            public List<Instant> atOnceSince(CaseId caseId, RecipientId who, Instant since) {
                return log.atOnceSince(caseId, who, since);
            }

            @Override
            public void keepAtOnce(CaseId caseId, RecipientId who, Decision decision) {
                danger.run();
                log.keepAtOnce(caseId, who, decision);
                kept.accept(who, decision);
                danger.run();
            }

            @Override
            public int owedCount() {
                return log.owedCount();
            }

            @Override
            public List<Instant> noticesSince(CaseId caseId, RecipientId who, Instant since) {
                return log.noticesSince(caseId, who, since);
            }

            @Override
            public Set<String> occasionsTold(CaseId caseId, RecipientId who) {
                return log.occasionsTold(caseId, who);
            }

            @Override
            public Optional<Instant> lastTelling(CaseId caseId, RecipientId recipient) {
                return log.lastTelling(caseId, recipient);
            }

            @Override
            public void keep(CaseId caseId, RecipientId who, Instant at, Decision decision) {
                danger.run();
                log.keep(caseId, who, at, decision);
                kept.accept(who, decision);
                danger.run();
            }

            @Override
            public List<Outgoing> claim(Instant now, Duration lease, int most) {
                danger.run();
                List<Outgoing> claimed = log.claim(now, lease, most);
                danger.run();
                return claimed;
            }

            @Override
            public void delivered(Outgoing letter, Instant at) {
                danger.run();
                log.delivered(letter, at);
                delivered.accept(letter.notice());
                danger.run();
            }

            @Override
            public void failed(Outgoing letter, Instant at, Optional<Instant> next, String why) {
                change(() -> log.failed(letter, at, next, why));
            }

            @Override
            public void returned(Outgoing letter) {
                change(() -> log.returned(letter));
            }

            @Override
            public void withdrawn(Outgoing letter, Instant at, String why) {
                change(() -> log.withdrawn(letter, at, why));
            }

            @Override
            public List<Outgoing> outbox() {
                return log.outbox();
            }

            @Override
            public List<Told> told(HitId hit) {
                return log.told(hit);
            }

            @Override
            public List<HeldFor> held(HitId hit) {
                return log.held(hit);
            }

            @Override
            public Map<HitId, List<Told>> toldOf(List<HitId> hits) {
                return log.toldOf(hits);
            }
        };
    }

    /// What is found, by id; nothing else is asked of it.
    Hits hits() {
        return new Hits() {
            @Override
            public boolean anyFresh(Instant from, Instant to, Band band) {
                throw new UnsupportedOperationException("no page is shown here");
            }

            @Override
            public Map<WatchId, Labelled> labelled() {
                throw new UnsupportedOperationException("nobody labels here");
            }

            @Override
            public Optional<Hit> find(HitId id) {
                return log.hit(id).map(LifeStore::hit);
            }

            @Override
            public void use(AddressRules rules) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Kept keep(Collected answer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Settled settled(SourceId source, Query asked, Audience audience) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void each(HitFilter filter, Consumer<Hit> consumer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Hit> page(HitFilter filter, Optional<HitId> after, int most) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int groupSize(HitId group) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean label(HitId id, Label label, Instant at) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Rejudged preview(WatchId watch, Judge judge) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Rejudged rejudge(WatchId watch, Judge judge, boolean tell) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Hit hit(Owed owed) {
        return new Hit(
                owed.hit(),
                CASE,
                owed.watch(),
                new SourceId(owed.source()),
                owed.firstSeen(),
                owed.firstSeen(),
                1,
                owed.band(),
                80,
                List.of(),
                false,
                Label.NOT_SURE,
                Optional.empty(),
                Optional.empty(),
                new HitId(owed.group()),
                Listing.AS_FOUND);
    }
}
