package org.quietbell.paper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What is drawn on one page, as the operators of a content stream.
///
/// @see <a href="https://pdfa.org/resource/iso-32000-1/">ISO 32000-1, annex A: operators</a>
final class Drawn {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);

    /// Begins what the structure knows by that number.
    void begin(String role, int number) {
        add("/" + role + " <</MCID " + number + ">> BDC\n");
    }

    /// Begins what belongs to the page, not to the text.
    void beginArtifact() {
        add("/Artifact BMC\n");
    }

    void end() {
        add("EMC\n");
    }

    /// A thin line across.
    void rule(float x, float y, float width) {
        add("0.6 G 0.5 w " + number(x) + " " + number(y) + " m ");
        add(number(x + width) + " " + number(y) + " l S\n");
    }

    /// Begins a line of text.
    ///
    /// @param gray 0 is black
    void text(float x, float y, float gray) {
        add("BT " + number(gray) + " g 1 0 0 1 " + number(x) + " " + number(y) + " Tm\n");
    }

    /// Begins glyphs that are read as this text.
    void spoken(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        add("/Span <</ActualText <FEFF" + HEX.formatHex(utf16) + ">>> BDC\n");
    }

    void glyphs(String font, float size, int[] glyphs) {
        add("/" + font + " " + number(size) + " Tf <");
        for (int glyph : glyphs) {
            for (int shift = 12; shift >= 0; shift -= 4) {
                bytes.write(DIGITS[(glyph >> shift) & 0xf]);
            }
        }
        add("> Tj\n");
    }

    void endText() {
        add("ET\n");
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void add(String operators) {
        bytes.writeBytes(operators.getBytes(StandardCharsets.US_ASCII));
    }

    /// In hundredths at most; never below zero.
    private static String number(float value) {
        int hundredths = Math.round(value * 100);
        int part = hundredths % 100;
        String whole = String.valueOf(hundredths / 100);
        return part == 0 ? whole : whole + (part < 10 ? ".0" : ".") + part;
    }
}
