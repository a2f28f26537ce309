package org.quietbell.words;

import java.util.Locale;
import java.util.Optional;

/// A language that has a message bundle.
public enum Language {
    /// English, which is spoken where nobody has chosen.
    EN(1, 1),
    /// French.
    FR(0, 1),
    /// Spanish.
    ES(1, 1);

    /// Longer wishes of browsers are not read.
    private static final int LONGEST = 200;

    private final long firstOne;
    private final long lastOne;

    Language(long firstOne, long lastOne) {
        this.firstOne = firstOne;
        this.lastOne = lastOne;
    }

    /// Its name in settings and pages, e.g. `fr` (ISO 639-1).
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its locale, without a country.
    public Locale locale() {
        return Locale.of(tag());
    }

    /// Whether a number takes the first form of a choice: 1 everywhere, in French 0 too.
    ///
    /// @see <a
    ///   href="https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html">CLDR,
    ///   plural rules</a>
    boolean isOne(long number) {
        return firstOne <= number && number <= lastOne;
    }

    /// The language with that name.
    public static Optional<Language> of(String tag) {
        for (Language language : values()) {
            if (language.tag().equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /// The language of a locale of whatever country, if it has a bundle.
    public static Optional<Language> of(Locale locale) {
        return of(locale.getLanguage());
    }

    /// What a browser would rather read, as its `Accept-Language` says; the one named first where
    /// two weigh the same. A header of more than 200 characters wishes for nothing.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110,
    ///   Accept-Language</a>
    public static Optional<Language> wished(String acceptLanguage) {
        if (acceptLanguage.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<Language> best = Optional.empty();
        double most = 0;
        for (String wish : acceptLanguage.split(",", -1)) {
            int semicolon = wish.indexOf(';');
            String tag = (semicolon < 0 ? wish : wish.substring(0, semicolon)).strip();
            double weight = semicolon < 0 ? 1 : weight(wish.substring(semicolon + 1).strip());
            Optional<Language> language = of(Locale.forLanguageTag(tag));
            if (language.isPresent() && weight > most) {
                best = language;
                most = weight;
            }
        }
        return best;
    }

    /// What `q=0.8` says; 0 for what cannot be read.
    private static double weight(String parameter) {
        if (!parameter.matches("[qQ]=[01](\\.[0-9]{0,3})?")) {
            return 0;
        }
        return Double.parseDouble(parameter.substring(2));
    }
}
