package org.quietbell.app;

import java.time.Instant;
import java.util.Collection;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.notice.Hearing;

/// Whether people are to be asked if a way of hearing is still right for them (R1.7).
final class Asking {
    private Asking() {}

    /// Whether the channel was confirmed too long ago for one of these.
    static boolean isStale(ChannelEntry entry, Collection<Hearing> hearings, Instant now) {
        return entry.confirmed().isPresent()
                && hearings.stream()
                        .flatMap(Hearing::allChannels)
                        .filter(tuned -> tuned.channel().equals(entry.id()))
                        .anyMatch(tuned -> tuned.isStale(entry.confirmed().get(), now));
    }
}
