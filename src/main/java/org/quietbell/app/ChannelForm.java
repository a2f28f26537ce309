package org.quietbell.app;

import org.quietbell.channel.PrivateFeedChannel;
import org.quietbell.channel.Questions;
import org.quietbell.json.Json;

/// The questions that each type of channel asks.
final class ChannelForm {
    private final Prompts prompts;

    ChannelForm(Prompts prompts) {
        this.prompts = prompts;
    }

    /// Says what the type needs and who can read what is sent by it, and asks.
    ///
    /// @param type a known type of channel
    /// @return its settings
    /// @throws IllegalArgumentException if the type has no form
    Json ask(String type) {
        if (!Questions.has(type)) {
            throw new IllegalArgumentException("type: has no form");
        }
        prompts.note("channel-needs." + type);
        prompts.note("channel-reads." + type);
        if (type.equals(PrivateFeedChannel.TYPE)) {
            prompts.note("channel-address.private-feed");
            return PrivateFeedChannel.fresh();
        }
        if (type.equals("email")) {
            return email();
        }
        Json.Builder settings = Json.object();
        for (Questions.Question question : Questions.of(type)) {
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
