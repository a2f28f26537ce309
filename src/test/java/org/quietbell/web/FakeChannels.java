package org.quietbell.web;

import java.util.List;
import java.util.Optional;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.notice.ChannelId;

/// Ways in memory, which pages only read.
record FakeChannels(List<ChannelEntry> all) implements ChannelEntries {
    @Override
    public Optional<ChannelEntry> find(ChannelId id) {
        return all.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public void put(ChannelEntry entry) {
        throw new UnsupportedOperationException("pages change them by Changes");
    }
}
