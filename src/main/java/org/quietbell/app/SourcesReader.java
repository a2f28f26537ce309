package org.quietbell.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.source.Budget;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;

/// Reads `sources`.
final class SourcesReader {
    private static final Pattern BUDGET = Pattern.compile("([0-9]{1,9})/(hour|day|month)");
    private static final Duration USUAL = Duration.ofHours(6); // of a type that is not known

    private final OwnKeys ownKeys;
    private final Set<String> caseIds;
    private final Map<String, Optional<String>> owners = new HashMap<>();
    private final Ids ids = new Ids();

    SourcesReader(OwnKeys ownKeys, Set<String> caseIds) {
        this.ownKeys = ownKeys;
        this.caseIds = caseIds;
    }

    List<SourceEntry> read(List<Section> sections) {
        List<SourceEntry> entries = new ArrayList<>();
        for (Section section : sections) {
            entry(section).ifPresent(entries::add);
        }
        return entries;
    }

    /// Every source by id, with the case that it belongs to, if it belongs to one.
    Map<String, Optional<String>> owners() {
        return Map.copyOf(owners);
    }

    private Optional<SourceEntry> entry(Section section) {
        Optional<SourceId> id = ids.read(section, SourceId::new);
        String type = section.required("type");
        Duration every = section.duration("every", ownKeys.sourceTypes().getOrDefault(type, USUAL));
        Optional<Budget> budget = section.parsed("budget", SourcesReader::budget);
        Optional<CaseId> owner = section.parsed("case", CaseId::new);
        owner.filter(o -> !caseIds.contains(o.value()))
                .ifPresent(_ -> section.problem("case", "there is no case of that id"));
        section.text("id").ifPresent(text -> owners.put(text, owner.map(CaseId::value)));
        Optional<Json> own = own(section, id, type);
        if (id.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new SourceEntry(id.get(), type, owner, own.get(), every, budget, true, true));
    }

    private Optional<Json> own(Section section, Optional<SourceId> id, String type) {
        if (type.isEmpty()
                || section.parsed("type", OneOf.of(new TreeSet<>(ownKeys.sourceTypes().keySet())))
                        .isEmpty()) {
            return Optional.empty(); // nobody knows which keys are its own
        }
        Section own = section.without("id", "type", "case", "every", "budget");
        ownKeys.source(id.orElse(new SourceId("unnamed")), type, own);
        own.finish();
        return Optional.of(own.settings());
    }

    /// `60/day`: a month is thirty days.
    static Budget budget(String text) {
        Matcher written = BUDGET.matcher(text);
        if (!written.matches() || Integer.parseInt(written.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "must be a number of requests in a time: 60/day, 10/hour or 1000/month");
        }
        Duration window =
                switch (written.group(2)) {
                    case "hour" -> Duration.ofHours(1);
                    case "day" -> Duration.ofDays(1);
                    default -> Duration.ofDays(30);
                };
        return new Budget(Integer.parseInt(written.group(1)), window);
    }
}
