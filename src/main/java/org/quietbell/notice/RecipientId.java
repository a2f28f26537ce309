package org.quietbell.notice;

/// A person who may hear about a case: `self`, or a helper's id.
///
/// @param value never blank
public record RecipientId(String value) {
    /// The person herself.
    public static final RecipientId SELF = new RecipientId("self");

    @Override
    public String toString() {
        return value;
    }
}
