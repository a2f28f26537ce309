package org.quietbell.app;

import java.util.Collection;
import java.util.List;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.settings.Telltale;
import org.quietbell.watch.Watch;
import org.quietbell.words.Words;

/// Warns where a way of hearing gives a name away by its own settings, whatever its notices say: an
/// address such as a mailbox called after the person (R1.14). Names the setting, never what stands
/// in it.
final class TellingAddress {
    /// What others get to see of a note besides its words.
    private static final List<String> SEEN =
            List.of("to", "from", "from-name", "topic", "room", "chat", "number", "tag");

    private TellingAddress() {}

    /// One sentence for each setting that holds a part of a name or handle of one of these.
    static List<String> warnings(ChannelEntry entry, Collection<Watch> watches, Words words) {
        return SEEN.stream()
                .filter(key ->
                        entry.settings()
                                .at(key)
                                .text()
                                .filter(text ->
                                        watches.stream().anyMatch(w -> Telltale.isIn(text, w)))
                                .isPresent())
                .map(key -> words.say("line.address-tells", entry.id(), key))
                .toList();
    }
}
