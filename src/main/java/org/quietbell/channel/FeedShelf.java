package org.quietbell.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.http.Fault;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;

/// Keeps what stands in private feeds, sealed. Safe for many threads.
public interface FeedShelf {
    /// How many entries of one feed are kept, the newest.
    int MOST = 50;

    /// A shelf for whoever only looks at settings: nothing can be put there.
    FeedShelf NONE =
            new FeedShelf() {
                @Override
                public Optional<Fault> put(ChannelId channel, Entry entry) {
                    return Optional.of(
                            new Fault(Fault.Kind.MISCONFIGURED, "private feed: is kept nowhere"));
                }

                @Override
                public List<Entry> of(ChannelId channel) {
                    return List.of();
                }
            };

    /// One notice as it stands in a feed.
    ///
    /// @param caseId reference of the case; empty for a pretend notice; never shown
    /// @param at when it was decided
    /// @param level how much it says
    record Entry(
            NoticeId notice, String caseId, Instant at, Level level, String subject, String body) {
        /// Without its text.
        @Override
        public String toString() {
            return "entry of notice " + notice;
        }
    }

    /// Keeps an entry; one of the same notice is replaced.
    ///
    /// @return why it could not be kept; empty: it is on the disk
    Optional<Fault> put(ChannelId channel, Entry entry);

    /// What is kept of that feed, newest first.
    List<Entry> of(ChannelId channel);
}
