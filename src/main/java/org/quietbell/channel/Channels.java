package org.quietbell.channel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quietbell.config.Section;
import org.quietbell.http.Outbound;
import org.quietbell.notice.ChannelId;

/// The registry of the types of channel. Immutable.
public final class Channels {
    private static final Map<String, Builder> TYPES =
            new TreeMap<>(
                    Map.of(
                            EmailChannel.TYPE,
                            (id, section, out) ->
                                    EmailChannel.build(id, section, out.sockets(), out.deadline()),
                            NtfyChannel.TYPE,
                            (id, section, out) -> NtfyChannel.build(id, section, out.http()),
                            JsonLinesChannel.TYPE,
                            (id, section, _) -> JsonLinesChannel.build(id, section)));

    private Channels() {}

    private interface Builder {
        Optional<Channel> build(ChannelId id, Section section, Outbound outbound);
    }

    /// The names of all types, in order.
    public static Collection<String> types() {
        return TYPES.keySet().stream().toList();
    }

    /// Builds a channel from its settings. Opens nothing: neither a file nor a connection.
    ///
    /// Whoever is going to send by it permits its [Channel#endpoint] at that same `outbound`.
    ///
    /// @param section what the type asks for; it may hold its `id` and `type` too
    /// @return empty if the type is not known or a setting is wrong: every problem is noted at the
    ///   section, also keys that nobody knows
    public static Optional<Channel> build(
            ChannelId id, String type, Section section, Outbound outbound) {
        Builder builder = TYPES.get(type);
        if (builder == null) {
            section.problem("type", "must be one of " + String.join(", ", types()));
            return Optional.empty();
        }
        section.text("id");
        section.text("type");
        int before = section.problems().all().size();
        Optional<Channel> channel = builder.build(id, section, outbound);
        section.finish();
        return section.problems().all().size() == before ? channel : Optional.empty();
    }
}
