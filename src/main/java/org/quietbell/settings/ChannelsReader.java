package org.quietbell.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.PauseLink;
import org.quietbell.channel.PauseSetting;
import org.quietbell.config.Section;
import org.quietbell.notice.ChannelId;

/// Reads `channels`.
final class ChannelsReader {
    private ChannelsReader() {}

    static List<ChannelEntry> read(List<Section> sections, OwnKeys ownKeys, WebSettings web) {
        Ids ids = new Ids();
        List<ChannelEntry> entries = new ArrayList<>();
        for (Section section : sections) {
            entry(section, ids, ownKeys, web).ifPresent(entries::add);
        }
        return entries;
    }

    private static Optional<ChannelEntry> entry(
            Section section, Ids ids, OwnKeys ownKeys, WebSettings web) {
        Optional<ChannelId> id = ids.read(section, ChannelId::new);
        String type = section.required("type");
        if (type.isEmpty()
                || section.parsed("type", OneOf.of(new TreeSet<>(ownKeys.channelTypes())))
                        .isEmpty()) {
            return Optional.empty(); // nobody knows which keys are its own
        }
        Section own = section.without("id", "type");
        ownKeys.channel(id.orElse(new ChannelId("unnamed")), type, own);
        own.finish();
        if (PauseSetting.isOn(own.settings())
                && web.baseUrl().filter(PauseLink::mayLieBelow).isEmpty()) {
            own.problem(
                    PauseSetting.KEY,
                    "needs web.base-url, the https address of the pages: else it would be a link"
                            + " to nowhere");
        }
        return id.map(known ->
                new ChannelEntry(known, type, own.settings(), true, Optional.empty(), true));
    }
}
