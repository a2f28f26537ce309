package org.quietbell.source;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.watch.CaseId;

/// The kinds of source there are, one line each, and the way from settings to a source.
public final class Sources {
    private static final String BUDGET = "budget";

    /// Keys that every source has, read by [#entry].
    private static final List<String> COMMON = List.of("id", "type", "every", "case", BUDGET);

    private interface Maker {
        Source make(SourceId id, Section section);
    }

    private record Line(Type type, Maker maker) {}

    private static final Map<String, Line> LINES =
            lines(
                    new Line(FeedSource.TYPE, FeedSource::new),
                    new Line(SearxngSource.TYPE, SearxngSource::new),
                    new Line(GoogleAlerts.TYPE, GoogleAlerts::make),
                    new Line(Talkwalker.TYPE, Talkwalker::make),
                    new Line(GoogleNewsSource.TYPE, GoogleNewsSource::new),
                    new Line(BingNewsSource.TYPE, BingNewsSource::new),
                    new Line(HackerNewsSource.TYPE, HackerNewsSource::new),
                    new Line(GdeltSource.TYPE, GdeltSource::new),
                    new Line(BraveSource.TYPE, BraveSource::new),
                    new Line(MojeekSource.TYPE, MojeekSource::new),
                    new Line(KagiSource.TYPE, KagiSource::new),
                    new Line(SerperSource.TYPE, SerperSource::new),
                    new Line(SerpApiSource.TYPE, SerpApiSource::new),
                    new Line(TavilySource.TYPE, TavilySource::new),
                    new Line(GoogleCseSource.TYPE, GoogleCseSource::new),
                    new Line(GithubSource.TYPE, GithubSource::new),
                    new Line(YoutubeSource.TYPE, YoutubeSource::new),
                    new Line(MastodonSource.TYPE, MastodonSource::new),
                    new Line(RedditSource.TYPE, RedditSource::new),
                    new Line(LemmySource.TYPE, LemmySource::new),
                    new Line(FourchanSource.TYPE, FourchanSource::new),
                    new Line(BlueskySource.TYPE, BlueskySource::new));

    private Sources() {}

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
        COMMON.stream().filter(key -> !key.equals(BUDGET)).forEach(section::text);
        section.texts(BUDGET);
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
        List<Budget> budgets = section.parsedAll(BUDGET, Sources::budget);
        Line line = LINES.get(type);
        Duration usual = line == null ? Duration.ofHours(1) : line.type().usualInterval();
        Duration every = section.duration("every", usual);
        build(id.orElse(new SourceId("unnamed")), type, section);
        if (id.isEmpty() || line == null || section.problems().all().size() != before) {
            return Optional.empty();
        }
        Map<String, Json> settings = settings(section, line.type(), byFile);
        if (section.problems().all().size() != before) {
            return Optional.empty();
        }
        boolean isPrivate =
                settings.containsKey("url")
                        && Addresses.isPrivate(Addresses.required(section, "url"));
        Duration minimum = isPrivate ? Duration.ZERO : line.type().minimumInterval();
        return Optional.of(
                new SourceEntry(
                        id.get(),
                        type,
                        caseId,
                        new Json.Members(settings),
                        every.compareTo(minimum) < 0 ? minimum : every,
                        budgets,
                        byFile,
                        true));
    }

    /// The settings to keep: what a file holds (`url-file`, `key-file`) takes the place of the
    /// file's name.
    private static Map<String, Json> settings(Section section, Type type, boolean byFile) {
        Map<String, Json> kept = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : section.settings().members().entrySet()) {
            String key = member.getKey();
            String bare = key.endsWith("-file") ? key.substring(0, key.length() - 5) : key;
            if (byFile && type.secrets().contains(key) && section.has(key)) {
                section.problem(
                        key,
                        "must not stand in the settings; write "
                                + key
                                + "-file with a file's name");
            } else if (!bare.equals(key) && section.has(key)) {
                SearchSettings.key(section, bare)
                        .ifPresent(held -> kept.put(bare, new Json.Text(held.reveal())));
            } else if (!COMMON.contains(key)) {
                kept.put(key, member.getValue());
            }
        }
        if (section.has("url") || section.has("url-file")) {
            kept.put("url", new Json.Text(Addresses.required(section, "url").toString()));
        }
        return kept;
    }

    /// That kind of source.
    public static Optional<Type> type(String name) {
        return Optional.ofNullable(LINES.get(name)).map(Line::type);
    }

    /// A ceiling of requests such as `60/day`: a whole number, and `min`, `hour`, `day` or `month`
    /// (thirty days).
    ///
    /// @throws IllegalArgumentException if it is written otherwise
    public static Budget budget(String text) {
        String rule =
                "must be a number of requests in a time, such as 60/day (min, hour, day, month)";
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 2 || !parts[0].strip().matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(rule);
        }
        Duration window =
                switch (parts[1].strip()) {
                    case "min" -> Duration.ofMinutes(1);
                    case "hour" -> Duration.ofHours(1);
                    case "day" -> Duration.ofDays(1);
                    case "month" -> Duration.ofDays(30);
                    default -> throw new IllegalArgumentException(rule);
                };
        return new Budget(Integer.parseInt(parts[0].strip()), window);
    }
}
