package org.quietbell.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules for what may be said to a person (R1.14, R1.23, R1.24, R1.25, R6.11), in each language
/// ([LintRules]), and for bundles that say the same. Gives each breach as `key: rule`; an empty
/// list is what is wanted.
final class WordsLint {
    private static final Pattern CAPITALS = Pattern.compile("\\b\\p{Lu}{2,}\\b");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])((?:\\|[^}|]*)*)\\}");
    private static final Pattern ONE = LintRules.words("une?", "aucune?");

    private WordsLint() {}

    /// Every breach in an English bundle, by key.
    static List<String> check(Map<String, String> bundle) {
        return check(Language.EN, bundle);
    }

    /// Every breach in a bundle, by key.
    static List<String> check(Language language, Map<String, String> bundle) {
        List<String> breaches = new ArrayList<>();
        bundle.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        breaches.addAll(check(language, entry.getKey(), entry.getValue())));
        return breaches;
    }

    /// Every breach in one English sentence.
    static List<String> check(String key, String text) {
        return check(Language.EN, key, text);
    }

    /// Every breach in one sentence.
    static List<String> check(Language language, String key, String text) {
        LintRules rules = LintRules.of(language);
        List<String> breaches = new ArrayList<>();
        String said = text.replace('’', '\'');
        find(breaches, key, "never said", rules.anywhere(), said);
        if (!key.equals("ask.language")) { // it asks in all of them
            find(breaches, key, "not said to her", rules.address(), said);
        }
        if (key.startsWith("notice.")) {
            find(breaches, key, "not in a notice", rules.inNotices(), said);
            find(breaches, key, "no capitals in a notice", CAPITALS, said);
            if (said.indexOf('!') >= 0 || said.indexOf('¡') >= 0) {
                breaches.add(key + ": no exclamation mark in a notice");
            }
            if (said.codePoints().anyMatch(WordsLint::isPicture)) {
                breaches.add(key + ": no pictures in a notice");
            }
        }
        if (key.startsWith("notice.discreet.")) {
            find(breaches, key, "not in a discreet notice", rules.inDiscreet(), said);
        }
        boolean isLetter = key.startsWith("letter.");
        if (isLetter && !key.startsWith("letter.gap.")) {
            find(breaches, key, "only the person can say that", rules.claims(), said);
        }
        if (ReadingEase.isSentence(said) && !key.equals("ask.language")) {
            LintRules.Reading reading = isLetter ? rules.letters() : rules.reading();
            reading.breach(said).ifPresent(breach -> breaches.add(key + ": " + breach));
        }
        choices(breaches, language, key, text);
        return breaches;
    }

    /// A choice has two forms, and in French the first one is said of 0 as well.
    private static void choices(List<String> breaches, Language language, String key, String text) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            String[] forms = places.group(2).split("\\|", -1);
            if (forms.length != 1 && forms.length != 3) {
                breaches.add(key + ": a choice has two forms: " + places.group());
            } else if (language.isOne(0)
                    && forms.length == 3
                    && ONE.matcher(forms[1]).find()
                    && !forms[1].contains("#")) {
                breaches.add(key + ": says one, and is said of 0 too: " + places.group());
            }
        }
    }

    /// What a translation lacks, or asks for beyond what the code gives.
    static List<String> compare(Map<String, String> english, Map<String, String> translation) {
        List<String> breaches = new ArrayList<>();
        english.keySet().stream()
                .filter(key -> !translation.containsKey(key))
                .sorted()
                .forEach(key -> breaches.add(key + ": is missing"));
        translation.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .sorted()
                .forEach(key -> breaches.add(key + ": is not in the English bundle"));
        english.forEach((key, text) -> {
            String translated = translation.get(key);
            if (translated == null || key.startsWith("date.")) {
                return; // what dates are made of is given whole to every language
            }
            if (!details(text, "").equals(details(translated, ""))) {
                breaches.add(
                        key
                                + ": has other details: "
                                + details(text, "")
                                + ", "
                                + details(translated, ""));
            }
            if (!details(text, "|").containsAll(details(translated, "|"))) {
                breaches.add(key + ": chooses by what may be no number");
            }
        });
        return breaches;
    }

    /// Which details a sentence asks for.
    ///
    /// @param mark what must follow the number: `|` for those that choose
    private static NavigableSet<String> details(String text, String mark) {
        NavigableSet<String> details = new TreeSet<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (places.group(2).startsWith(mark)) {
                details.add(places.group(1));
            }
        }
        return details;
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
}
