package org.quietbell.words;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What may not be said in one language. Words are given as they are written, in any case.
///
/// @param anywhere never said: what claims safety or absence, blames, or names it wrongly
/// @param inNotices not said in a notice: what frightens, or tells whoever reads along
/// @param inDiscreet not said in a Discreet notice: a number, a kind of thing or of place
/// @param address not said to a person, who is addressed in one way only, whoever she is
/// @param claims not said in a letter to others outside its gaps: what the person alone can say of
///   herself, believe or swear
/// @param reading what is wrong with how a sentence reads; empty: nothing
/// @param letters the same for letters to others, which use the words of the law they are about:
///   others are held to those words, and whoever replaces them by easier ones asks for less
record LintRules(
        Pattern anywhere,
        Pattern inNotices,
        Pattern inDiscreet,
        Pattern address,
        Pattern claims,
        Reading reading,
        Reading letters) {
    /// How a sentence reads.
    interface Reading {
        Optional<String> breach(String sentence);
    }

    /// Any of these words or phrases.
    static Pattern words(String... phrases) {
        return Pattern.compile(
                "(?<![\\p{L}])(?:" + String.join("|", phrases) + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Those words, a digit, a detail or an address.
    static Pattern discreet(String... phrases) {
        return Pattern.compile(
                "[{}0-9]|://|www\\.|" + words(phrases).pattern(),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// The rules of a language.
    static LintRules of(Language language) {
        return switch (language) {
            case EN -> EnglishRules.RULES;
            case FR -> FrenchRules.RULES;
            case ES -> SpanishRules.RULES;
        };
    }

    /// At least [ReadingEase#LEAST] on Flesch's scale.
    static Optional<String> easy(double ease) {
        return easy(ease, ReadingEase.LEAST);
    }

    /// At least so much on Flesch's scale.
    static Optional<String> easy(double ease, double least) {
        return ease >= least
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT, "reads at ease %.0f, at least %.0f", ease, least));
    }
}
