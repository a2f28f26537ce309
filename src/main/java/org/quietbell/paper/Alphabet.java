package org.quietbell.paper;

import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The glyphs of one font that a document uses, and what each stands for where its text is copied
/// or searched.
final class Alphabet {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int AT_A_TIME = 100;
    private static final Normalizer2 LETTERS = Normalizer2.getNFKCInstance();

    /// Stands for no character, since the glyph is used only together with others.
    private static final int TOGETHER = -1;

    private final Map<Integer, Integer> letters = new TreeMap<>();

    /// The same once more by glyph, for speed: 0 where nothing is known.
    private int[] quick = new int[256];

    /// Takes up what a run uses.
    ///
    /// @return whether the glyphs tell the text of the run by themselves; one glyph may be that of
    ///   two letters of different scripts, and stands for the one that came first
    boolean add(Shaped.Run run) {
        boolean tells = run.isOneEach();
        int at = 0;
        for (int glyph : run.glyphs()) {
            int letter = TOGETHER;
            if (run.isOneEach()) {
                letter = run.text().codePointAt(at);
                at += Character.charCount(letter);
            }
            tells &= add(glyph, letter);
        }
        return tells;
    }

    private boolean add(int glyph, int letter) {
        if (glyph >= quick.length) {
            quick = Arrays.copyOf(quick, Math.max(glyph + 1, 2 * quick.length));
        }
        int known = quick[glyph];
        if (known == 0 || (known == TOGETHER && letter != TOGETHER)) {
            quick[glyph] = letter;
            letters.put(glyph, letter);
            return true;
        }
        return known == letter || letter == TOGETHER;
    }

    /// Arabic letters without the form that they take in a word. The two that are written as one
    /// sign stay one: readers do not agree on which of them comes first.
    private static String text(int letter) {
        String text = Character.toString(letter);
        boolean isForm = letter >= 0xFB50 && letter <= 0xFEFC;
        String plain = isForm ? LETTERS.normalize(text) : text;
        return plain.length() > 1 && isForm ? text : plain;
    }

    Set<Integer> glyphs() {
        return letters.keySet();
    }

    /// The same as a stream that readers know.
    ///
    /// @see <a href="https://pdfa.org/resource/iso-32000-1/">ISO 32000-1, 9.10.3: ToUnicode
    ///   CMaps</a>
    byte[] toUnicode() {
        StringBuilder to =
                new StringBuilder(
                        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS)"
                                + " /Supplement 0 >> def\n"
                                + "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
                                + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (Map.Entry<Integer, Integer> entry : letters.entrySet()) {
            if (entry.getValue() == TOGETHER) {
                continue;
            }
            lines.append('<').append(HEX.toHexDigits(entry.getKey().shortValue())).append("> <");
            byte[] utf16 = text(entry.getValue()).getBytes(StandardCharsets.UTF_16BE);
            lines.append(HEX.formatHex(utf16)).append(">\n");
            count++;
            if (count == AT_A_TIME) {
                block(lines, count, to);
                count = 0;
            }
        }
        block(lines, count, to);
        to.append("endcmap CMapName currentdict /CMap defineresource pop end end\n");
        return to.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void block(StringBuilder lines, int count, StringBuilder to) {
        if (count > 0) {
            to.append(count).append(" beginbfchar\n").append(lines).append("endbfchar\n");
            lines.setLength(0);
        }
    }
}
