package org.quietbell.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.quietbell.settings.Settings;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;

/// In which language the program speaks: as the settings file says, else as `setup` was told, else
/// English.
///
/// What `setup` was told stands in a file of its own beside the store, since the door and the
/// question for the passphrase speak before the store is open. It holds two letters.
final class Tongue {
    private static final String FILE = "language";

    private Tongue() {}

    /// For a command with these options. A settings file that is wrong chooses nothing here: the
    /// command itself says what is wrong with it.
    ///
    /// @throws Refusal if what `setup` was told cannot be read
    static Speech of(Options options, Map<String, String> environment) {
        Settings settings =
                options.reading().flatMap(Settings.Reading::settings).orElse(Settings.DEFAULT);
        return of(settings, options.folder(settings.data(), environment));
    }

    /// @param folder the data folder, which need not exist
    /// @throws Refusal if what `setup` was told cannot be read
    static Speech of(Settings settings, Path folder) {
        return settings.language().isPresent()
                ? new Speech(settings.language())
                : new Speech(remembered(folder));
    }

    private static Optional<Language> remembered(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Language.of(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED,
                    "language: the file with the choice cannot be read: make "
                            + FILE
                            + " in the data folder readable, or delete it",
                    e);
        }
    }

    /// Remembers a choice.
    ///
    /// @throws Refusal if it cannot be written
    static void remember(Path folder, Language language) {
        try {
            OwnerOnly.write(
                    folder.resolve(FILE),
                    (language.tag() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED,
                    "language: the choice cannot be kept ("
                            + e.getClass().getSimpleName()
                            + "): see that the data folder can be written to",
                    e);
        }
    }
}
