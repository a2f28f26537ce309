package org.quietbell.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Section;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// Reads a case's `watch`.
final class WatchReader {
    private static final int MAX_LENGTH = 200;

    private WatchReader() {}

    /// @param caseId also the id of the watch
    /// @return empty if something is wrong
    static Optional<Watch> read(Section watch, Optional<CaseId> caseId) {
        Optional<String> name = watch.required("name", WatchReader::phrase);
        List<String> aliases = phrases(watch, "aliases");
        List<Handle> handles = watch.parsedAll("handles", Handle::parse);
        List<String> context = phrases(watch, "context");
        List<String> exclude = phrases(watch, "exclude");
        List<String> former = phrases(watch, "former");
        Set<Variant> without = Set.copyOf(watch.parsedAll("without", Variant::parse));
        Section details = watch.sectionOrEmpty("details");
        Details known =
                new Details(
                        phrases(details, "addresses"),
                        phrases(details, "phones"),
                        phrases(details, "emails"));
        details.finish();
        watch.finish();
        if (caseId.isEmpty() || !watch.problems().isEmpty()) {
            return Optional.empty();
        }
        return name.map(text ->
                new Watch(
                        new WatchId(caseId.get().value()),
                        caseId.get(),
                        text,
                        aliases,
                        handles,
                        context,
                        exclude,
                        former,
                        without,
                        known));
    }

    private static List<String> phrases(Section section, String key) {
        return section.parsedAll(key, WatchReader::phrase);
    }

    private static String phrase(String text) {
        String phrase = text.strip();
        if (phrase.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("must hold a letter or a digit");
        }
        if (phrase.length() > MAX_LENGTH || phrase.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "must be one line of at most " + MAX_LENGTH + " characters");
        }
        return phrase;
    }
}
