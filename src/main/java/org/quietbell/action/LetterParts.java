package org.quietbell.action;

import java.util.List;
import org.quietbell.action.LetterParts.Part.Addresses;
import org.quietbell.action.LetterParts.Part.Gap;
import org.quietbell.action.LetterParts.Part.Results;
import org.quietbell.action.LetterParts.Part.Said;

/// What letters are made of, part by part. The sentences stand in the message bundles under
/// `letter.`, what only the person can fill in under `letter.gap.`.
final class LetterParts {
    private LetterParts() {}

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

    static List<Part> of(Letter letter) {
        return switch (letter) {
            case SITE ->
                    List.of(
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
                            said("answer"));
            case SEARCH ->
                    List.of(
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
                            gap("contact"));
            case GONE ->
                    List.of(
                            said("gone.title"),
                            said("search.pages"),
                            addresses(),
                            said("search.results"),
                            results(),
                            said("gone.when"),
                            gap("gone"),
                            said("gone.what"),
                            gap("changed"));
            case TAKE_DOWN ->
                    List.of(
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
                            gap("day"));
            case EU_NOTICE ->
                    List.of(
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
                            said("eu-notice.answer"));
            case EU_ERASURE ->
                    List.of(
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
                            said("eu-erasure.answer"));
            case COPYRIGHT ->
                    List.of(
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
        };
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
}
