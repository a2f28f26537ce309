package org.quietbell.evidence;

/// Cells of a comma-separated table.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
public final class Cells {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Cells() {}

    /// One cell, always in quotes; a text that a spreadsheet would run as a formula gets an
    /// apostrophe in front.
    public static String cell(Object value) {
        String text = value.toString();
        String inert =
                !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + inert.replace("\"", "\"\"") + '"';
    }
}
