package org.quietbell.action;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.action.Letter.Part.Addresses;
import org.quietbell.action.Letter.Part.Gap;
import org.quietbell.action.Letter.Part.Results;
import org.quietbell.action.Letter.Part.Said;

/// What can be written to somebody, part by part. The sentences stand in the message bundles under
/// `letter.`, what only the person can fill in under `letter.gap.`.
///
/// A letter says what is asked for and where, and nothing about her: whatever is a fact about her,
/// a belief or an oath is a gap, and she fills in what is so.
public enum Letter {
    /// To a site, for its own form.
    SITE(
            true,
            said("site.title"),
            said("site.ask"),
            addresses(),
            said("where"),
            gap("where"),
            said("account"),
            gap("account"),
            said("shown-date"),
            gap("shown-date"),
            said("site.why"),
            gap("rules"),
            said("contact"),
            gap("contact"),
            said("answer")),
    /// To a search engine, about what is shown on pages.
    SEARCH(
            false,
            said("search.title"),
            said("search.pages"),
            addresses(),
            said("search.pictures"),
            gap("pictures"),
            said("search.results"),
            results(),
            said("search.terms"),
            gap("terms"),
            said("search.country"),
            gap("country"),
            said("search.why"),
            gap("shown"),
            said("contact"),
            gap("contact")),
    /// To a search engine, about pages that are gone or changed.
    GONE(
            false,
            said("gone.title"),
            said("search.pages"),
            addresses(),
            said("search.results"),
            results(),
            said("gone.when"),
            gap("gone"),
            said("gone.what"),
            gap("changed")),
    /// A request with its four parts.
    ///
    /// Source: Take It Down Act, Public Law 119-12, section 3 (47 U.S.C. 223a), "notice and removal
    /// process".
    TAKE_DOWN(
            true,
            said("take-down.title"),
            said("take-down.ask"),
            said("take-down.signature"),
            gap("signature-shown"),
            said("take-down.what"),
            addresses(),
            gap("where"),
            said("take-down.consent"),
            gap("consent"),
            said("take-down.contact"),
            gap("contact-shown"),
            said("day"),
            gap("day")),
    /// A notice of illegal content.
    ///
    /// Source: Regulation (EU) 2022/2065, article 16, paragraph 2, points a to d, and paragraphs 4
    /// and 5.
    EU_NOTICE(
            true,
            said("eu-notice.title"),
            said("eu-notice.why"),
            gap("illegal"),
            said("eu-notice.where"),
            addresses(),
            gap("where"),
            said("eu-notice.who"),
            gap("name-mail"),
            said("eu-notice.faith"),
            gap("faith"),
            said("eu-notice.answer")),
    /// A request to erase personal data.
    ///
    /// Source: Regulation (EU) 2016/679, article 17, paragraphs 1 and 2, and article 12, paragraph
    /// 3.
    EU_ERASURE(
            true,
            said("eu-erasure.title"),
            said("eu-erasure.ask"),
            addresses(),
            said("eu-erasure.whose"),
            gap("data"),
            said("eu-erasure.ground"),
            gap("ground"),
            said("eu-erasure.others"),
            said("contact"),
            gap("contact"),
            said("eu-erasure.answer")),
    /// A copyright notice with its six parts.
    ///
    /// Source: 17 U.S.C. 512(c)(3)(A), items i to vi.
    COPYRIGHT(
            true,
            said("copyright.title"),
            said("copyright.signature"),
            gap("signature-owner"),
            said("copyright.work"),
            gap("work"),
            said("copyright.what"),
            addresses(),
            said("copyright.contact"),
            gap("contact-owner"),
            said("copyright.faith"),
            gap("faith-use"),
            said("copyright.oath"),
            gap("oath"));

    /// One part of a letter.
    sealed interface Part {
        /// A sentence of ours.
        record Said(String key) implements Part {}

        /// What only the person can fill in, as the marked gap tells her.
        record Gap(String key) implements Part {}

        /// The addresses of the pages.
        record Addresses() implements Part {}

        /// The addresses of search results, or a gap if there is none.
        record Results() implements Part {}
    }

    private final boolean toOneSite;
    private final List<Part> parts;

    Letter(boolean toOneSite, Part... parts) {
        this.toOneSite = toOneSite;
        this.parts = List.copyOf(Arrays.asList(parts));
    }

    private static Part said(String key) {
        return new Said("letter." + key);
    }

    private static Part gap(String key) {
        return new Gap("letter.gap." + key);
    }

    private static Part addresses() {
        return new Addresses();
    }

    private static Part results() {
        return new Results();
    }

    List<Part> parts() {
        return parts;
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
