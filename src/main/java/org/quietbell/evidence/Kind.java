package org.quietbell.evidence;

import java.util.Locale;
import java.util.Optional;

/// What an entry is.
public enum Kind {
    /// A page as it was found: what the program itself saw, without anybody's words (R3.1).
    FOUND,
    /// The page of an earlier entry is shown with other words than before.
    CHANGED,
    /// The page of an earlier entry is no longer listed where it was found (R6.11).
    UNLISTED,
    /// The page of an earlier entry is listed again.
    BACK,
    /// Something that is not on the web, or not by a source: a mail, a text, a call, a threat.
    LOGGED,
    /// What a person says of an earlier entry, or of all of it (R3.2).
    NOTE,
    /// A file that a person keeps, known by its digest (R3.10).
    KEPT_ELSEWHERE,
    /// Something was asked of a site, a search engine or an office, or they answered (R3.3).
    ACTION,
    /// The log was opened, exported or brought over (R3.9).
    CUSTODY,
    /// Fields of an earlier entry were erased (R3.4).
    ERASED;

    /// Its word in the log.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind of that word, if this version knows it.
    public static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
