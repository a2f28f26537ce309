package org.quietbell.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.HitId;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.watch.CaseId;

/// What was told and what waits. Safe for many threads.
public interface NoticeLog {
    /// What that recipient has not been told and may be, oldest first.
    List<Owed> owed(CaseId caseId, RecipientId recipient, Band band);

    /// The oldest of [#owed].
    ///
    /// @param most no more than that
    default List<Owed> owed(CaseId caseId, RecipientId recipient, Band band, int most) {
        return owed(caseId, recipient, band).stream().limit(most).toList();
    }

    /// Whether anything is owed to anybody, over all cases: [#owedCount] without the counting.
    default boolean owesAnything() {
        return owedCount() > 0;
    }

    /// Those among [#owed] that say something of which she wants to hear at once.
    ///
    /// @param matters one of these at least
    List<Owed> owedAtOnce(CaseId caseId, RecipientId recipient, Band band, Set<Matter> matters);

    /// How many hits are owed to anybody, over all cases.
    int owedCount();

    /// When notices to that recipient count against a ceiling, after a moment, oldest first: when
    /// they were decided, but when they were last delivered if that was more than an hour later.
    List<Instant> noticesSince(CaseId caseId, RecipientId recipient, Instant since);

    /// As [#noticesSince], of notices told at once alone.
    List<Instant> atOnceSince(CaseId caseId, RecipientId recipient, Instant since);

    /// The keys of the occasions that a notice to that recipient tells of, which still stands.
    Set<String> occasionsTold(CaseId caseId, RecipientId recipient);

    /// When a telling was last decided on for that recipient.
    Optional<Instant> lastTelling(CaseId caseId, RecipientId recipient);

    /// Keeps a decision in one transaction: the notice, its letters into the outbox, its hits as
    /// told, the causes of what is held. When this returns it is on the disk, through a sync. It
    /// counts as [#lastTelling].
    void keep(CaseId caseId, RecipientId recipient, Instant at, Decision decision);

    /// The same for a decision about what is told at once, which is no telling of her times.
    void keepAtOnce(CaseId caseId, RecipientId recipient, Decision decision);

    /// Takes letters that are due out of the outbox under a lease.
    ///
    /// @param now letters whose next try is not after this
    /// @param lease for how long nobody else may take them
    List<Outgoing> claim(Instant now, Duration lease, int most);

    /// The letter was taken over by its channel.
    void delivered(Outgoing letter, Instant at);

    /// The letter is tried again later, or given up.
    ///
    /// @param next when to try again; empty: dead, but it stays visible
    /// @param fault what happened, in words without secrets
    void failed(Outgoing letter, Instant at, Optional<Instant> next, String fault);

    /// The lease is given back, untried: a pause holds it.
    void returned(Outgoing letter);

    /// The letter will not be sent, but what it told of is owed again (a withdrawn consent, a
    /// channel that was removed).
    void withdrawn(Outgoing letter, Instant at, String why);

    /// Letters that wait or are dead, oldest first.
    List<Outgoing> outbox();

    /// To whom that hit was told, and by which way.
    List<Told> told(HitId hit);

    /// Why that hit was not told, by recipient: the last recorded cause.
    List<HeldFor> held(HitId hit);

    /// As [#told], for many hits.
    Map<HitId, List<Told>> toldOf(List<HitId> hits);

    /// As [#held], for many hits.
    default Map<HitId, List<HeldFor>> heldOf(List<HitId> hits) {
        Map<HitId, List<HeldFor>> held = new LinkedHashMap<>();
        hits.forEach(hit -> held.put(hit, held(hit)));
        return held;
    }

    /// A letter on its way.
    ///
    /// @param state `pending`, `sending`, `retry`, `dead`
    /// @param attempts so far
    /// @param nextTry when it is tried next
    /// @param fault what happened last, if anything
    /// @param atOnce as [Notice#atOnce]
    record Outgoing(
            NoticeId notice,
            CaseId caseId,
            RecipientId recipient,
            Instant at,
            Notice.Letter letter,
            List<HitId> hits,
            String state,
            int attempts,
            Optional<Instant> nextTry,
            Optional<String> fault,
            boolean atOnce) {
        public Outgoing {
            hits = List.copyOf(hits);
        }
    }

    /// A letter that told of a hit.
    ///
    /// @param at when it was delivered; empty: not yet, or never
    /// @param state `delivered`, or as [Outgoing#state]
    record Told(
            RecipientId recipient,
            ChannelId channel,
            NoticeId notice,
            Optional<Instant> at,
            String state) {}

    /// Why a hit is held for a recipient.
    record HeldFor(RecipientId recipient, Cause cause, Optional<Instant> until) {}
}
