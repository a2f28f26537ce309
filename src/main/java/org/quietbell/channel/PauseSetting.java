package org.quietbell.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;

/// The setting `pause-link` of a channel (`on` or `off`; off unless it is set): whether a notice by
/// it carries a link that pauses it. Only of types whose other end can use one without showing it
/// as text.
public final class PauseSetting {
    /// Its key.
    public static final String KEY = "pause-link";

    private static final Set<String> TYPES = Set.of(EmailChannel.TYPE, NtfyChannel.TYPE);

    private PauseSetting() {}

    /// Whether a channel of that type can carry a link.
    public static boolean isFor(String type) {
        return TYPES.contains(type);
    }

    /// Whether it is switched on in these settings of a channel.
    public static boolean isOn(Json settings) {
        return read(Section.of(settings, new Problems())).orElse(false);
    }

    /// The same settings with it switched on or off.
    public static Json with(Json settings, boolean on) {
        Map<String, Json> members = new LinkedHashMap<>(settings.members());
        members.put(KEY, new Json.Text(on ? "on" : "off"));
        return new Json.Members(members);
    }

    /// Reads it; a wrong word is noted as a problem.
    static Optional<Boolean> read(Section section) {
        return section.parsed(
                KEY,
                text ->
                        switch (text) {
                            case "on", "true" -> true;
                            case "off", "false" -> false;
                            default -> throw new IllegalArgumentException("must be on or off");
                        });
    }
}
