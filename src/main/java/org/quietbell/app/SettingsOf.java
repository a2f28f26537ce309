package org.quietbell.app;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.quietbell.settings.Settings;

/// The settings of a file, or a refusal that tells all that is wrong with it.
final class SettingsOf {
    private SettingsOf() {}

    /// @throws Refusal with every problem on a line of its own
    static Settings file(Path path) {
        Settings.Reading reading = Settings.read(path, new KnownKeys());
        return reading.settings()
                .orElseThrow(() ->
                        new Refusal(
                                Exit.USAGE,
                                reading.problems().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining("\nquietbell: "))));
    }
}
