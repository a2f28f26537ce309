package org.quietbell.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts something else in the place of words that somebody would rather not read (R1.17), however
/// they are written: case, accents, look-alikes, hyphens and points within, letters spaced out,
/// several words run together, signs for letters. What is stored stays as it was found.
///
/// A word stands for itself alone; with a star at its end also for every longer word that begins
/// so. What has neither letters nor digits, such as a picture sign, is found as it is.
///
/// Each word of a text is compared with those that begin with the same letter, once: the time grows
/// with the length of the text times that of the list, whatever they hold. For one thread.
public final class ChosenWords {
    /// What stands in the place of a word if nothing else was chosen, whatever the language.
    public static final String MARK = FormerNames.MARK;

    private static final char STAR = '*';
    private static final char VARIATION = '\uFE0F';
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private final Map<Character, List<Chosen>> byLetter = new HashMap<>();
    private final Map<String, String> signs = new TreeMap<>();
    private final Tokens tokens = Tokens.reading(new Vocabulary(), new Sounds());

    /// A word as it is compared.
    ///
    /// @param letters folded, without what parts its words
    /// @param latin the same with Latin letters for those that look so
    /// @param begins where a word of it begins
    /// @param opens whether longer words count too
    /// @param instead what is shown
    private record Chosen(
            char[] letters, char[] latin, boolean[] begins, boolean opens, String instead) {
        boolean is(char c, int at) {
            return letters[at] == c || latin[at] == c;
        }
    }

    /// From one token to another, and what is shown there.
    private record Place(int from, int to, String instead) {}

    private ChosenWords(Map<String, String> instead) {
        new TreeMap<>(instead).forEach(this::add);
    }

    /// @param instead for each word what is shown in its place; empty: the mark
    public static ChosenWords of(Map<String, String> instead) {
        return new ChosenWords(instead);
    }

    /// Whether there is anything in it to be found.
    public static boolean isFindable(String word) {
        return !bare(word).isBlank();
    }

    private static String bare(String word) {
        String bare = word.strip();
        return bare.endsWith(String.valueOf(STAR))
                ? bare.substring(0, bare.length() - 1).strip()
                : bare;
    }

    private void add(String word, String instead) {
        if (!isFindable(word)) {
            return;
        }
        String shown = instead.isBlank() ? MARK : ISOLATE + instead.strip() + END_OF_ISOLATE;
        Tokens written = Tokens.learning(new Vocabulary()).read(bare(word));
        if (written.count == 0) {
            signs.put(bare(word).replace(String.valueOf(VARIATION), ""), shown);
            return;
        }
        StringBuilder letters = new StringBuilder();
        boolean[] begins = new boolean[written.start(written.count)];
        for (int i = 0; i < written.count; i++) {
            begins[letters.length()] = true;
            letters.append(written.folded(i));
        }
        boolean opens = word.strip().endsWith(String.valueOf(STAR));
        note(letters.toString(), begins, opens, shown);
        String strokes = Disguise.strokes(letters.toString());
        if (!strokes.contentEquals(letters)) {
            note(strokes, begins, opens, shown); // for texts in which a sign stands for i or l
        }
    }

    private void note(String letters, boolean[] begins, boolean opens, String shown) {
        char[] plain = letters.toCharArray();
        char[] latin = plain.clone();
        LookAlikes.toLatin(latin, 0, latin.length);
        Chosen chosen = new Chosen(plain, latin, begins, opens, shown);
        byLetter.computeIfAbsent(plain[0], _ -> new ArrayList<>()).add(chosen);
        if (latin[0] != plain[0]) {
            byLetter.computeIfAbsent(latin[0], _ -> new ArrayList<>()).add(chosen);
        }
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return byLetter.isEmpty() && signs.isEmpty();
    }

    /// The text as it is shown; the same text if no such word stands in it.
    public String shown(String text) {
        if (isEmpty() || text.isBlank()) {
            return text;
        }
        String composed = Folding.composed(text);
        String plain = replaced(composed);
        if (!tokens.begin().read(plain).isSuspicious()) {
            return withoutSigns(plain.equals(composed) ? text : plain);
        }
        String open = undisguised(plain);
        // read by what its signs stand for, what is left has no places to mark: all of it goes
        return holds(Disguise.undone(withoutReplaced(open)))
                ? MARK
                : withoutSigns(open.equals(composed) ? text : open);
    }

    private String replaced(String text) {
        List<Place> places = places(text);
        if (places.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (Place place : places) {
            shown.append(text, at, tokens.begins(place.from())).append(place.instead());
            at = tokens.ends(place.to());
        }
        return shown.append(text, at, text.length()).toString();
    }

    private boolean holds(String text) {
        return !places(text).isEmpty();
    }

    /// From left to right. Words that overlap make one place, which shows what was chosen for the
    /// longest of those that begin it.
    private List<Place> places(String text) {
        tokens.begin().read(text);
        List<Place> places = new ArrayList<>();
        for (int token = 0; token < tokens.count; token++) {
            Place found = longest(token);
            if (found == null) {
                continue;
            }
            Place last = places.isEmpty() ? null : places.getLast();
            if (last == null || last.to() < found.from()) {
                places.add(found);
            } else if (last.to() < found.to()) {
                places.set(places.size() - 1, new Place(last.from(), found.to(), last.instead()));
            }
        }
        return places;
    }

    private @Nullable Place longest(int token) {
        Place longest = null;
        for (Chosen chosen : byLetter.getOrDefault(tokens.first(token), List.of())) {
            int end = end(token, chosen);
            if (end >= 0 && (longest == null || end > longest.to())) {
                longest = new Place(token, end, chosen.instead());
            }
        }
        return longest;
    }

    /// The last word of a place that begins there, or -1.
    private int end(int token, Chosen chosen) {
        char[] letters = tokens.letters();
        int last = token;
        int at = tokens.start(token);
        int end = at + tokens.length(token);
        for (int i = 0; i < chosen.letters().length; i++) {
            if (at == end) {
                last++;
                if (last == tokens.count || !mayJoin(last, chosen.begins()[i])) {
                    return -1;
                }
                end = at + tokens.length(last);
            }
            if (!chosen.is(letters[at++], i)) {
                return -1;
            }
        }
        return at == end || chosen.opens() ? last : -1;
    }

    /// Whether a word may go on in the next one: where she wrote two, or what parts them is no
    /// space, or letters stand one by one.
    private boolean mayJoin(int token, boolean isParted) {
        boolean isSpaced = (tokens.before(token) & (Glyphs.SPACE | Glyphs.LINE | Glyphs.TAB)) != 0;
        return isParted
                || !isSpaced
                || (tokens.has(token, Tokens.SINGLE) && tokens.has(token - 1, Tokens.SINGLE));
    }

    /// Without the pieces that hold such a word once signs are read as letters: `b4d`.
    private String undisguised(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean isSpace = Character.isWhitespace(text.charAt(at));
            while (end < text.length() && Character.isWhitespace(text.charAt(end)) == isSpace) {
                end++;
            }
            String piece = text.substring(at, end);
            shown.append(isSpace ? piece : undisguisedPiece(piece));
            at = end;
        }
        return shown.toString();
    }

    private String undisguisedPiece(String piece) {
        String undone = Disguise.undone(piece);
        if (undone.equals(piece) || piece.indexOf(ISOLATE) >= 0) {
            return piece;
        }
        List<Place> places = places(undone);
        return places.isEmpty() ? piece : places.getFirst().instead();
    }

    /// Without what she chose herself, which is not looked through once more.
    private static String withoutReplaced(String text) {
        StringBuilder left = new StringBuilder(text.length());
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inside = c == ISOLATE || (inside && c != END_OF_ISOLATE);
            left.append(inside || c == END_OF_ISOLATE ? ' ' : c);
        }
        return left.toString();
    }

    private String withoutSigns(String text) {
        String shown = text;
        for (Map.Entry<String, String> sign : signs.entrySet()) {
            shown = shown.replace(sign.getKey(), sign.getValue());
        }
        return shown;
    }

    /// The address without its path, if such a word stands anywhere in it; the mark alone if it
    /// stands in its host.
    public String shownAddress(String address) {
        if (isEmpty() || address.isBlank()) {
            return address;
        }
        String plain = Whereabouts.decoded(address).replace('+', ' ');
        if (shown(plain).equals(plain)) {
            return address;
        }
        String host = Whereabouts.of(address).host();
        return !host.isEmpty() && shown(host).equals(host) ? "https://" + host + "/" + MARK : MARK;
    }
}
