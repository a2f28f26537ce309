package org.quietbell.app;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quietbell.channel.Channel;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Channels;
import org.quietbell.channel.FeedShelf;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Outbound;
import org.quietbell.notice.ChannelId;

/// The channels that letters may go out by: active, confirmed, and with settings that can be read.
/// Safe for many threads.
final class OpenChannels implements AutoCloseable {
    private final ChannelEntries entries;
    private final Outbound outbound;
    private final FeedShelf shelf;
    private volatile Map<ChannelId, Channel> inUse = Map.of();

    OpenChannels(ChannelEntries entries, Outbound outbound, FeedShelf shelf) {
        this.entries = entries;
        this.outbound = outbound;
        this.shelf = shelf;
    }

    /// Those in use at this moment.
    Map<ChannelId, Channel> inUse() {
        return inUse;
    }

    /// Takes up what was changed.
    synchronized void refresh() {
        Map<ChannelId, Channel> open = new HashMap<>();
        for (ChannelEntry entry : entries.all()) {
            if (entry.active() && entry.confirmed().isPresent()) {
                built(entry).ifPresent(channel -> open.put(entry.id(), channel));
            }
        }
        Map<ChannelId, Channel> before = inUse;
        inUse = Map.copyOf(open);
        before.values().forEach(Channel::close);
    }

    private Optional<Channel> built(ChannelEntry entry) {
        Optional<Channel> channel =
                Channels.build(
                        entry.id(),
                        entry.type(),
                        Section.of(entry.settings(), new Problems()),
                        outbound,
                        shelf);
        channel.flatMap(Channel::endpoint).ifPresent(outbound::permit);
        return channel;
    }

    /// A pretend notice by one of them, confirmed or not.
    ///
    /// @throws Refusal if its settings are wrong
    Pretend pretend(ChannelId id, Pretend.Voice voice, Instant at) {
        Channel channel =
                built(entries.find(id).orElseThrow())
                        .orElseThrow(() ->
                                new Refusal(
                                        Exit.FAILED,
                                        "channel test",
                                        "its settings are wrong",
                                        "see `quietbell doctor`"));
        return Pretend.of(id, channel, voice, at);
    }

    @Override
    public void close() {
        inUse.values().forEach(Channel::close);
    }
}
