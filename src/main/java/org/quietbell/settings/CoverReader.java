package org.quietbell.settings;

import java.util.Locale;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.notice.Hearing;
import org.quietbell.watch.Watch;

/// Reads the words that a person chose for her Discreet notices, `cover` of `hear`.
final class CoverReader {
    private static final int MAX_LENGTH = 200;

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
        if (watch.filter(w -> Telltale.isIn(text, w)).isPresent()) {
            cover.problem(key, "must not hold a name or handle that is looked for");
        }
        return text;
    }
}
