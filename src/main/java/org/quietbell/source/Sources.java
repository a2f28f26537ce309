package org.quietbell.source;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.watch.CaseId;

/// The kinds of source there are, one line each, and the way from settings to a source.
public final class Sources {
    /// Keys that every source has, read by [#entry].
    private static final List<String> COMMON = List.of("id", "type", "every", "budget", "case");

    private interface Maker {
        Source make(SourceId id, Section section);
    }

    private record Line(Type type, Maker maker) {}

    private static final Map<String, Line> LINES =
            lines(
                    line(
                            FeedSource.TYPE,
                            FeedSource.MINIMUM,
                            Duration.ofMinutes(30),
                            FeedSource::new),
                    line(
                            SearxngSource.TYPE,
                            SearxngSource.MINIMUM,
                            Duration.ofHours(6),
                            SearxngSource::new));

    private Sources() {}

    private static Line line(String name, Duration minimum, Duration usual, Maker maker) {
        return new Line(new Type(name, minimum, usual), maker);
    }

    private static Map<String, Line> lines(Line... lines) {
        Map<String, Line> byName = new LinkedHashMap<>();
        Arrays.stream(lines).forEach(line -> byName.put(line.type().name(), line));
        return byName;
    }

    /// Every kind of source.
    public static Collection<Type> types() {
        return LINES.values().stream().map(Line::type).toList();
    }

    /// Makes a source of its settings. Notes every problem, unknown keys too.
    ///
    /// @param type a name from [#types]
    /// @param section its settings; the keys that all sources share may stand among them
    /// @return empty if anything is wrong
    public static Optional<Source> build(SourceId id, String type, Section section) {
        Line line = LINES.get(type);
        if (line == null) {
            section.problem("type", "must be one of " + String.join(", ", LINES.keySet()));
            return Optional.empty();
        }
        int before = section.problems().all().size();
        COMMON.forEach(section::text);
        Source source = line.maker().make(id, section);
        section.finish();
        return section.problems().all().size() == before ? Optional.of(source) : Optional.empty();
    }

    /// Reads one source of the settings: the keys that all share (`id`, `type`, `every`, `budget`,
    /// `case`) and those of its type. The settings kept in the entry hold an address in full, also
    /// where the file names it by `url-file`: they are sealed.
    ///
    /// `every` is raised to the type's minimum, unless its address is private.
    ///
    /// @param byFile whether a settings file says so
    /// @return empty if anything is wrong; then it is noted
    public static Optional<SourceEntry> entry(Section section, boolean byFile) {
        int before = section.problems().all().size();
        section.required("id");
        section.required("type");
        Optional<SourceId> id = section.parsed("id", SourceId::new);
        String type = section.text("type", "");
        Optional<CaseId> caseId = section.parsed("case", CaseId::new);
        Optional<Budget> budget = section.parsed("budget", Sources::budget);
        Line line = LINES.get(type);
        Duration usual = line == null ? Duration.ofHours(1) : line.type().usualInterval();
        Duration every = section.duration("every", usual);
        build(id.orElse(new SourceId("unnamed")), type, section);
        if (id.isEmpty() || line == null || section.problems().all().size() != before) {
            return Optional.empty();
        }
        URI address = Addresses.required(section, "url");
        Duration minimum =
                Addresses.isPrivate(address) ? Duration.ZERO : line.type().minimumInterval();
        return Optional.of(
                new SourceEntry(
                        id.get(),
                        type,
                        caseId,
                        settings(section, address),
                        every.compareTo(minimum) < 0 ? minimum : every,
                        budget,
                        byFile,
                        true));
    }

    private static Json settings(Section section, URI address) {
        Map<String, Json> kept =
                section.settings().members().entrySet().stream()
                        .filter(member -> !COMMON.contains(member.getKey()))
                        .filter(member -> !member.getKey().equals("url-file"))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (first, second) -> first,
                                        LinkedHashMap::new));
        kept.put("url", new Json.Text(address.toString()));
        return new Json.Members(kept);
    }

    /// A ceiling of requests such as `60/day`: a whole number, and `hour`, `day` or `month` (thirty
    /// days).
    ///
    /// @throws IllegalArgumentException if it is written otherwise
    public static Budget budget(String text) {
        String rule = "must be a number of requests in a time, such as 60/day (hour, day, month)";
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2 || !parts[0].strip().matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(rule);
        }
        Duration window =
                switch (parts[1].strip()) {
                    case "hour" -> Duration.ofHours(1);
                    case "day" -> Duration.ofDays(1);
                    case "month" -> Duration.ofDays(30);
                    default -> throw new IllegalArgumentException(rule);
                };
        return new Budget(Integer.parseInt(parts[0].strip()), window);
    }
}
