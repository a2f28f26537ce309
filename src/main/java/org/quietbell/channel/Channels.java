package org.quietbell.channel;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quietbell.config.Section;
import org.quietbell.http.Http;
import org.quietbell.http.Outbound;
import org.quietbell.notice.ChannelId;

/// The registry of the types of channel. Immutable.
public final class Channels {
    private static final Map<String, Builder> TYPES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    EmailChannel.TYPE,
                                    (id, own, out, _) ->
                                            EmailChannel.build(
                                                    id, own, out.sockets(), out.deadline())),
                            Map.entry(
                                    JsonLinesChannel.TYPE,
                                    (id, own, _, _) -> JsonLinesChannel.build(id, own)),
                            Map.entry(
                                    PrivateFeedChannel.TYPE,
                                    (id, own, _, shelf) ->
                                            PrivateFeedChannel.build(id, own, shelf)),
                            web(AppriseChannel.TYPE, AppriseChannel::build),
                            web(DiscordChannel.TYPE, DiscordChannel::build),
                            web(GotifyChannel.TYPE, GotifyChannel::build),
                            web(MatrixChannel.TYPE, MatrixChannel::build),
                            web(MattermostChannel.TYPE, MattermostChannel::build),
                            web(NtfyChannel.TYPE, NtfyChannel::build),
                            web(PushoverChannel.TYPE, PushoverChannel::build),
                            web(SignalChannel.TYPE, SignalChannel::build),
                            web(SlackChannel.TYPE, SlackChannel::build),
                            web(TelegramChannel.TYPE, TelegramChannel::build),
                            Map.entry(
                                    WebhookChannel.TYPE,
                                    (id, own, out, _) ->
                                            WebhookChannel.build(id, own, out.http(), out.clock())),
                            Map.entry(
                                    WebPushChannel.TYPE,
                                    (id, own, out, _) ->
                                            WebPushChannel.build(
                                                    id, own, out.http(), out.clock()))));

    private Channels() {}

    private interface Builder {
        Optional<Channel> build(ChannelId id, Section section, Outbound outbound, FeedShelf shelf);
    }

    private interface WebBuilder {
        Optional<Channel> build(ChannelId id, Section section, Http http);
    }

    private static Map.Entry<String, Builder> web(String type, WebBuilder builder) {
        return Map.entry(type, (id, own, out, _) -> builder.build(id, own, out.http()));
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
        return build(id, type, section, outbound, FeedShelf.NONE);
    }

    /// The same, with a place for what stands in private feeds.
    public static Optional<Channel> build(
            ChannelId id, String type, Section section, Outbound outbound, FeedShelf shelf) {
        Builder builder = TYPES.get(type);
        if (builder == null) {
            section.problem("type", "must be one of " + String.join(", ", types()));
            return Optional.empty();
        }
        section.text("id");
        section.text("type");
        int before = section.problems().all().size();
        if (PauseSetting.isFor(type)) {
            PauseSetting.read(section);
        }
        Optional<Channel> channel = builder.build(id, section, outbound, shelf);
        section.finish();
        return section.problems().all().size() == before ? channel : Optional.empty();
    }
}
