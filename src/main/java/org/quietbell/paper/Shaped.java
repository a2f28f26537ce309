package org.quietbell.paper;

import java.util.List;

/// One line as glyphs, from left to right.
///
/// @param width in thousandths of the size of the letters
record Shaped(List<Run> runs, int width) {
    Shaped {
        runs = List.copyOf(runs);
    }

    /// Glyphs of one font.
    ///
    /// @param text what they stand for, in the order of the glyphs
    /// @param isOneEach whether each glyph stands for one character of the text; else only all of
    ///   them for all of it
    record Run(Face face, int[] glyphs, String text, boolean isOneEach) {}
}
