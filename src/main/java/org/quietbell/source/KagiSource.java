package org.quietbell.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Pages and news from Kagi's search API, version 1.
///
/// 100 a request, at most ten requests deep. That `safe_search` is heeded is unverified (one client
/// sends it, the maker's own description lacks it); it is sent on every call. Its filters of age
/// want dates and are not used.
///
/// Settings: `key-file`; `search`, a list of `web` (default) and `news`; `safe-search`, `region`,
/// `pages`.
///
/// @see <a href="https://help.kagi.com/kagi/api/search.html">Kagi Search API</a>
final class KagiSource extends Connector {
    static final Type TYPE =
            Type.of("kagi", Duration.ofMinutes(30), Duration.ofHours(12))
                    .paced(1, Duration.ofSeconds(1))
                    .needing("key")
                    .secret("key")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.PAID,
                                            "by use, from credit paid ahead; 25 US dollars for"
                                                    + " 1,000 in the former version",
                                            "a Kagi account, by mail address",
                                            "Kagi, United States")
                                    .card("yes, or prepaid credit"));

    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 10;
    private static final Phrasing PHRASING = new Phrasing(400, 50, true);

    private final Secret key;
    private final List<String> searches;
    private final SafeSearch safeSearch;
    private final String region;
    private final int pages;

    KagiSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://kagi.com");
        key = SearchSettings.requiredKey(section, "key");
        searches = SearchSettings.searches(section, "web", "news");
        safeSearch = SearchSettings.safeSearch(section);
        region = SearchSettings.region(section).orElse("no_region");
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

    private Step step(String words, int search, int page) {
        Json question =
                Json.object()
                        .put("query", words)
                        .put("workflow", workflow(search))
                        .put("page", page)
                        .put("limit", PER_PAGE)
                        .put("safe_search", safeSearch.isOn())
                        .put("filters", Json.object().put("region", region).build())
                        .build();
        return Step.of(post("/api/v1/search", question), body -> read(body, words, search, page))
                .signed("Authorization", "Bearer " + key.reveal());
    }

    private String workflow(int search) {
        return searches.get(search).equals("web") ? "search" : "news";
    }

    private Step.Read read(Body body, String words, int search, int page)
            throws MalformedReplyException {
        Json json = json(body);
        if (!(json.at("data") instanceof Json.Members)) {
            throw malformed("no data in the JSON");
        }
        List<Json> rows = list(json.at("data"), workflow(search), json);
        Page found = Rows.page(TYPE.name(), rows, body, KagiSource::row);
        boolean more = rows.size() >= PER_PAGE;
        return read(
                found,
                more,
                page >= pages,
                () -> step(words, search, page + 1),
                () ->
                        search + 1 < searches.size()
                                ? Optional.of(step(words, search + 1, 1))
                                : Optional.empty());
    }

    /// The list is left out when it is empty; an answer without `meta` is none.
    private List<Json> list(Json data, String name, Json whole) throws MalformedReplyException {
        return data.at(name).isNothing() && whole.at("meta") instanceof Json.Members
                ? List.of()
                : list(data, name);
    }

    private static void row(Json result, Sketch sketch) {
        sketch.title(result.at("title"))
                .says(result.at("snippet"))
                .address(result.at("url"))
                .date(result.at("time"));
    }

    @Override
    public Fault refusal(int status, Body body) {
        return switch (status) {
            case 403 ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "does not let this machine use the key: look at the addresses that the"
                                    + " key allows");
            case 429 ->
                    fault(
                            Fault.Kind.QUOTA,
                            status,
                            "has been asked too often, or the credit is used up");
            default -> super.refusal(status, body);
        };
    }
}
