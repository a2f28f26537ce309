package org.quietbell.source;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Google's pages and news, asked through Serper.
///
/// All of it is known at second hand only. Ten results a request, at most ten requests deep. Dates
/// are words ("3 days ago") and only those that name a day are read. No safe search is documented:
/// Google's own word for it is sent on every call, and whether it is heeded is unverified. A 400
/// may also mean that the credit is used up.
///
/// Settings: `key-file`; `search`, a list of `web` (default) and `news`; `safe-search`,
/// `freshness`, `language`, `region`, `pages`.
final class SerperSource extends Connector {
    static final Type TYPE =
            Type.of("serper", Duration.ofMinutes(30), Duration.ofHours(12))
                    .paced(5, Duration.ofSeconds(1))
                    .needing("key")
                    .secret("key")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE_TO_A_LIMIT,
                                            "2,500 requests once, then packs that last six months"
                                                    + " (unverified)",
                                            "a Serper account, by mail address",
                                            "Serper, where is not known; it asks Google in its"
                                                    + " turn")
                                    .card("no, until a pack is bought"));

    private static final int PER_PAGE = 10;
    private static final int MOST_PAGES = 10;
    private static final Phrasing PHRASING = new Phrasing(2_000, 32, true);

    private final Secret key;
    private final List<String> searches;
    private final SafeSearch safeSearch;
    private final Freshness freshness;
    private final Optional<String> language;
    private final Optional<String> region;
    private final int pages;

    SerperSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://google.serper.dev");
        key = SearchSettings.requiredKey(section, "key");
        searches = SearchSettings.searches(section, "web", "news");
        safeSearch = SearchSettings.safeSearch(section);
        freshness = SearchSettings.freshness(section);
        language = SearchSettings.language(section);
        region = SearchSettings.region(section);
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, 0, 1));
    }

    @Override
    public List<Step> foreseen(Query query) {
        return PHRASING.words(query).stream()
                .flatMap(words ->
                        IntStream.range(0, searches.size())
                                .mapToObj(search -> step(words, search, 1)))
                .toList();
    }

    private boolean isNews(int search) {
        return searches.get(search).equals("news");
    }

    private Step step(String words, int search, int page) {
        Json.Builder question =
                Json.object()
                        .put("q", words)
                        .put("num", PER_PAGE)
                        .put("page", page)
                        .put("autocorrect", false)
                        .put("safe", safeSearch.isOn() ? "active" : "off")
                        .putIfPresent("gl", region.map(land -> land.toLowerCase(Locale.ROOT)))
                        .putIfPresent("hl", language);
        if (freshness.isBounded()) {
            question.put("tbs", "qdr:" + freshness.letter());
        }
        String path = isNews(search) ? "/news" : "/search";
        return Step.of(post(path, question.build()), body -> read(body, words, search, page))
                .signed("X-API-KEY", key.reveal());
    }

    private Step.Read read(Body body, String words, int search, int page)
            throws MalformedReplyException {
        List<Json> rows = list(json(body), isNews(search) ? "news" : "organic", "searchParameters");
        Page found = Rows.page(TYPE.name(), rows, body, SerperSource::row);
        return read(
                found,
                rows.size() >= PER_PAGE,
                page >= pages,
                () -> step(words, search, page + 1),
                () ->
                        search + 1 < searches.size()
                                ? Optional.of(step(words, search + 1, 1))
                                : Optional.empty());
    }

    private static void row(Json result, Sketch sketch) {
        sketch.title(result.at("title"))
                .says(result.at("snippet"), result.at("source"))
                .address(result.at("link"))
                .date(result.at("date"));
    }

    @Override
    public Fault refusal(int status, Body body) {
        String said = errorOf(body).at("message").text().orElse("").toLowerCase(Locale.ROOT);
        return status < 500 && said.contains("credit")
                ? fault(Fault.Kind.QUOTA, status, "has no credit left for this key")
                : super.refusal(status, body);
    }
}
