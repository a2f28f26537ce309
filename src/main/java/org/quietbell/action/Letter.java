package org.quietbell.action;

import java.util.Locale;
import java.util.Optional;

/// What can be written to somebody.
///
/// A letter says what is asked for and where, and nothing about her: whatever is a fact about her,
/// a belief or an oath is a gap, and she fills in what is so. Its parts are in [LetterParts].
public enum Letter {
    /// To a site, for its own form.
    SITE(true),
    /// To a search engine, about what is shown on pages.
    SEARCH(false),
    /// To a search engine, about pages that are gone or changed.
    GONE(false),
    /// A request with its four parts.
    ///
    /// Source: Take It Down Act, Public Law 119-12, section 3 (47 U.S.C. 223a), "notice and removal
    /// process".
    TAKE_DOWN(true),
    /// A notice of illegal content.
    ///
    /// Source: Regulation (EU) 2022/2065, article 16, paragraph 2, points a to d, and paragraphs 4
    /// and 5.
    EU_NOTICE(true),
    /// A request to erase personal data.
    ///
    /// Source: Regulation (EU) 2016/679, article 17, paragraphs 1 and 2, and article 12, paragraph
    /// 3.
    EU_ERASURE(true),
    /// A copyright notice with its six parts.
    ///
    /// Source: 17 U.S.C. 512(c)(3)(A), items i to vi.
    COPYRIGHT(true);

    private final boolean toOneSite;

    Letter(boolean toOneSite) {
        this.toOneSite = toOneSite;
    }

    /// Whether it goes to one site, about what is shown there and nowhere else.
    public boolean isToOneSite() {
        return toOneSite;
    }

    /// Its word in the table and in commands, e.g. `take-down`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The letter of that word, if there is one.
    public static Optional<Letter> of(String word) {
        for (Letter letter : values()) {
            if (letter.word().equals(word)) {
                return Optional.of(letter);
            }
        }
        return Optional.empty();
    }
}
