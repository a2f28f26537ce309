package org.quietbell.app;

import java.util.Collection;
import java.util.Optional;
import org.quietbell.channel.Channels;
import org.quietbell.config.Section;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;
import org.quietbell.notice.ChannelId;
import org.quietbell.settings.OwnKeys;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.Sources;

/// The keys of a settings file that belong to `fetch`, to the sources and to the channels, read by
/// those who know them. Nothing is kept, and nobody is asked.
final class KnownKeys implements OwnKeys {
    private FetchSettings fetch = FetchSettings.DEFAULT;

    @Override
    public Collection<String> channelTypes() {
        return Channels.types();
    }

    @Override
    public void fetch(Section own) {
        fetch = FetchSettings.from(own);
    }

    @Override
    public Optional<SourceEntry> source(Section whole) {
        return Sources.entry(whole, true);
    }

    @Override
    public void channel(ChannelId id, String type, Section own) {
        // a door that is never gone through: no connection is opened before the first send
        try (Outbound outbound = new Outbound(fetch, java.time.InstantSource.system())) {
            Channels.build(id, type, own, outbound);
        }
    }
}
