package org.quietbell.app;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.quietbell.settings.Settings;

/// The settings of a file, or a refusal that tells all that is wrong with it.
final class SettingsOf {
    private SettingsOf() {}

    /// What the settings file of these options says, or what holds where there is none.
    ///
    /// @throws Refusal with every problem on a line of its own
    static Settings of(Options options) {
        return options.reading().map(SettingsOf::said).orElse(Settings.DEFAULT);
    }

    /// @throws Refusal with every problem on a line of its own
    static Settings file(Path path) {
        return said(Settings.read(path, new KnownKeys()));
    }

    private static Settings said(Settings.Reading reading) {
        return reading.settings()
                .orElseThrow(() ->
                        new Refusal(
                                Exit.USAGE,
                                reading.problems().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining("\nquietbell: "))));
    }
}
