package org.quietbell.app;

import java.util.List;
import java.util.Map;
import org.quietbell.channel.PrivateFeedChannel;
import org.quietbell.json.Json;

/// The questions that each type of channel asks.
final class ChannelForm {
    /// One question. Its words are those of `ask.TYPE.KEY`.
    ///
    /// @param key of the setting
    /// @param needed whether it must be answered; else an empty answer leaves the setting out
    private record Question(String key, boolean needed) {}

    private static final Map<String, List<Question>> QUESTIONS =
            Map.ofEntries(
                    Map.entry("apprise", List.of(must("url"), must("key-file"), may("tag"))),
                    Map.entry("discord", List.of(must("url-file"))),
                    Map.entry("file", List.of(must("path"))),
                    Map.entry("gotify", List.of(must("url"), must("token-file"))),
                    Map.entry("matrix", List.of(must("url"), must("room"), must("token-file"))),
                    Map.entry("mattermost", List.of(must("url-file"))),
                    Map.entry("ntfy", List.of(must("url"), must("topic"), may("token-file"))),
                    Map.entry("pushover", List.of(must("token-file"), must("user-file"))),
                    Map.entry("signal", List.of(must("url"), must("number"), must("to"))),
                    Map.entry("slack", List.of(must("url-file"))),
                    Map.entry("telegram", List.of(must("token-file"), must("chat"))),
                    Map.entry("webhook", List.of(must("url-file"), must("secret-file"))),
                    Map.entry(
                            "webpush",
                            List.of(must("subscription-file"), must("key-file"), may("contact"))));

    private final Prompts prompts;

    ChannelForm(Prompts prompts) {
        this.prompts = prompts;
    }

    private static Question must(String key) {
        return new Question(key, true);
    }

    private static Question may(String key) {
        return new Question(key, false);
    }

    /// Says what the type needs and who can read what is sent by it, and asks.
    ///
    /// @param type a known type of channel
    /// @return its settings
    /// @throws IllegalArgumentException if the type has no form
    Json ask(String type) {
        List<Question> questions = QUESTIONS.get(type);
        boolean byItself = type.equals("email") || type.equals(PrivateFeedChannel.TYPE);
        if (questions == null && !byItself) {
            throw new IllegalArgumentException("type: has no form");
        }
        prompts.note("channel-needs." + type);
        prompts.note("channel-reads." + type);
        if (type.equals(PrivateFeedChannel.TYPE)) {
            prompts.note("channel-address.private-feed");
            return PrivateFeedChannel.fresh();
        }
        if (questions == null) {
            return email();
        }
        Json.Builder settings = Json.object();
        for (Question question : questions) {
            String words = "ask." + type + "." + question.key();
            String answer = question.needed() ? prompts.needed(words) : prompts.line(words);
            if (!answer.isEmpty()) {
                settings.put(question.key(), answer);
            }
        }
        return settings.build();
    }

    /// Where one answer decides what is asked next.
    private Json email() {
        Json.Builder settings =
                Json.object()
                        .put("to", prompts.needed("ask.email.to"))
                        .put("from", prompts.needed("ask.email.from"))
                        .put("host", prompts.needed("ask.email.host"));
        String tls = prompts.line("ask.email.tls");
        settings.put("tls", tls.isEmpty() ? "starttls" : tls);
        String port = prompts.line("ask.email.port");
        if (!port.isEmpty()) {
            settings.put("port", port);
        }
        String user = prompts.line("ask.email.user");
        if (!user.isEmpty()) {
            settings.put("user", user);
            String password = prompts.line("ask.email.password-file");
            if (password.isEmpty()) {
                settings.put("token-file", prompts.needed("ask.email.token-file"));
            } else {
                settings.put("password-file", password);
            }
        }
        return settings.build();
    }
}
