package org.quietbell.source;

import java.util.regex.Pattern;

/// Names one configured source, e.g. `news`.
///
/// @param value 1 to 64 characters from `A-Z a-z 0-9 . _ -`
public record SourceId(String value) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// @throws IllegalArgumentException if the value has another character or length
    public SourceId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("source id: must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
