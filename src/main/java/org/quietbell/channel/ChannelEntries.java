package org.quietbell.channel;

import java.util.List;
import java.util.Optional;
import org.quietbell.notice.ChannelId;

/// The configured channels. Safe for many threads.
public interface ChannelEntries {
    /// Every channel, active or not, by id.
    List<ChannelEntry> all();

    /// That channel, if it is configured.
    Optional<ChannelEntry> find(ChannelId id);

    /// Keeps a channel; one of that id is replaced.
    void put(ChannelEntry entry);
}
