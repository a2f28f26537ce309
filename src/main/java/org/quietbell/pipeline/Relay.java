package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.quietbell.channel.Channel;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Delivery;
import org.quietbell.channel.Message;
import org.quietbell.channel.PauseLink;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.http.Fault;
import org.quietbell.notice.Cause;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Origin;
import org.quietbell.notice.Pause;
import org.quietbell.notice.Retrying;
import org.quietbell.notice.StillRight;
import org.quietbell.watch.Cases;
import org.quietbell.watch.WatchedCase;

/// Takes letters out of the outbox and hands them to their channels.
///
/// A letter is looked at once more just before it is sent: a pause, quiet hours, a withdrawn
/// consent or a removed channel take it back, and what it told of is owed again. Safe for many
/// threads; one run at a time.
public final class Relay {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int CLAIMED = 20;

    private final NoticeLog notices;
    private final Hearings hearings;
    private final Cases cases;
    private final Hits hits;
    private final ChannelEntries entries;
    private final Supplier<Map<ChannelId, Channel>> channels;
    private final Function<NoticeLog.Outgoing, Optional<PauseLink>> pauseLinks;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// @param entries when each channel was last confirmed
    /// @param channels those in use at this moment
    /// @param pauseLinks the link that a letter carries, if it is to carry one
    /// @param random spreads what is tried again
    public Relay(
            NoticeLog notices,
            Hearings hearings,
            Cases cases,
            Hits hits,
            ChannelEntries entries,
            Supplier<Map<ChannelId, Channel>> channels,
            Function<NoticeLog.Outgoing, Optional<PauseLink>> pauseLinks,
            InstantSource clock,
            RandomGenerator random) {
        this.notices = notices;
        this.hearings = hearings;
        this.cases = cases;
        this.hits = hits;
        this.entries = entries;
        this.channels = channels;
        this.pauseLinks = pauseLinks;
        this.clock = clock;
        this.random = random;
    }

    /// Takes back what a pause holds now, due or not: it is owed again, and comes back gently.
    public synchronized void heedPauses() {
        Instant now = clock.instant();
        List<Pause> pauses = hearings.pauses();
        for (NoticeLog.Outgoing letter : notices.outbox()) {
            boolean waits = letter.state().equals("pending") || letter.state().equals("retry");
            if (waits) {
                StillRight.paused(pauses, waiting(letter, pauses, false, now), now)
                        .ifPresent(cause -> notices.withdrawn(letter, now, cause.name()));
            }
        }
    }

    /// Sends whatever is due.
    public synchronized Told run() {
        Told told = Told.NOTHING;
        List<NoticeLog.Outgoing> letters = notices.claim(clock.instant(), LEASE, CLAIMED);
        while (!letters.isEmpty()) {
            for (NoticeLog.Outgoing letter : letters) {
                told = told.plus(send(letter));
            }
            letters = notices.claim(clock.instant(), LEASE, CLAIMED);
        }
        return told;
    }

    /// When the outbox must be looked through again; empty: nothing waits in it.
    public Optional<Instant> next() {
        return notices.outbox().stream()
                .filter(letter -> !letter.state().equals("dead"))
                .map(letter -> letter.nextTry().orElseGet(clock::instant))
                .min(Instant::compareTo);
    }

    private Told send(NoticeLog.Outgoing letter) {
        Channel channel = channels.get().get(letter.letter().channel());
        Optional<Cause> held = held(letter, channel != null);
        if (held.isPresent() || channel == null) {
            notices.withdrawn(
                    letter, clock.instant(), held.map(Cause::name).orElse("channel removed"));
            return Told.NOTHING;
        }
        Delivery delivery = channel.send(message(letter));
        Instant now = clock.instant();
        return switch (delivery) {
            case Delivery.Delivered _ -> {
                notices.delivered(letter, now);
                yield new Told(0, 1, 0, 0, 0, Map.of());
            }
            case Delivery.Later(Fault fault, Optional<Instant> notBefore) -> {
                Optional<Instant> next =
                        Retrying.next(
                                letter.attempts() + 1,
                                letter.at(),
                                now,
                                fault.kind().isPassing(),
                                notBefore,
                                random);
                notices.failed(letter, now, next, fault.detail());
                yield new Told(
                        0, 0, next.isPresent() ? 1 : 0, next.isPresent() ? 0 : 1, 0, Map.of());
            }
            case Delivery.Never(Fault fault) -> {
                notices.failed(letter, now, Optional.empty(), fault.detail());
                yield new Told(0, 0, 0, 1, 0, Map.of());
            }
        };
    }

    private Optional<Cause> held(NoticeLog.Outgoing letter, boolean inUse) {
        Instant now = clock.instant();
        Optional<WatchedCase> watchedCase = cases.find(letter.caseId());
        boolean allowed =
                inUse
                        && watchedCase
                                .filter(WatchedCase::active)
                                .filter(c ->
                                        c.consent()
                                                .allowsChannel(
                                                        letter.letter().channel().value(), now))
                                .isPresent();
        Optional<Hearing> hearing = hearings.of(letter.caseId());
        List<Pause> pauses = hearings.pauses();
        return StillRight.hindrance(
                hearing,
                hearings.helper(letter.caseId()),
                pauses,
                waiting(letter, pauses, allowed, now),
                now);
    }

    private StillRight.Waiting waiting(
            NoticeLog.Outgoing letter, List<Pause> pauses, boolean allowed, Instant now) {
        return new StillRight.Waiting(
                letter.recipient(),
                letter.at(),
                letter.letter(),
                origins(letter, pauses, now),
                allowed,
                entries.find(letter.letter().channel()).flatMap(ChannelEntry::confirmed),
                letter.atOnce());
    }

    /// Whence the hits come that the letter tells of; opened only if a pause makes it matter.
    private Set<Origin> origins(NoticeLog.Outgoing letter, List<Pause> pauses, Instant now) {
        Set<Origin> origins = new HashSet<>();
        if (pauses.stream().anyMatch(pause -> pause.holdsAt(now) && !pause.isOfEverything())) {
            for (HitId id : letter.hits()) {
                hits.find(id)
                        .map(hit -> new Origin(hit.watch(), hit.source().value()))
                        .ifPresent(origins::add);
            }
        }
        return origins;
    }

    private Message message(NoticeLog.Outgoing letter) {
        return new Message(
                letter.notice(),
                letter.caseId().value(),
                letter.letter().channel(),
                letter.recipient().value(),
                letter.at(),
                letter.letter().level(),
                letter.letter().subject(),
                letter.letter().body(),
                letter.hits().stream().map(HitId::value).toList(),
                letter.letter().level().compareTo(Level.OUTLINE) < 0
                        ? Optional.empty()
                        : pauseLinks.apply(letter));
    }
}
