package org.quietbell.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.notice.Hearing;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;

/// Reads the words that a person chose for her Discreet notices, `cover` of `hear`.
final class CoverReader {
    private static final int MAX_LENGTH = 200;
    private static final int SHORTEST_PART = 3; // R1.14: parts of a name over two letters
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private CoverReader() {}

    /// @param watch whose names and handles the words must not hold
    /// @return empty if something is wrong
    static Optional<Hearing.Cover> read(Section cover, Optional<Watch> watch) {
        String subject = words(cover, "subject", watch);
        String body = words(cover, "body", watch);
        cover.finish();
        return subject.isEmpty() || body.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hearing.Cover(subject, body));
    }

    private static String words(Section cover, String key, Optional<Watch> watch) {
        String text = cover.required(key).strip();
        if (text.length() > MAX_LENGTH || text.codePoints().anyMatch(Character::isISOControl)) {
            cover.problem(key, "must be one line of at most " + MAX_LENGTH + " characters");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("://") || lower.contains("www.")) {
            cover.problem(key, "must not hold a link");
        }
        if (watch.stream().flatMap(w -> telling(w).stream()).anyMatch(lower::contains)) {
            cover.problem(key, "must not hold a name or handle that is looked for");
        }
        return text;
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
