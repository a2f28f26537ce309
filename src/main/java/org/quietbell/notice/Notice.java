package org.quietbell.notice;

import java.time.Instant;
import java.util.List;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// What is told to one recipient at one telling.
///
/// @param id stable
/// @param caseId about whose case
/// @param recipient to whom
/// @param at when it was decided
/// @param letters one for each channel
/// @param hits what it tells of, by opaque id
/// @param occasions what else it tells of
/// @param atOnce whether it is one of [AtOnce], which has a ceiling of its own
public record Notice(
        NoticeId id,
        CaseId caseId,
        RecipientId recipient,
        Instant at,
        List<Letter> letters,
        List<HitId> hits,
        List<Occasion> occasions,
        boolean atOnce) {
    public Notice {
        letters = List.copyOf(letters);
        hits = List.copyOf(hits);
        occasions = List.copyOf(occasions);
    }

    /// An ordinary notice.
    public Notice(
            NoticeId id,
            CaseId caseId,
            RecipientId recipient,
            Instant at,
            List<Letter> letters,
            List<HitId> hits,
            List<Occasion> occasions) {
        this(id, caseId, recipient, at, letters, hits, occasions, false);
    }

    /// The same, told at once.
    Notice asAtOnce() {
        return new Notice(id, caseId, recipient, at, letters, hits, occasions, true);
    }

    /// A notice that tells of hits alone.
    public Notice(
            NoticeId id,
            CaseId caseId,
            RecipientId recipient,
            Instant at,
            List<Letter> letters,
            List<HitId> hits) {
        this(id, caseId, recipient, at, letters, hits, List.of());
    }

    /// The exact words for one channel.
    public record Letter(ChannelId channel, Level level, String subject, String body) {}
}
