package org.quietbell.app;

import java.util.Optional;
import org.quietbell.channel.BrowserPush;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// A browser that subscribed on its page, and waits until somebody says yes with the passphrase.
final class WaitingBrowser {
    private WaitingBrowser() {}

    /// The one that waits, if there is one.
    static Optional<ChannelEntry> of(Installation installation) {
        return installation.store().channels().all().stream()
                .filter(entry -> entry.active() && !entry.byFile())
                .filter(entry -> entry.type().equals(BrowserPush.TYPE))
                .filter(entry -> entry.confirmed().isEmpty())
                .findFirst();
    }

    /// Keeps one; another that waited gives way. Nothing goes out by it yet.
    static ChannelId keep(Installation installation, Json settings) {
        ChannelId id =
                of(installation)
                        .map(ChannelEntry::id)
                        .orElseGet(installation.register()::freeChannelId);
        installation.add(
                new ChannelEntry(id, BrowserPush.TYPE, settings, false, Optional.empty(), true));
        return id;
    }
}
