package org.quietbell.notice;

import java.util.regex.Pattern;

/// A person who may hear about a case: `self`, or a helper's id.
///
/// @param value never blank
public record RecipientId(String value) {
    /// The person herself.
    public static final RecipientId SELF = new RecipientId("self");

    private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// Somebody else, by an id that was given to her.
    ///
    /// @throws IllegalArgumentException if it has another character or length, or is that of the
    ///   person herself
    public static RecipientId ofHelper(String text) {
        if (!HELPER.matcher(text).matches() || text.equals(SELF.value())) {
            throw new IllegalArgumentException(
                    "must be 1 to 64 of A-Z a-z 0-9 . _ - and not the word self");
        }
        return new RecipientId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
