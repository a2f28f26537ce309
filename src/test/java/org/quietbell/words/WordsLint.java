package org.quietbell.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules for what may be said to a person (R1.14, R1.23, R1.24, R1.25, R6.11). Gives each
/// breach as `key: rule`; an empty list is what is wanted.
public final class WordsLint {
    /// School years of reading that a sentence may ask for, by Flesch and Kincaid.
    static final double GRADE = 8;

    private static final Pattern ANYWHERE =
            words(
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
                    "hits?");

    private static final Pattern REVENGE = words("revenge porn(?! helpline)");

    private static final Pattern IN_NOTICES =
            words(
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
                    "quietbell");

    /// A Discreet notice says neither a number nor of what kind.
    private static final Pattern IN_DISCREET =
            Pattern.compile(
                    "[{}0-9]|://|www\\.|(?i)\\b(?:one|few|many|new|item|items|page|pages|name"
                            + "|forum|social|video|search|news|site|web)\\b");

    private static final Pattern CAPITALS = Pattern.compile("\\b\\p{Lu}{2,}\\b");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private WordsLint() {}

    private static Pattern words(String... phrases) {
        return Pattern.compile(
                "(?<![\\p{L}])(?:" + String.join("|", phrases) + ")(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE);
    }

    /// Every breach in a bundle, by key.
    public static List<String> check(Map<String, String> bundle) {
        List<String> breaches = new ArrayList<>();
        bundle.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> breaches.addAll(check(entry.getKey(), entry.getValue())));
        return breaches;
    }

    /// Every breach in one sentence.
    public static List<String> check(String key, String text) {
        List<String> breaches = new ArrayList<>();
        String said = text.replace('’', '\'');
        find(breaches, key, "never said", ANYWHERE, said);
        find(breaches, key, "never said", REVENGE, said);
        if (key.startsWith("notice.")) {
            find(breaches, key, "not in a notice", IN_NOTICES, said);
            find(breaches, key, "no capitals in a notice", CAPITALS, said);
            if (said.indexOf('!') >= 0) {
                breaches.add(key + ": no exclamation mark in a notice");
            }
            if (said.codePoints().anyMatch(WordsLint::isPicture)) {
                breaches.add(key + ": no pictures in a notice");
            }
        }
        if (key.startsWith("notice.discreet.")) {
            find(breaches, key, "not in a discreet notice", IN_DISCREET, said);
        }
        if (isSentence(said) && grade(said) > GRADE) {
            breaches.add(
                    key
                            + ": reads at grade "
                            + String.format(Locale.ROOT, "%.1f", grade(said))
                            + ", at most 8");
        }
        return breaches;
    }

    private static void find(
            List<String> breaches, String key, String rule, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            breaches.add(key + ": " + rule + ": " + matcher.group());
        }
    }

    private static boolean isPicture(int c) {
        return c >= 0x1F000
                || (c >= 0x2600 && c <= 0x27BF)
                || (c >= 0x2B00 && c <= 0x2BFF)
                || c == 0xFE0F;
    }

    private static boolean isSentence(String text) {
        String end = text.strip();
        return WORD.matcher(text).results().count() >= 5
                && (end.endsWith(".") || end.endsWith("?") || end.endsWith(":"));
    }

    /// The Flesch-Kincaid grade: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
    ///
    /// @see <a href="https://apps.dtic.mil/sti/citations/ADA006655">Kincaid et al. 1975</a>
    static double grade(String text) {
        String plain = PLACE.matcher(text).replaceAll("it").strip();
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
            syllables += syllables(matcher.group());
        }
        return words == 0
                ? 0
                : 0.39 * words / Math.max(1, sentences) + 11.8 * syllables / words - 15.59;
    }

    /// Groups of vowels, without a silent end: near enough for English.
    static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String spoken = lower.replaceFirst("(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$", "");
        return (int) Math.max(1, VOWELS.matcher(spoken).results().count());
    }
}
