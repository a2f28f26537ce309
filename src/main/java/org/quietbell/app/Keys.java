package org.quietbell.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.quietbell.config.KeyFile;
import org.quietbell.config.Secret;
import org.quietbell.settings.Settings;
import org.quietbell.vault.Key;

/// How the house key arrives: from a file that the settings name, from a credential that the system
/// hands over, from a file that `setup` made, or by a typed passphrase. Never from a value in the
/// environment.
final class Keys {
    /// In the data folder: the path of the key file that `setup` made, if it made one.
    private static final String LOCATION = "key-location";

    /// The name of the credential in systemd's folder.
    private static final String CREDENTIAL = "house-key";

    private Keys() {}

    /// The key file to use, if the key comes from a file.
    static Optional<Path> file(Settings settings, Path folder, Map<String, String> environment) {
        if (settings.store().keyFile().isPresent()) {
            return settings.store().keyFile();
        }
        Optional<Path> credential =
                Optional.ofNullable(environment.get("CREDENTIALS_DIRECTORY"))
                        .map(path -> Path.of(path).resolve(CREDENTIAL))
                        .filter(Files::isReadable);
        return credential.isPresent() ? credential : remembered(folder);
    }

    private static Optional<Path> remembered(Path folder) {
        Path location = folder.resolve(LOCATION);
        if (!Files.exists(location)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    folder.resolve(Files.readString(location, StandardCharsets.UTF_8).strip()));
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED,
                    "house key: the note of where its file lies cannot be read: make "
                            + LOCATION
                            + " in the data folder readable",
                    e);
        }
    }

    /// Remembers where the key file lies.
    static void remember(Path folder, Path keyFile) throws IOException {
        OwnerOnly.write(
                folder.resolve(LOCATION), keyFile.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Reads a key file.
    ///
    /// @throws Refusal if it cannot be read, is open to others or holds no key
    static Key read(Path file) {
        return switch (KeyFile.read(file)) {
            case KeyFile.Read(byte[] bytes) -> new Key.Raw(bytes);
            case KeyFile.Refused(String why) ->
                    throw new Refusal(Exit.USAGE, "key file", why, "correct it, then start again");
        };
    }

    static Key typed(Secret passphrase) {
        return passphrase(passphrase);
    }

    static Key.Passphrase passphrase(Secret typed) {
        return new Key.Passphrase(typed.reveal().toCharArray());
    }
}
