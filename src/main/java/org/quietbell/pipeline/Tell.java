package org.quietbell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.KeptApart;
import org.quietbell.hit.PlaceKind;
import org.quietbell.match.Band;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Cause;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Glimpse;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.Outage;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Situation;
import org.quietbell.notice.Telling;
import org.quietbell.watch.WatchedCase;

/// The second half of the flow, up to the outbox: asks what is owed, decides, and keeps the
/// decision. Sends nothing. Safe for many threads; tellings of one recipient never overlap.
public final class Tell {
    private static final Duration SLOW = Duration.ofHours(1);

    private final Hits hits;
    private final Hearings hearings;
    private final NoticeLog notices;
    private final ChannelEntries channels;
    private final Telling telling;
    private final Supplier<Optional<Outage>> outage;
    private final Function<WatchedCase, List<Occasion>> occasions;
    private final Supplier<NoticeId> ids;
    private final InstantSource clock;

    /// @param outage the last time that nothing ran
    /// @param occasions what somebody is to hear of besides hits, told before or not
    /// @param ids names for notices
    public Tell(
            Hits hits,
            Hearings hearings,
            NoticeLog notices,
            ChannelEntries channels,
            Telling telling,
            Supplier<Optional<Outage>> outage,
            Function<WatchedCase, List<Occasion>> occasions,
            Supplier<NoticeId> ids,
            InstantSource clock) {
        this.hits = hits;
        this.hearings = hearings;
        this.notices = notices;
        this.channels = channels;
        this.telling = telling;
        this.outage = outage;
        this.occasions = occasions;
        this.ids = ids;
        this.clock = clock;
    }

    /// One telling for everybody who may hear about that case.
    public synchronized Told about(WatchedCase watchedCase) {
        Optional<Hearing> hearing = hearings.of(watchedCase.id());
        Told told = hearing.map(chosen -> atOnce(watchedCase, chosen)).orElse(Told.NOTHING);
        told = told.plus(telling(watchedCase, hearing, RecipientId.SELF));
        Optional<Hearing.Helper> helper =
                hearing.filter(h -> h.how() == How.HELPER_FIRST).flatMap(Hearing::helper);
        if (helper.isPresent()) {
            told = told.plus(telling(watchedCase, hearing, helper.get().id()));
            Optional<Hearing.Helper> standIn = helper.get().standIn();
            if (standIn.isPresent()) {
                told = told.plus(telling(watchedCase, hearing, standIn.get().id()));
            }
        }
        return told;
    }

    /// What she wants told at once, before all else: what waits in time is then not told twice.
    private Told atOnce(WatchedCase watchedCase, Hearing chosen) {
        Optional<AtOnce> rule = chosen.wishes().atOnce();
        Optional<Hearing> heard = rule.flatMap(r -> r.heard(chosen));
        if (rule.isEmpty() || heard.isEmpty()) {
            return Told.NOTHING;
        }
        RecipientId to = rule.get().to();
        List<Owed> owed = owedAtOnce(watchedCase, chosen, rule.get());
        if (!owed.isEmpty() && takeBackUnsent(watchedCase, to, true)) {
            owed = owedAtOnce(watchedCase, chosen, rule.get());
        }
        if (owed.isEmpty()) {
            return Told.NOTHING;
        }
        Situation situation = situation(watchedCase, heard, to, owed, List.of(), true);
        Decision decision = AtOnce.decided(telling.decide(situation));
        notices.keepAtOnce(watchedCase.id(), to, decision);
        return new Told(decision.notice().isPresent() ? 1 : 0, 0, 0, 0, 0, Map.of());
    }

    private List<Owed> owedAtOnce(WatchedCase watchedCase, Hearing chosen, AtOnce rule) {
        return shown(
                watchedCase,
                Optional.of(chosen),
                rule.to(),
                AtOnce.ready(
                        notices.owedAtOnce(
                                watchedCase.id(), rule.to(), chosen.band(), rule.when())));
    }

    private Told telling(
            WatchedCase watchedCase, Optional<Hearing> hearing, RecipientId recipient) {
        Band band = hearing.map(Hearing::band).orElse(Band.LIKELY);
        List<Owed> owed = owed(watchedCase, hearing, recipient, band);
        if (!owed.isEmpty() && takeBackUnsent(watchedCase, recipient, false)) {
            owed = owed(watchedCase, hearing, recipient, band);
        }
        List<Occasion> others = occasions(watchedCase, recipient);
        if (owed.isEmpty() && others.isEmpty() && !hasTimes(hearing)) {
            return Told.NOTHING;
        }
        Situation situation = situation(watchedCase, hearing, recipient, owed, others, false);
        Decision decision = telling.decide(situation);
        notices.keep(watchedCase.id(), recipient, situation.now(), decision);
        hearing.flatMap(Hearing::helper)
                .filter(helper -> helper.id().equals(recipient))
                .flatMap(Hearing.Helper::standIn)
                .ifPresent(standIn -> passesBy(watchedCase, standIn.id(), decision));
        return counted(decision);
    }

    /// What the helper is told of is not owed to whoever stands in any more, and so no telling of
    /// hers would say again why she was not told.
    private void passesBy(WatchedCase watchedCase, RecipientId standIn, Decision helpers) {
        helpers.notice()
                .map(Notice::hits)
                .map(hits -> new Decision.Held(hits, Cause.HELPER_THERE, Optional.empty(), false))
                .ifPresent(held ->
                        notices.keepAtOnce(
                                watchedCase.id(),
                                standIn,
                                new Decision(Optional.empty(), List.of(held))));
    }

    /// What that recipient has not been told. Whoever stands in is owed only what waits for the
    /// helper: the rest was somebody's already.
    private List<Owed> owed(
            WatchedCase watchedCase, Optional<Hearing> hearing, RecipientId recipient, Band band) {
        List<Owed> owed =
                shown(
                        watchedCase,
                        hearing,
                        recipient,
                        notices.owed(watchedCase.id(), recipient, band));
        Optional<RecipientId> instead =
                hearing.filter(h -> h.isStandIn(recipient))
                        .flatMap(Hearing::helper)
                        .map(Hearing.Helper::id);
        if (owed.isEmpty() || instead.isEmpty()) {
            return owed;
        }
        List<Owed> helpers = notices.owed(watchedCase.id(), instead.get(), band);
        Set<HitId> waiting =
                shown(watchedCase, hearing, instead.get(), helpers).stream()
                        .map(Owed::hit)
                        .collect(Collectors.toSet());
        return owed.stream().filter(each -> waiting.contains(each.hit())).toList();
    }

    /// What of it that recipient may see: a helper nothing that is older than her start (R1.20).
    private List<Owed> shown(
            WatchedCase watchedCase,
            Optional<Hearing> hearing,
            RecipientId recipient,
            List<Owed> owed) {
        if (owed.isEmpty() || recipient.equals(RecipientId.SELF)) {
            return owed;
        }
        boolean standsIn = hearing.filter(h -> h.isStandIn(recipient)).isPresent();
        HelperState.One helper = hearings.helper(watchedCase.id()).of(standsIn);
        return owed.stream().filter(each -> helper.isShown(each.firstSeen())).toList();
    }

    private List<Occasion> occasions(WatchedCase watchedCase, RecipientId recipient) {
        List<Occasion> all =
                recipient.equals(RecipientId.SELF) ? occasions.apply(watchedCase) : List.of();
        if (all.isEmpty()) {
            return List.of();
        }
        Set<String> told = notices.occasionsTold(watchedCase.id(), recipient);
        return all.stream().filter(occasion -> !told.contains(occasion.key())).toList();
    }

    /// With nothing owed a fixed time that has come is still remembered as gone by.
    private static boolean hasTimes(Optional<Hearing> hearing) {
        return hearing.filter(h -> !h.times().isEmpty()).isPresent();
    }

    /// Letters that could not be delivered yet are taken back, so that what they tell of goes into
    /// the one notice of this telling: after three days without a mail server one notice arrives.
    private boolean takeBackUnsent(WatchedCase watchedCase, RecipientId recipient, boolean atOnce) {
        boolean any = false;
        for (NoticeLog.Outgoing letter : notices.outbox()) {
            if (letter.caseId().equals(watchedCase.id())
                    && letter.recipient().equals(recipient)
                    && letter.atOnce() == atOnce
                    && letter.state().equals("retry")) {
                notices.withdrawn(letter, clock.instant(), "folded into a later notice");
                any = true;
            }
        }
        return any;
    }

    private Situation situation(
            WatchedCase watchedCase,
            Optional<Hearing> hearing,
            RecipientId recipient,
            List<Owed> owed,
            List<Occasion> others,
            boolean atOnce) {
        Instant now = clock.instant();
        Set<ChannelId> allowed = new HashSet<>();
        Map<ChannelId, Instant> confirmed = new HashMap<>();
        for (ChannelEntry entry : channels.all()) {
            if (entry.active() && watchedCase.consent().allowsChannel(entry.id().value(), now)) {
                allowed.add(entry.id());
            }
            entry.confirmed().ifPresent(at -> confirmed.put(entry.id(), at));
        }
        Optional<Outage> lastOutage = outage.get();
        KeptApart shown = new KeptApart(watchedCase);
        return new Situation(
                watchedCase.id(),
                recipient,
                now,
                hearing,
                hearings.pauses(),
                allowed,
                confirmed,
                owed,
                notices.lastTelling(watchedCase.id(), recipient),
                counted(watchedCase, recipient, now, lastOutage, atOnce),
                lastOutage,
                hearings.helper(watchedCase.id()),
                others,
                ids,
                id -> glimpse(id, shown));
    }

    /// The notices that count against a ceiling. One that is on its way for long may arrive at any
    /// moment, so it counts as of now. Those told at once have a ceiling of their own, and count
    /// against the other as well.
    private List<Instant> counted(
            WatchedCase watchedCase,
            RecipientId recipient,
            Instant now,
            Optional<Outage> outage,
            boolean atOnce) {
        Instant since = Situation.noticesSince(now, outage);
        List<Instant> counted =
                new ArrayList<>(
                        atOnce
                                ? notices.atOnceSince(watchedCase.id(), recipient, since)
                                : notices.noticesSince(watchedCase.id(), recipient, since));
        notices.outbox().stream()
                .filter(letter -> !letter.state().equals("dead"))
                .filter(letter -> letter.caseId().equals(watchedCase.id()))
                .filter(letter -> letter.recipient().equals(recipient))
                .filter(letter -> letter.atOnce() || !atOnce)
                .filter(letter -> letter.at().plus(SLOW).isBefore(now))
                .map(NoticeLog.Outgoing::notice)
                .distinct()
                .forEach(_ -> counted.add(now));
        return counted;
    }

    private Glimpse glimpse(HitId id, KeptApart shown) {
        Optional<Hit> hit = hits.find(id).map(shown::shown);
        Optional<String> address =
                hit.flatMap(Hit::finding).map(f -> f.address()).filter(a -> !a.isBlank());
        return new Glimpse(
                PlaceKind.of(address.orElse("")),
                hit.flatMap(Hit::finding).map(f -> f.title()).filter(t -> !t.isBlank()),
                address.map(CanonicalRules::defanged));
    }

    private static Told counted(Decision decision) {
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        int held = 0;
        for (Decision.Held some : decision.held()) {
            causes.merge(some.cause(), some.hits().size(), Integer::sum);
            held += some.hits().size();
        }
        return new Told(decision.notice().isPresent() ? 1 : 0, 0, 0, 0, held, causes);
    }
}
