package org.quietbell.app;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.quietbell.config.Section;
import org.quietbell.notice.ChannelId;
import org.quietbell.source.SourceId;

/// The keys of the settings that belong to other packages: they know which there are. Each reading
/// notes its problems in the section; it keeps nothing and asks no network.
interface OwnKeys {
    /// How often a source is asked unless it says, by the name of its type.
    Map<String, Duration> sourceTypes();

    /// The names of the types of channels.
    Collection<String> channelTypes();

    /// Reads the keys of `fetch`. Called before the others.
    void fetch(Section own);

    /// Reads a source's own keys, of a type that is known. `id`, `type`, `case`, `every` and
    /// `budget` are not among them.
    void source(SourceId id, String type, Section own);

    /// Reads a channel's own keys, of a type that is known. `id` and `type` are not among them.
    void channel(ChannelId id, String type, Section own);
}
