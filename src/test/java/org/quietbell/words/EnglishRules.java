package org.quietbell.words;

import java.util.Locale;
import java.util.Optional;

/// What may not be said in English (R1.14, R1.23, R1.24, R1.25, R6.11).
final class EnglishRules {
    /// School years of reading that a sentence may ask for, by Flesch and Kincaid.
    static final double GRADE = 8;

    /// The same for letters to others.
    static final double LETTER_GRADE = 12;

    static final LintRules RULES =
            new LintRules(
                    LintRules.words(
                            "child porn",
                            "your fault",
                            "you should have",
                            "all clear",
                            "no results",
                            "nothing (?:was )?found",
                            "you are (?:now )?safe",
                            "you're safe",
                            "removed from the internet",
                            "(?:page|item|image|picture|post|result|link|site|address|it|they)"
                                    + " (?:is|was|were|are|has been|have been) (?:now )?removed",
                            "hits?",
                            "revenge porn(?! helpline)"),
                    LintRules.words(
                            "alert(?:s|ed|ing)?",
                            "warn(?:s|ed|ing|ings)?",
                            "urgent(?:ly)?",
                            "dangers?",
                            "dangerous",
                            "threat(?:s|en|ens|ened|ening)?",
                            "detect(?:s|ed|ing|ion)?",
                            "expos(?:e|es|ed|ing|ure)",
                            "leak(?:s|ed|ing)?",
                            "attack(?:s|ed|er|ers|ing)?",
                            "victims?",
                            "stalk(?:s|ed|er|ers|ing)?",
                            "abus(?:e|es|ed|er|ers|ive)",
                            "target(?:s|ed|ing)?",
                            "match(?:es|ed|ing)?",
                            "caught",
                            "watch(?:es|ed|ing)?",
                            "monitor(?:s|ed|ing)?",
                            "nudes?",
                            "explicit",
                            "porn",
                            "act now",
                            "don't worry",
                            "do not worry",
                            "good news",
                            "removed",
                            "safe",
                            "safety",
                            "quietbell"),
                    LintRules.discreet(
                            "one", "few", "many", "new", "item", "items", "page", "pages", "name",
                            "forum", "social", "video", "search", "news", "site", "web"),
                    LintRules.words("thou"),
                    LintRules.words(
                            "I",
                            "I'm",
                            "I've",
                            "my",
                            "mine",
                            "we",
                            "our",
                            "was shared",
                            "without (?:my |the )?consent"),
                    sentence -> reading(sentence, GRADE),
                    sentence -> reading(sentence, LETTER_GRADE));

    private EnglishRules() {}

    private static Optional<String> reading(String sentence, double most) {
        double grade = ReadingEase.grade(sentence);
        return grade <= most
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT, "reads at grade %.1f, at most %.0f", grade, most));
    }
}
