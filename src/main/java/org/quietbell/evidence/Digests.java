package org.quietbell.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digests of a log, made so that they can be made again with common tools. SHA-256, 64
/// lower-case hexadecimal digits.
final class Digests {
    private static final HexFormat HEX = HexFormat.of();

    private Digests() {}

    /// Of a field: salt, name and text with line feeds between, which neither salt nor name holds.
    /// `printf '%s\n%s\n%s' SALT NAME TEXT | sha256sum`
    static String ofField(String name, Field field) {
        return of(field.salt() + "\n" + name + "\n" + field.text());
    }

    /// Of an entry: its record in canonical form.
    static String ofRecord(String canonical) {
        return of(canonical);
    }

    private static String of(String text) {
        try {
            return HEX.formatHex(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
