package org.quietbell.config;

/// One thing that is wrong with the settings.
///
/// @param file the file's name; empty for settings that came from elsewhere
/// @param line from 1; 0 if no line is known
/// @param key the full key, e.g. `sources[1].url`
/// @param what what is wrong and what to write instead, without the value
public record Problem(String file, int line, String key, String what) {
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ": " : file.isEmpty() ? "" : file + ": ";
        return place + (key.isEmpty() ? "" : key + ": ") + what;
    }
}
