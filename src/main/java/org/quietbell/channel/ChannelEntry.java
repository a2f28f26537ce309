package org.quietbell.channel;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;

/// One configured channel.
///
/// @param id unique in the installation
/// @param type a key of the registry [Channels]
/// @param settings what its type asks for (an object of texts, numbers, truths): sealed
/// @param byFile whether a settings file set it: then it is changed only there
/// @param confirmed when it was last confirmed as a way that is all right; 30 days later its level
///   drops to Discreet (R1.7); empty: never, so nothing goes out by it
/// @param active false once it was removed: kept, never used
public record ChannelEntry(
        ChannelId id,
        String type,
        Json settings,
        boolean byFile,
        Optional<Instant> confirmed,
        boolean active) {
    /// The same entry, active or not.
    public ChannelEntry active(boolean isActive) {
        return new ChannelEntry(id, type, settings, byFile, confirmed, isActive);
    }

    /// The same entry, confirmed at that moment.
    public ChannelEntry confirmed(Instant at) {
        return new ChannelEntry(id, type, settings, byFile, Optional.of(at), active);
    }

    /// The same entry with other settings.
    public ChannelEntry with(Json changed) {
        return new ChannelEntry(id, type, changed, byFile, confirmed, active);
    }

    /// Without its settings, which hold a recipient.
    @Override
    public String toString() {
        return type + " channel " + id;
    }
}
