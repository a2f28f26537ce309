package org.quietbell.evidence;

import java.util.List;

/// The fields of what a person says herself (R3.2). Each may be left out; none is ever filled in
/// for her.
public final class Notes {
    /// Whether somebody in it was under 18: `yes`, `no` or `not-sure` (R3.12).
    public static final String UNDER_18 = "under-18";

    /// What she wants to say, in her own words.
    public static final String TEXT = "text";

    /// Whom she suspects, and why: kept out of everything the program says itself.
    public static final String SUSPECTED = "suspected";

    /// What is asked for when everything is, in this order.
    public static final List<String> ASKED =
            List.of(
                    "account",
                    "profile",
                    "date-shown",
                    "shows",
                    "details-posted",
                    "statements",
                    "messages",
                    "witnesses",
                    SUSPECTED,
                    "device",
                    "effect",
                    TEXT);

    /// What is asked of something that is not on the web: how it came, when, from whom as it
    /// showed, what happened, and where it is kept.
    public static final List<String> ASKED_BY_HAND =
            List.of("way", "happened", "account", TEXT, "messages", "witnesses");

    /// What is asked of a file that stays where it is, beside what the program reads of it.
    public static final List<String> ASKED_OF_A_FILE = List.of("place", "holder");

    private Notes() {}
}
