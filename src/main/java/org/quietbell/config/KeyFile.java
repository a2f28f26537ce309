package org.quietbell.config;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What came of reading a file that holds a house key: 64 hexadecimal digits, and perhaps one
/// newline.
public sealed interface KeyFile {
    /// The key.
    ///
    /// @param bytes 32; to be wiped by whoever asked for it
    record Read(byte[] bytes) implements KeyFile {}

    /// It cannot be used.
    ///
    /// @param why one sentence with what to do, without the file's name or content
    record Refused(String why) implements KeyFile {}

    /// Reads such a file, under the rules of [SecretFile#read].
    static KeyFile read(Path file) {
        return switch (SecretFile.read(file)) {
            case SecretFile.Refused(String why) -> new Refused(why);
            case SecretFile.Held(Secret secret) -> {
                String digits = secret.reveal();
                yield Digits.KEY.matcher(digits).matches()
                        ? new Read(HexFormat.of().parseHex(digits))
                        : new Refused(
                                "the file must hold 64 hexadecimal digits and at most one newline");
            }
        };
    }

    /// How a key is written.
    final class Digits {
        private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");

        private Digits() {}
    }
}
