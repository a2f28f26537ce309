package org.quietbell.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that are given in Latin letters only, found in Arabic and Hebrew texts by their
/// consonants.
///
/// Both scripts write consonants and long vowels. A word is brought to its consonants, each a class
/// of letters that the usual ways of writing foreign names mix, and found by their hash; then each
/// vowel that is written must be one that the Latin spelling has at that place, so that Samer is
/// not Samira. Arabic given names that differ in what is not written (Samer, Samir) are told apart
/// by a list of such. Only names whose every part has consonants enough are noted ([#isLong]).
/// Filled by one thread, then only read, by any number.
final class Skeletons {
    /// A name with fewer consonants in all is too easily another one.
    private static final int FEWEST = 7;

    private static final int FEWEST_IN_GIVEN = 2;
    private static final int FEWEST_IN_SURNAME = 3;
    private static final int LONGEST = 24;
    private static final int MOST_WAYS = 12;
    private static final int[] NO_WORDS = {};

    /// The class of each letter: a capital for a consonant, a small letter for a vowel, `?` for
    /// what any vowel or none may stand for.
    private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژڤگ";

    private static final String ARABIC_CLASS = "aBTTJHXDDRZSCSDTZ?GFKKLMNHoi?BJZFG";
    private static final String HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת";
    private static final String HEBREW_CLASS = "aBGDHoZXTiKKLMMNNS?FFQQKRST";

    /// How consonants of the Latin alphabet are written, longest spelling first: the spelling, its
    /// classes in Arabic, in Hebrew, several ways parted by a comma; a small letter is a vowel.
    private static final String[][] LATIN = {
        {"tsch", "TC,C", "TS,S"},
        {"sch", "C", "S"},
        {"tch", "TC,C", "TS"},
        {"sh", "C", "S"},
        {"ch", "TC,C,K,X", "TS,X,K,S"},
        {"ck", "K", "K"},
        {"kh", "X", "X,K"},
        {"gh", "G,", "G,"},
        {"ph", "F", "F"},
        {"th", "T,D", "T"},
        {"dh", "D", "D"},
        {"zh", "J,Z", "Z"},
        {"cz", "TC", "TS"},
        {"ts", "TS", "Q,TS"},
        {"tz", "TZ,TS", "Q"},
        {"wh", "w", "w"},
        {"qu", "Kw", "Kw"},
        {"x", "KS", "KS"},
        {"b", "B", "B"},
        {"c", "K,S", "K,S"},
        {"d", "D", "D"},
        {"f", "F", "F"},
        {"g", "G,J,K", "G"},
        {"h", "H,", "H,X,"},
        {"j", "J,i", "G,i"},
        {"k", "K", "K"},
        {"l", "L", "L"},
        {"m", "M", "M"},
        {"n", "N", "N"},
        {"p", "B", "F"},
        {"q", "K", "K"},
        {"r", "R", "R"},
        {"s", "S,Z", "S,Z"},
        {"t", "T", "T"},
        {"v", "F,w", "B,w"},
        {"w", "w", "w,B"},
        {"z", "Z,S", "Z,Q"}
    };

    /// A word of a name in one way to read it.
    private record Way(int word, String spelt, String pattern) {}

    private final WordLists lists;
    private final LongTable table = new LongTable();
    private final List<Way> ways = new ArrayList<>();

    Skeletons(WordLists lists) {
        this.lists = lists;
    }

    /// Whether a name, by its words, has consonants enough.
    ///
    /// @param words folded, the surname last
    static boolean isLong(List<String> words) {
        int all = 0;
        for (String word : words) {
            if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                return false;
            }
            int consonants = consonants(latin(word, 1).getFirst());
            if (consonants < FEWEST_IN_GIVEN) {
                return false;
            }
            all += consonants;
        }
        return words.size() > 1
                && all >= FEWEST
                && consonants(latin(words.getLast(), 1).getFirst()) >= FEWEST_IN_SURNAME;
    }

    /// Lets a word of a name be found.
    void add(String spelt, int word) {
        if (spelt.length() > LONGEST) {
            return;
        }
        for (int column = 1; column <= 2; column++) {
            for (String pattern : latin(spelt, column)) {
                long key = key(pattern, column);
                int[] known = table.get(key);
                int[] more = Arrays.copyOf(known, known.length + 1);
                more[known.length] = ways.size();
                ways.add(new Way(word, spelt, pattern));
                table.put(key, more);
            }
        }
    }

    boolean isEmpty() {
        return ways.isEmpty();
    }

    /// The words of names that a word of a text may be, as [Vocabulary#others] has them.
    int[] read(char[] letters, int from, int end) {
        char first = letters[from];
        int column = first >= 0x5D0 && first <= 0x5EA ? 2 : first >= 0x620 && first < 0x700 ? 1 : 0;
        if (column == 0 || end - from > LONGEST) {
            return NO_WORDS;
        }
        String pattern = written(letters, from, end, column);
        int[] found = table.get(key(pattern, column));
        if (found.length == 0) {
            return NO_WORDS;
        }
        Set<String> known = lists.variants("arabic-name", new String(letters, from, end - from));
        return Arrays.stream(found)
                .mapToObj(ways::get)
                .filter(way -> agree(way.pattern, pattern))
                .filter(way -> known.isEmpty() || known.contains(way.spelt))
                .mapToInt(way -> way.word << Manner.SIZE | Manner.SPELT | Manner.SKELETON)
                .distinct()
                .toArray();
    }

    private static String written(char[] letters, int from, int end, int column) {
        String known = column == 1 ? ARABIC : HEBREW;
        String classes = column == 1 ? ARABIC_CLASS : HEBREW_CLASS;
        StringBuilder pattern = new StringBuilder();
        for (int i = from; i < end; i++) {
            int at = known.indexOf(letters[i]);
            if (at < 0) {
                return "";
            }
            char c = classes.charAt(at);
            boolean silent = c == 'H' && i == end - 1 && i > from && letters[i] != 'ح';
            pattern.append(silent ? 'h' : c);
        }
        return pattern.toString();
    }

    /// The patterns of a folded word in Latin letters, at most [#MOST_WAYS].
    private static List<String> latin(String word, int column) {
        List<String> all = List.of("");
        int at = 0;
        while (at < word.length()) {
            char c = word.charAt(at);
            String[] row = "aeiouy".indexOf(c) >= 0 ? null : row(word, at);
            List<String> next = new ArrayList<>();
            String readings = row == null ? String.valueOf(c) : row[column];
            for (String reading : readings.split(",", -1)) {
                for (String begun : all) {
                    if (next.size() < MOST_WAYS) {
                        next.add(begun + reading);
                    }
                }
            }
            all = next;
            int size = row == null ? 1 : row[0].length();
            boolean doubled =
                    row != null && size == 1 && at + 1 < word.length() && word.charAt(at + 1) == c;
            at += doubled ? 2 : size;
        }
        return all.stream().distinct().toList();
    }

    private static String @Nullable [] row(String word, int at) {
        for (String[] row : LATIN) {
            if (word.startsWith(row[0], at)) {
                return row;
            }
        }
        return null;
    }

    private static boolean isConsonant(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static int consonants(String pattern) {
        return (int) pattern.chars().filter(c -> isConsonant((char) c)).count();
    }

    private static long key(String pattern, int column) {
        long hash = column;
        for (int i = 0; i < pattern.length(); i++) {
            if (isConsonant(pattern.charAt(i))) {
                hash = hash * 0x100000001B3L + pattern.charAt(i);
            }
        }
        return hash == -1 ? 1 : hash;
    }

    /// Whether the vowels that are written are ones that the Latin spelling has at their places.
    private static boolean agree(String latin, String written) {
        int at = 0;
        int to = 0;
        boolean first = true;
        while (true) {
            int latinEnd = vowelsEnd(latin, at);
            int writtenEnd = vowelsEnd(written, to);
            boolean last = latinEnd == latin.length();
            if (last != (writtenEnd == written.length())) {
                return false;
            }
            String heard = latin.substring(at, latinEnd);
            String marks = written.substring(to, writtenEnd);
            boolean joined = first && marks.equals("o") && heard.isEmpty(); // and
            if (!joined
                    && ((first && heard.isEmpty() != marks.isEmpty())
                            || !fits(heard, marks, last))) {
                return false;
            }
            if (last) {
                return true;
            }
            if (latin.charAt(latinEnd) != written.charAt(writtenEnd)) {
                return false;
            }
            at = latinEnd + 1;
            to = writtenEnd + 1;
            first = false;
        }
    }

    private static int vowelsEnd(String pattern, int from) {
        int end = from;
        while (end < pattern.length() && !isConsonant(pattern.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean fits(String heard, String marks, boolean last) {
        for (int i = 0; i < marks.length(); i++) {
            boolean fit =
                    switch (marks.charAt(i)) {
                        case 'o' -> hasAny(heard, "ouw");
                        case 'i' -> hasAny(heard, "eiy") || (last && hasAny(heard, "a"));
                        case 'h' -> hasAny(heard, "ao");
                        case 'a' -> (i == 0 && marks.length() > 1) || hasAny(heard, "aeo");
                        default -> true;
                    };
            if (!fit) {
                return false;
            }
        }
        // an a at the end is written: Samir, Samira
        return !last || !heard.endsWith("a") || !marks.isEmpty();
    }

    private static boolean hasAny(String heard, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (heard.indexOf(wanted.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
