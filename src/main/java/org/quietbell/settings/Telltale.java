package org.quietbell.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;

/// Whether words that others may see give away whom a watch is about.
public final class Telltale {
    private static final int SHORTEST_PART = 3; // R1.14: parts of a name over two letters
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Telltale() {}

    /// Whether the text holds a part of a name or handle of the watch, in capitals or not.
    public static boolean isIn(String text, Watch watch) {
        String lower = text.toLowerCase(Locale.ROOT);
        return telling(watch).stream().anyMatch(lower::contains);
    }

    private static List<String> telling(Watch watch) {
        List<String> names = new ArrayList<>(List.of(watch.name()));
        names.addAll(watch.aliases());
        names.addAll(watch.former());
        names.addAll(watch.handles().stream().map(Handle::name).toList());
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(NO_LETTERS::splitAsStream)
                .filter(part -> part.length() >= SHORTEST_PART)
                .toList();
    }
}
