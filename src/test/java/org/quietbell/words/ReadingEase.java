package org.quietbell.words;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How easy a sentence is to read, by the formula made for its language.
///
/// English is measured in school years ([#grade]); the formulas for French and Spanish give
/// Flesch's scale from 0 (hard) to 100 (easy) instead. There the eighth school year is where the
/// band from 60 to 70 lies: Flesch's own table calls it the eighth and ninth grade, and the table
/// of Fernández Huerta the seventh and eighth. So 60 is the least that French and Spanish sentences
/// must reach.
final class ReadingEase {
    static final double LEAST = 60;

    /// The same for letters to others: the band from 50 to 60 is what Flesch's table calls the last
    /// three school years.
    static final double LEAST_IN_LETTERS = 50;

    private static final Pattern CHOICE =
            Pattern.compile("\\{[0-9][^}|]*(?:\\|[^}|]*)*\\|([^}|]*)\\}");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*");
    private static final Pattern ENGLISH_VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern FRENCH_VOWELS =
            Pattern.compile("[ïë]|é(?![aeouâèê])|é|[aeiouyàâäèêîôöùûüœæ]+");
    private static final Pattern SPANISH_VOWELS = Pattern.compile("[aeiouáéíóúü]+(?:y$)?|y$");
    private static final Pattern SPANISH_STRONG = Pattern.compile("[aeoáéíóú]");

    private ReadingEase() {}

    /// How many words and sentences a text has; what stands for a detail counts as a short word.
    ///
    /// @param syllables of all words
    private record Counted(int words, int sentences, int syllables) {
        double wordsPerSentence() {
            return (double) words / Math.max(1, sentences);
        }

        double syllablesPerWord() {
            return (double) syllables / Math.max(1, words);
        }
    }

    private interface Syllables {
        int of(String word);
    }

    private static Counted count(String text, String detail, Syllables spoken) {
        String said = CHOICE.matcher(text).replaceAll("$1");
        String plain = PLACE.matcher(said).replaceAll(detail).strip();
        int sentences = 0;
        for (String part : plain.split("[.?!:]+(?:\\s+|$)", -1)) {
            if (WORD.matcher(part).find()) {
                sentences++;
            }
        }
        int words = 0;
        int syllables = 0;
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            words++;
            syllables += Math.max(1, spoken.of(matcher.group().toLowerCase(Locale.ROOT)));
        }
        return new Counted(words, sentences, syllables);
    }

    /// Whether the text is a sentence of five words or more: shorter ones are labels.
    static boolean isSentence(String text) {
        String end = CHOICE.matcher(text).replaceAll("$1").strip();
        return WORD.matcher(end).results().count() >= 5
                && (end.endsWith(".") || end.endsWith("?") || end.endsWith(":"));
    }

    /// The Flesch-Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
    ///
    /// @see <a href="https://apps.dtic.mil/sti/citations/ADA006655">Kincaid et al. 1975</a>
    static double grade(String text) {
        Counted counted = count(text, "it", ReadingEase::english);
        return counted.words() == 0
                ? 0
                : 0.39 * counted.wordsPerSentence() + 11.8 * counted.syllablesPerWord() - 15.59;
    }

    /// Kandel and Moles, Flesch's formula fitted to French: 207 − 1.015 × words per sentence − 73.6
    /// × syllables per word (L. Kandel and A. Moles, Application de l'indice de Flesch à la langue
    /// française, Cahiers d'études de radio-télévision 19, 1958).
    static double french(String text) {
        Counted counted = count(text, "ceci", ReadingEase::frenchSyllables);
        return 207 - 1.015 * counted.wordsPerSentence() - 73.6 * counted.syllablesPerWord();
    }

    /// Fernández Huerta, Flesch's formula fitted to Spanish: 206.84 − 60 × syllables per word −
    /// 1.02 × words per sentence (J. Fernández Huerta, Medidas sencillas de lecturabilidad,
    /// Consigna 214, 1959; in the form corrected by G. Law, with words per sentence).
    ///
    /// @see <a href="https://legible.es/blog/lecturabilidad-fernandez-huerta/">its table of
    ///   grades</a>
    static double spanish(String text) {
        Counted counted = count(text, "esto", ReadingEase::spanishSyllables);
        return 206.84 - 60 * counted.syllablesPerWord() - 1.02 * counted.wordsPerSentence();
    }

    /// Groups of vowels, without a silent end: near enough for English.
    private static int english(String word) {
        String spoken = word.replaceFirst("(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$", "");
        return (int) ENGLISH_VOWELS.matcher(spoken).results().count();
    }

    /// Groups of vowels, without a silent `e` or `es` at the end; `é` before a vowel is one of its
    /// own. The silent `-ent` of verbs counts, so that the measure is rather too strict.
    static int frenchSyllables(String word) {
        String spoken = word.length() > 3 ? word.replaceFirst("(?<=[^aou])es?$", "") : word;
        return (int) Math.max(1, FRENCH_VOWELS.matcher(spoken).results().count());
    }

    /// In a group of vowels each strong or accented one is a syllable; `i` and `u` lean on them.
    static int spanishSyllables(String word) {
        int syllables = 0;
        Matcher groups = SPANISH_VOWELS.matcher(word);
        while (groups.find()) {
            long strong = SPANISH_STRONG.matcher(groups.group()).results().count();
            syllables += (int) Math.max(1, strong);
        }
        return Math.max(1, syllables);
    }
}
