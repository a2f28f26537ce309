package org.quietbell.app;

import org.quietbell.json.Json;

/// The questions that each type of channel asks.
final class ChannelForm {
    private final Prompts prompts;

    ChannelForm(Prompts prompts) {
        this.prompts = prompts;
    }

    /// @param type a known type of channel
    /// @return its settings
    Json ask(String type) {
        return switch (type) {
            case "email" -> email();
            case "ntfy" ->
                    Json.object()
                            .put("url", prompts.needed("ask.ntfy.url"))
                            .put("topic", prompts.needed("ask.ntfy.topic"))
                            .build();
            case "file" -> Json.object().put("path", prompts.needed("ask.file.path")).build();
            default -> throw new IllegalArgumentException("type: has no form");
        };
    }

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
            settings.put("user", user)
                    .put("password-file", prompts.needed("ask.email.password-file"));
        }
        return settings.build();
    }
}
