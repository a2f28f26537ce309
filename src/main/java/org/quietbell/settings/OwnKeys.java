package org.quietbell.settings;

import java.util.Collection;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.notice.ChannelId;
import org.quietbell.source.SourceEntry;

/// The keys of the settings that belong to other packages: they know which there are. Each reading
/// notes its problems in the section, unknown keys too; it keeps nothing and asks no network.
public interface OwnKeys {
    /// Reads the keys of `fetch`. Called before the others.
    void fetch(Section own);

    /// Reads one entry of `sources`: the keys that all share (`id`, `type`, `case`, `every`,
    /// `budget`) and those of its type.
    ///
    /// @return the entry, set by file and active; empty if something is wrong
    Optional<SourceEntry> source(Section entry);

    /// The names of the types of channels.
    Collection<String> channelTypes();

    /// Reads a channel's own keys, of a type that is known. `id` and `type` are not among them.
    void channel(ChannelId id, String type, Section own);
}
