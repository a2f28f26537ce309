package org.quietbell.config;

import java.util.regex.Pattern;

/// One thing that is wrong with the settings.
///
/// @param file the file's name; empty for settings that came from elsewhere
/// @param line from 1; 0 if no line is known
/// @param key the full key, e.g. `sources[1].url`
/// @param what what is wrong and what to write instead, without the value
public record Problem(String file, int line, String key, String what) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    /// A key that somebody wrote, fit to be shown: what is no single word may be a value in the
    /// wrong place, even a name, and is shown as `…`.
    static String shown(String key) {
        return WORD.matcher(key).matches() ? key : "…";
    }

    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ": " : file.isEmpty() ? "" : file + ": ";
        return place + (key.isEmpty() ? "" : key + ": ") + what;
    }
}
