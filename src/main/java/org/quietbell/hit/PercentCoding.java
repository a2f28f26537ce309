package org.quietbell.hit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Percent-encoding of addresses, brought to one form.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2">RFC 3986, 6.2.2</a>
final class PercentCoding {
    private static final String HEX = "0123456789ABCDEF";
    private static final boolean[] PLAIN = plain();

    private PercentCoding() {}

    /// One spelling for equal text: escapes of unreserved characters undone, hexadecimal digits in
    /// capitals, whatever may not stand bare escaped as UTF-8. Doing it again changes nothing.
    static String normal(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder normal = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == '%') {
                int value = escaped(text, i);
                if (value < 0) {
                    normal.append("%25");
                    i++;
                } else {
                    if (isUnreserved(value)) {
                        normal.append((char) value);
                    } else {
                        escape(normal, value);
                    }
                    i += 3;
                }
                continue;
            }
            if (c > 0x20 && c < 0x7F && "\"<>`{}|\\^".indexOf(c) < 0) {
                normal.append((char) c);
            } else {
                escapeCharacter(normal, c);
            }
            i += Character.charCount(c);
        }
        return normal.toString();
    }

    /// All escapes undone once, as UTF-8; what is no escape stays.
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                plain.put((byte) (high << 4 | low));
                i += 2;
            } else {
                plain.put(raw[i]);
            }
        }
        return new String(plain.array(), 0, plain.position(), StandardCharsets.UTF_8);
    }

    /// Whether a character stands for itself in an address, whatever stands beside it.
    static boolean isPlain(char c) {
        return c < PLAIN.length && PLAIN[c];
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = isUnreserved(c) || "/:@!$&'()*+,;=?#[]".indexOf(c) >= 0;
        }
        return plain;
    }

    private static int escaped(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(at + 1));
        int low = digit(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static void escapeCharacter(StringBuilder to, int c) {
        if (c >= 0xD800 && c <= 0xDFFF) { // half of a pair: no UTF-8, but it must not be lost
            escape(to, 0xE0 | c >> 12);
            escape(to, 0x80 | (c >> 6 & 0x3F));
            escape(to, 0x80 | (c & 0x3F));
            return;
        }
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            escape(to, b & 0xFF);
        }
    }

    private static void escape(StringBuilder to, int value) {
        to.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 15));
    }
}
