package org.quietbell.hit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.SiteRules.Between;
import org.quietbell.hit.SiteRules.Only;
import org.quietbell.hit.SiteRules.Wrapper;

/// One line of rules: a keyword and what it is about.
///
/// @param number from 1
/// @param keyword the first word
/// @param rest the other words
record RuleLine(int number, String keyword, List<String> rest) {
    /// How many words each keyword needs at least.
    private enum Keyword {
        RULES(1),
        TRACKER(1),
        SESSION(1),
        SESSION_IF_HEX(1),
        INDEX(1),
        LABEL(1),
        HOST(2),
        MIDDLE_LABEL(2),
        REGION(1),
        PATH(4),
        KEEP(3),
        DROP(2),
        DROP_IF(3),
        DROP_LAST(2),
        NOCASE(2),
        WRAPPER(3),
        BETWEEN(3),
        CACHE(2);

        private final int words;

        Keyword(int words) {
            this.words = words;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Optional<Keyword> of(String word) {
            return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
        }
    }

    private static final Set<Keyword> OF_A_SITE =
            Set.of(
                    Keyword.HOST,
                    Keyword.MIDDLE_LABEL,
                    Keyword.REGION,
                    Keyword.PATH,
                    Keyword.KEEP,
                    Keyword.DROP,
                    Keyword.DROP_IF,
                    Keyword.DROP_LAST,
                    Keyword.NOCASE,
                    Keyword.WRAPPER,
                    Keyword.BETWEEN,
                    Keyword.CACHE);

    /// The lines of a text that hold a rule.
    static List<RuleLine> all(String text) {
        List<RuleLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                List<String> words = List.of(stripped.split("\\s+", -1));
                lines.add(new RuleLine(number, words.getFirst(), words.subList(1, words.size())));
            }
        }
        return lines;
    }

    /// What is wrong with it, as `WHAT: WHY: WHAT TO DO`; empty: nothing.
    Optional<String> fault() {
        Optional<Keyword> known = Keyword.of(keyword);
        if (known.isEmpty()) {
            return Optional.of(
                    "the line: its first word is no keyword: begin it with # for a remark, or with"
                            + " one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Keyword.values()).map(Keyword::word).toList()));
        }
        Keyword word = known.get();
        if (rest.size() < word.words) {
            return Optional.of(
                    word.word() + ": words are missing: write " + word.words + " or more after it");
        }
        if (OF_A_SITE.contains(word) && !isHost(rest.getFirst())) {
            return Optional.of(
                    word.word()
                            + ": its host is none: write it in lower case and ASCII, without scheme,"
                            + " as example.org, *.example.org or example.*");
        }
        return switch (word) {
            case PATH -> path();
            case KEEP, CACHE, WRAPPER, BETWEEN -> beginsWithSlash(word, rest.get(1));
            case NOCASE -> number(word, rest.get(1));
            case HOST ->
                    isHost(rest.get(1))
                            ? Optional.empty()
                            : Optional.of(
                                    "host: the second host is none: write a host as example.org");
            default -> Optional.empty();
        };
    }

    private static boolean isHost(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z')
                                        || (c >= '0' && c <= '9')
                                        || c == '.'
                                        || c == '-'
                                        || c == '*');
    }

    private static Optional<String> beginsWithSlash(Keyword word, String path) {
        return path.startsWith("/")
                ? Optional.empty()
                : Optional.of(word.word() + ": its path is none: begin it with /");
    }

    private static Optional<String> number(Keyword word, String text) {
        return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '9'
                ? Optional.empty()
                : Optional.of(word.word() + ": its number is none: write one from 1 to 9");
    }

    private Optional<String> path() {
        if (!rest.get(1).startsWith("/") || !rest.get(3).startsWith("/")) {
            return Optional.of("path: one of its paths is none: begin both with /");
        }
        if (!rest.get(2).equals("=") && !isHost(rest.get(2))) {
            return Optional.of("path: its second host is none: write a host, or = for the same");
        }
        Way way = Way.read(rest.get(1), rest.get(2), rest.get(3));
        if (!way.from().stream().allMatch(segment -> Way.KINDS.contains(segment.kind()))) {
            return Optional.of(
                    "path: a kind is not known: write digits, hex, tail-hex or tail-digits");
        }
        return way.captures().containsAll(Way.used(rest.get(3)))
                ? Optional.empty()
                : Optional.of(
                        "path: its second path uses a name that the first does not have: write the"
                                + " same {name} in both");
    }

    /// Adds the line to rules; a line with a fault adds nothing.
    void into(AddressRules rules) {
        if (fault().isPresent()) {
            return;
        }
        String first = rest.getFirst();
        List<String> others = rest.subList(1, rest.size());
        switch (Keyword.of(keyword).orElseThrow()) {
            case RULES -> {} // counts only as a line: it changes the version
            case TRACKER -> rules.trackers.add(rest);
            case SESSION -> rules.sessions.add(rest);
            case SESSION_IF_HEX -> rules.sessionsIfHex.addAll(rest);
            case INDEX -> rules.indexFiles.addAll(rest);
            case LABEL -> rules.labels.addAll(rest);
            case REGION -> rules.regions.addAll(rest);
            case HOST -> rules.hosts.put(first, rest.get(1));
            case MIDDLE_LABEL -> rules.middleLabels.put(first, rest.get(1));
            case PATH ->
                    rules.written(first).ways.add(Way.read(rest.get(1), rest.get(2), rest.get(3)));
            case KEEP ->
                    rules.written(first)
                            .kept
                            .add(new Only(rest.get(1), Set.copyOf(rest.subList(2, rest.size()))));
            case DROP -> rules.written(first).dropped.add(others);
            case DROP_IF -> rules.written(first).droppedIf.put(rest.get(1), rest.get(2));
            case DROP_LAST -> rules.written(first).droppedLast = Optional.of(rest.get(1));
            case NOCASE -> rules.written(first).caseless = Integer.parseInt(rest.get(1));
            case WRAPPER ->
                    rules.written(first)
                            .wrappers
                            .add(
                                    new Wrapper(
                                            rest.get(1),
                                            List.copyOf(rest.subList(2, rest.size()))));
            case BETWEEN -> rules.written(first).between.add(new Between(rest.get(1), rest.get(2)));
            case CACHE -> rules.written(first).caches.add(rest.get(1));
        }
    }
}
