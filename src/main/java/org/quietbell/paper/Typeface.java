package org.quietbell.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.ttf.gsub.GsubWorker;
import org.apache.fontbox.ttf.gsub.GsubWorkerFactory;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// One font, read once. Not for many threads: FontBox reads tables when they are first asked for.
final class Typeface {
    private final TrueTypeFont font;
    private final CmapLookup lookup;
    private final GsubWorker joining;
    private final int[] advances;
    private final int[] latin = new int[256];

    private Typeface(Face face, TrueTypeFont font) throws IOException {
        this.font = font;
        this.lookup = font.getUnicodeCmapLookup();
        this.joining =
                face.isJoined()
                        ? new GsubWorkerFactory().getGsubWorker(lookup, font.getGsubData())
                        : glyphs -> glyphs;
        Arrays.setAll(latin, lookup::getGlyphId);
        this.advances = new int[font.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < advances.length; glyph++) {
            advances[glyph] =
                    Math.round(font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm());
        }
    }

    static Typeface of(Face face) {
        try (InputStream in = Typeface.class.getResourceAsStream(face.file())) {
            if (in == null) {
                throw new IllegalStateException("font: " + face.file() + " is not in the program");
            }
            return new Typeface(
                    face, new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /// The glyph of a character; 0 if it has none.
    int glyph(int codePoint) {
        return codePoint < latin.length ? latin[codePoint] : lookup.getGlyphId(codePoint);
    }

    /// How wide a glyph is, in thousandths of the size of the letters.
    int advance(int glyph) {
        return advances[glyph];
    }

    /// The glyphs as they are written beside each other.
    List<Integer> joined(List<Integer> glyphs) {
        return joining.applyTransforms(glyphs);
    }
}
