package org.quietbell.channel;

import java.util.List;
import java.util.Map;

/// What each type of channel asks for, in order. The words of a question are those of
/// `ask.TYPE.KEY`.
public final class Questions {
    private static final Map<String, List<Question>> ALL =
            Map.ofEntries(
                    Map.entry("apprise", List.of(must("url"), must("key-file"), may("tag"))),
                    Map.entry("discord", List.of(must("url-file"))),
                    Map.entry(
                            "email",
                            List.of(
                                    must("to"),
                                    must("from"),
                                    must("host"),
                                    may("tls"),
                                    may("port"),
                                    may("user"),
                                    may("password-file"),
                                    may("token-file"))),
                    Map.entry("file", List.of(must("path"))),
                    Map.entry("gotify", List.of(must("url"), must("token-file"))),
                    Map.entry("matrix", List.of(must("url"), must("room"), must("token-file"))),
                    Map.entry("mattermost", List.of(must("url-file"))),
                    Map.entry("ntfy", List.of(must("url"), must("topic"), may("token-file"))),
                    Map.entry(PrivateFeedChannel.TYPE, List.of()),
                    Map.entry("pushover", List.of(must("token-file"), must("user-file"))),
                    Map.entry("signal", List.of(must("url"), must("number"), must("to"))),
                    Map.entry("slack", List.of(must("url-file"))),
                    Map.entry("telegram", List.of(must("token-file"), must("chat"))),
                    Map.entry("webhook", List.of(must("url-file"), must("secret-file"))),
                    Map.entry(
                            "webpush",
                            List.of(must("subscription-file"), must("key-file"), may("contact"))));

    private Questions() {}

    /// One question.
    ///
    /// @param key of the setting
    /// @param needed whether it must be answered; else an empty answer leaves the setting out
    public record Question(String key, boolean needed) {}

    private static Question must(String key) {
        return new Question(key, true);
    }

    private static Question may(String key) {
        return new Question(key, false);
    }

    /// Those of a type; none if it is not known.
    public static List<Question> of(String type) {
        return ALL.getOrDefault(type, List.of());
    }

    /// Whether the type has questions, or is known to have none.
    public static boolean has(String type) {
        return ALL.containsKey(type);
    }
}
