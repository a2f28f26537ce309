package org.quietbell.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.quietbell.settings.Settings;

/// The program's entry.
public final class Main {
    private Main() {}

    /// Runs one command and ends with its exit code.
    ///
    /// @param arguments a command and its options, see `quietbell --help`
    public static void main(String[] arguments) {
        OwnTerminal terminal = new OwnTerminal();
        int exit =
                CommandTree.run(
                        arguments,
                        terminal,
                        InstantSource.system(),
                        options -> Tongue.of(options, System.getenv()),
                        new LazyAccess(arguments, terminal, System.getenv()));
        terminal.answers().flush();
        if (exit != Exit.DONE) {
            System.exit(exit);
        }
    }

    /// Reads the settings only when a command wants the store.
    private record LazyAccess(
            String[] arguments, Terminal terminal, Map<String, String> environment)
            implements Access {
        @Override
        public int with(Work work, Options options) {
            return local(options).with(work, options);
        }

        @Override
        public int withDaemon(DaemonWork work, Options options) {
            return local(options).withDaemon(work, options);
        }

        private LocalAccess local(Options options) {
            Opening opening = opening(options, environment);
            return new LocalAccess(
                    opening,
                    folder(options, opening, environment),
                    arguments,
                    terminal,
                    environment);
        }
    }

    /// How to open the store by these options.
    ///
    /// @throws Refusal if the settings file is wrong
    static Opening opening(Options options, Map<String, String> environment) {
        Settings settings = SettingsOf.of(options);
        return new Opening(
                settings,
                options.config(),
                InstantSource.system(),
                ZoneId.systemDefault(),
                Build.version(),
                Tongue.of(settings, options.folder(settings.data(), environment)));
    }

    static Path folder(Options options, Opening opening, Map<String, String> environment) {
        return options.folder(opening.settings().data(), environment);
    }
}
