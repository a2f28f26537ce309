package org.quietbell.watch;

import java.util.regex.Pattern;

/// Names one watch. The watch that a settings file defines has the id of its case.
///
/// @param value 1 to 64 characters from `A-Z a-z 0-9 . _ -`
public record WatchId(String value) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// @throws IllegalArgumentException if the value has another character or length
    public WatchId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("watch id: must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
