package org.quietbell.notice;

import java.util.regex.Pattern;

/// Names one configured channel, e.g. `post`.
///
/// @param value 1 to 64 characters from `A-Z a-z 0-9 . _ -`
public record ChannelId(String value) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// @throws IllegalArgumentException if the value has another character or length
    public ChannelId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("channel id: must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
