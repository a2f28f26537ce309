package org.quietbell.people;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// Bytes as letters and digits that are hard to mistake for each other.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648, base 32</a>
final class Base32 {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /// Without filling at the end.
    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int count = 0;
        for (byte each : bytes) {
            held = held << Byte.SIZE | (each & 0xff);
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                text.append(SIGNS.charAt(held >> count & 31));
            }
            held &= (1 << count) - 1;
        }
        if (count > 0) {
            text.append(SIGNS.charAt(held << (BITS - count) & 31));
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException if there is another sign in it
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int count = 0;
        for (char sign : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = SIGNS.indexOf(sign);
            if (value < 0) {
                throw new IllegalArgumentException("base 32: letters and 2 to 7 only");
            }
            held = held << BITS | value;
            count += BITS;
            if (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                bytes.write(held >> count);
            }
            held &= (1 << count) - 1;
        }
        return bytes.toByteArray();
    }
}
