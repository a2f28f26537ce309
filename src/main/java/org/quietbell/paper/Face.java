package org.quietbell.paper;

/// The fonts that are carried, in the order in which they are asked for a character. Where they
/// come from and under which licences stands in `fonts.txt` beside them.
enum Face {
    /// Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic, signs.
    TEXT("DejaVuSans.ttf", false),
    DEVANAGARI("Lohit-Devanagari.ttf", true),
    BENGALI("Lohit-Bengali.ttf", true),
    GUJARATI("Lohit-Gujarati.ttf", true),
    GURMUKHI("Lohit-Gurmukhi.ttf", false),
    TAMIL("Lohit-Tamil.ttf", false),
    MALAYALAM("Lohit-Malayalam.ttf", false),
    ORIYA("Lohit-Odia.ttf", false),
    /// Chinese, Japanese and Korean.
    EAST_ASIAN("DroidSansFallback.ttf", false),
    /// Whatever else has a place below U+10000, coarsely drawn.
    LAST("Unifont.ttf", false);

    private final String file;
    private final boolean isJoined;

    Face(String file, boolean isJoined) {
        this.file = file;
        this.isJoined = isJoined;
    }

    String file() {
        return file;
    }

    /// Whether its letters are joined by the font's own rules, as far as FontBox knows the script.
    boolean isJoined() {
        return isJoined;
    }

    /// Whether we put vowels where they are written, since nothing in the font does.
    boolean ordersVowels() {
        return this != TEXT && this != EAST_ASIAN && !isJoined;
    }
}
