package org.quietbell.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// How the matching does on labelled cases: lines as [ExplainMatch] reads them, each with `expect`
/// and `category`.
public final class Confusion {
    private static final List<String> VERDICTS = List.of("match", "possible", "no_match");

    private final Map<String, Integer> cells = new LinkedHashMap<>();
    private final Map<String, int[]> categories = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int cases;

    /// Judges every line.
    ///
    /// @throws IllegalArgumentException if a line cannot be read
    public static Confusion of(Iterable<String> lines) {
        Confusion confusion = new Confusion();
        ExplainMatch explain = new ExplainMatch(Reason::key);
        int number = 0;
        for (String line : lines) {
            number++;
            if (!line.isBlank()) {
                try {
                    confusion.judge(explain, Json.read(line));
                } catch (MalformedJsonException e) {
                    throw new IllegalArgumentException("line " + number + ": is not JSON", e);
                }
            }
        }
        return confusion;
    }

    private void judge(ExplainMatch explain, Json asked) {
        var match = explain.judge(asked);
        int score = match.map(Match::score).orElse(0);
        String verdict = ExplainMatch.verdict(Band.of(score));
        String expected = asked.at("expect").text().orElse("");
        String category = asked.at("category").text().orElse("");
        cases++;
        cells.merge(expected + ">" + verdict, 1, Integer::sum);
        int[] counts = categories.computeIfAbsent(category, _ -> new int[3]);
        counts[0]++;
        if (expected.equals(verdict)) {
            counts[1]++;
        } else {
            misses.add(
                    "%s %s: %s, should be %s (%d)"
                            .formatted(
                                    asked.at("id").text().orElse("?"),
                                    category,
                                    verdict,
                                    expected,
                                    score));
        }
        if (expected.equals("no_match") && verdict.equals("match")) {
            counts[2]++;
        }
    }

    /// Of what was called a match, how much is; 1 if nothing was.
    public double precision() {
        int called = VERDICTS.stream().mapToInt(expected -> cell(expected, "match")).sum();
        return called == 0 ? 1 : (double) cell("match", "match") / called;
    }

    /// Of what is a match, how much was called so; 1 if nothing is.
    public double recall() {
        int real = VERDICTS.stream().mapToInt(verdict -> cell("match", verdict)).sum();
        return real == 0 ? 1 : (double) cell("match", "match") / real;
    }

    /// How often the verdict was the expected one of three.
    public double accuracy() {
        int right = VERDICTS.stream().mapToInt(verdict -> cell(verdict, verdict)).sum();
        return cases == 0 ? 1 : (double) right / cases;
    }

    /// How many strangers of a category were called a match.
    public int strangers(String category) {
        int[] counts = categories.get(category);
        return counts == null ? 0 : counts[2];
    }

    /// One line for each case that was judged otherwise than expected: no name, no text.
    public List<String> misses() {
        return List.copyOf(misses);
    }

    private int cell(String expected, String verdict) {
        return cells.getOrDefault(expected + ">" + verdict, 0);
    }

    /// The table, the three figures, and each category's share of right verdicts.
    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("expected \\ judged    match  possible  no_match\n");
        for (String expected : VERDICTS) {
            table.append("%-18s".formatted(expected));
            VERDICTS.forEach(verdict -> table.append("%9d".formatted(cell(expected, verdict))));
            table.append('\n');
        }
        table.append(
                String.format(
                        Locale.ROOT,
                        "cases %d, match precision %.3f, recall %.3f, three-way accuracy %.3f%n",
                        cases,
                        precision(),
                        recall(),
                        accuracy()));
        categories.forEach((category, counts) ->
                table.append("%-24s %3d of %3d\n".formatted(category, counts[1], counts[0])));
        return table.toString();
    }
}
