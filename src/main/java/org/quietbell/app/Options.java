package org.quietbell.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.quietbell.settings.Settings;

/// What every command takes.
final class Options {
    private Optional<Path> config = Optional.empty();
    private Optional<Path> data = Optional.empty();
    private Optional<Read> read = Optional.empty();
    private boolean verbose;

    private record Read(Path file, Settings.Reading reading) {}

    /// What the settings file says, if there is one; read once.
    Optional<Settings.Reading> reading() {
        if (config.isPresent() && read.filter(r -> config.get().equals(r.file())).isEmpty()) {
            Settings.Reading reading = Settings.read(config.get(), new KnownKeys());
            read = Optional.of(new Read(config.get(), reading));
        }
        return config.isPresent() ? read.map(Read::reading) : Optional.empty();
    }

    Optional<Path> config() {
        return config;
    }

    void config(Path path) {
        config = Optional.of(path);
        read = Optional.empty(); // the same file may have been written anew
    }

    Optional<Path> data() {
        return data;
    }

    void data(Path path) {
        data = Optional.of(path);
    }

    boolean verbose() {
        return verbose;
    }

    void verbose(boolean isVerbose) {
        verbose = isVerbose;
    }

    /// The data folder: as given, else as the settings say, else `quietbell` in the person's own
    /// data folder.
    ///
    /// @param fromSettings the settings file's `data`
    Path folder(Optional<Path> fromSettings, Map<String, String> environment) {
        return data.or(() -> fromSettings)
                .orElseGet(() -> usual(environment))
                .toAbsolutePath()
                .normalize();
    }

    private static Path usual(Map<String, String> environment) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path folder =
                data.isBlank()
                        ? Path.of(environment.getOrDefault("HOME", "."), ".local", "share")
                        : Path.of(data);
        return folder.resolve("quietbell");
    }
}
