package org.quietbell.watch;

import java.util.regex.Pattern;

/// Names one person's data and key: a reference chosen by whoever keeps it, never a legal name.
///
/// @param value 1 to 64 characters from `A-Z a-z 0-9 . _ -`
public record CaseId(String value) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// @throws IllegalArgumentException if the value has another character or length
    public CaseId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("case id: must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
