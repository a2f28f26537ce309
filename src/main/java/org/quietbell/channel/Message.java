package org.quietbell.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;

/// One letter as a channel gets it.
///
/// @param notice stable id: a repeat carries it again
/// @param caseId reference of the case, for the `file` channel only: never put on the wire
/// @param channel by which way
/// @param recipient `self` or a helper's id, for the `file` channel only
/// @param at when it was decided
/// @param level how much it says
/// @param subject one line
/// @param body lines of text
/// @param hits opaque ids, for the `file` channel only
/// @param pauseLink an address that pauses this way, for channels that can carry one unseen
public record Message(
        NoticeId notice,
        String caseId,
        ChannelId channel,
        String recipient,
        Instant at,
        Level level,
        String subject,
        String body,
        List<String> hits,
        Optional<PauseLink> pauseLink) {
    /// @throws IllegalArgumentException if a Discreet letter is to carry a link (R1.14)
    public Message {
        hits = List.copyOf(hits);
        if (pauseLink.isPresent() && level.compareTo(Level.OUTLINE) < 0) {
            throw new IllegalArgumentException("pause link: not below the level outline");
        }
    }

    /// A letter without a link.
    public Message(
            NoticeId notice,
            String caseId,
            ChannelId channel,
            String recipient,
            Instant at,
            Level level,
            String subject,
            String body,
            List<String> hits) {
        this(notice, caseId, channel, recipient, at, level, subject, body, hits, Optional.empty());
    }

    /// Without its text and its reference, so that a log line shows neither.
    @Override
    public String toString() {
        return "notice " + notice + " by " + channel;
    }
}
