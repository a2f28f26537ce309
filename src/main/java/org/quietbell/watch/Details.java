package org.quietbell.watch;

import java.util.List;

/// What she typed in about herself so that a page that posts it is not overlooked (R6.6, R1.21).
///
/// Used for nothing else, sent nowhere, and sealed at rest.
///
/// @param addresses postal addresses as she writes them
/// @param phones telephone numbers
/// @param emails mail addresses
public record Details(List<String> addresses, List<String> phones, List<String> emails) {
    public Details {
        addresses = List.copyOf(addresses);
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    /// No details at all.
    public static Details none() {
        return new Details(List.of(), List.of(), List.of());
    }
}
