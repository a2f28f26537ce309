package org.quietbell.config;

import java.nio.file.Path;

/// What came of reading a file that holds a password or a token.
public sealed interface SecretFile {
    /// No password, token or secret address is longer, in bytes.
    int MAX_BYTES = 64 * 1024;

    /// What it holds, without one final newline.
    record Held(Secret secret) implements SecretFile {}

    /// It cannot be used.
    ///
    /// @param why one sentence with what to do, without the file's name or content
    record Refused(String why) implements SecretFile {}

    /// Reads such a file. It must be UTF-8, not empty, at most [#MAX_BYTES] long, and open to its
    /// owner alone, except where the host hands it over (`/run/secrets`, systemd credentials).
    static SecretFile read(Path file) {
        if (OwnerOnly.isSecretOpenToOthers(file)) {
            return new Refused("the file is open to others than its owner: run chmod 600 on it");
        }
        return switch (TextFile.read(file, MAX_BYTES)) {
            case TextFile.Unusable(_, String why) -> new Refused(why);
            case TextFile.Text(String text) -> {
                String secret = withoutFinalNewline(text);
                yield secret.isEmpty()
                        ? new Refused("the file is empty: write the secret into it")
                        : new Held(new Secret(secret));
            }
        };
    }

    private static String withoutFinalNewline(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
