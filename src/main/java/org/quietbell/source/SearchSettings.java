package org.quietbell.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;

/// What many searches can be set to. Each connector reads those that its service knows.
final class SearchSettings {
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z]{2}");

    /// What can be sent as it is in a header and a query.
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,1024}");

    private SearchSettings() {}

    /// `safe-search`: `off` (default), `moderate` or `strict`.
    static SafeSearch safeSearch(Section section) {
        return section.parsed("safe-search", SafeSearch::of).orElse(SafeSearch.OFF);
    }

    /// `freshness`: `any` (default), `day`, `week`, `month` or `year`.
    static Freshness freshness(Section section) {
        return section.parsed("freshness", Freshness::of).orElse(Freshness.ANY);
    }

    /// `together`: `when-needed` (default), `never` or `always`; for searches that know "or".
    static Joining joining(Section section) {
        return section.parsed("together", Joining::of).orElse(Joining.WHEN_NEEDED);
    }

    /// `language`, such as `en` or `nb-NO`.
    static Optional<String> language(Section section) {
        return section.parsed("language", SearchSettings::language);
    }

    /// @throws IllegalArgumentException if it has another shape
    static String language(String text) {
        if (!LANGUAGE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a language such as en or nb-NO");
        }
        return text;
    }

    /// `region`, a country by two letters, in capitals.
    static Optional<String> region(Section section) {
        return section.parsed(
                "region",
                text -> {
                    if (!REGION.matcher(text).matches()) {
                        throw new IllegalArgumentException(
                                "must be a country by two letters, such as NO");
                    }
                    return text.toUpperCase(Locale.ROOT);
                });
    }

    /// `pages`: how many pages of an answer are asked for at most, each a request; one by default.
    static int pages(Section section, int most) {
        return section.number("pages", 1, 1, most);
    }

    /// `search`: which of a service's searches are asked, in that order; the first known one by
    /// default.
    static List<String> searches(Section section, String... known) {
        List<String> all = List.of(known);
        List<String> wanted =
                section.parsedAll(
                        "search",
                        text -> {
                            if (!all.contains(text)) {
                                throw new IllegalArgumentException(
                                        "must be of " + String.join(", ", all));
                            }
                            return text;
                        });
        return wanted.isEmpty() ? List.of(known[0]) : wanted.stream().distinct().toList();
    }

    /// A key that must be there: as it was kept, or from the file that `KEY-file` names. A stand-in
    /// with the problem noted, if it is not.
    static Secret requiredKey(Section section, String name) {
        if (!section.has(name) && !section.has(name + "-file")) {
            section.problem(name + "-file", "is missing: write the name of a file that holds it");
        }
        return key(section, name).orElse(new Secret("-"));
    }

    /// A key that need not be there.
    static Optional<Secret> key(Section section, String name) {
        Optional<Secret> key =
                section.has(name)
                        ? section.text(name).map(Secret::new)
                        : section.secret(name).map(held -> new Secret(held.reveal().strip()));
        if (key.isPresent() && !KEY.matcher(key.get().reveal()).matches()) {
            section.problem(
                    section.has(name) ? name : name + "-file",
                    "must hold one line of plain characters without blanks");
            return Optional.empty();
        }
        return key;
    }
}
