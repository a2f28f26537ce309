package org.quietbell.source;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Google's pages, asked through SerpApi.
///
/// Ten results a request, at most ten requests deep. The key rides in the address and is told to
/// nobody. That `nfpr` keeps the spelling is unverified, as is the sentence by which an empty
/// answer is known; any other error under a good status is a fault. Dates are words, and only those
/// that name a day are read.
///
/// Settings: `key-file`; `safe-search`, `freshness`, `language`, `region`, `pages`.
///
/// @see <a href="https://serpapi.com/search-api">SerpApi, Google Search API</a>
final class SerpApiSource extends Connector {
    static final Type TYPE =
            Type.of("serpapi", Duration.ofMinutes(30), Duration.ofHours(24))
                    .paced(1, Duration.ofSeconds(1))
                    .limited(50, Duration.ofHours(1))
                    .limited(250, Duration.ofDays(30))
                    .needing("key")
                    .secret("key")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE_TO_A_LIMIT,
                                            "250 requests a month free (unverified), then a"
                                                    + " monthly plan",
                                            "a SerpApi account, by mail address",
                                            "SerpApi, United States; it asks Google in its turn")
                                    .card("no, until a plan is bought")
                                    .keeps("its pages show what was asked"));

    private static final int PER_PAGE = 10;
    private static final int MOST_PAGES = 10;
    private static final Phrasing PHRASING = new Phrasing(2_000, 32, true);

    private final Secret key;
    private final SafeSearch safeSearch;
    private final Freshness freshness;
    private final Optional<String> language;
    private final Optional<String> region;
    private final int pages;

    SerpApiSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://serpapi.com");
        key = SearchSettings.requiredKey(section, "key");
        safeSearch = SearchSettings.safeSearch(section);
        freshness = SearchSettings.freshness(section);
        language = SearchSettings.language(section);
        region = SearchSettings.region(section);
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, 0));
    }

    private Step step(String words, int page) {
        Request request =
                get("/search.json")
                        .with("engine", "google")
                        .with("q", words)
                        .with("safe", safeSearch.isOn() ? "active" : "off")
                        .with("nfpr", "1")
                        .with("start", String.valueOf(page * PER_PAGE));
        if (region.isPresent()) {
            request = request.with("gl", region.get().toLowerCase(Locale.ROOT));
        }
        if (language.isPresent()) {
            request = request.with("hl", language.get());
        }
        if (freshness.isBounded()) {
            request = request.with("tbs", "qdr:" + freshness.letter());
        }
        return Step.of(request, body -> read(body, words, page)).keyed("api_key", key);
    }

    private Step.Read read(Body body, String words, int page) throws MalformedReplyException {
        Json json = json(body);
        String status = json.at("search_metadata").at("status").text().orElse("");
        switch (status) {
            case "Success" -> {}
            case "Processing", "Queued" ->
                    throw refused(Fault.Kind.TROUBLED, "has not finished looking");
            case "Error" -> throw refused(Fault.Kind.TROUBLED, "could not look");
            default -> throw malformed("no status in the JSON");
        }
        String error = json.at("error").text().orElse("");
        if (!error.isEmpty()) {
            if (!error.contains("any results")) {
                throw malformed("an error beside a success");
            }
            return Step.Read.last(Page.complete(List.of()));
        }
        Page found =
                Rows.page(
                        TYPE.name(),
                        list(json, "organic_results", "search_metadata"),
                        body,
                        SerpApiSource::row);
        boolean more = json.at("serpapi_pagination").at("next").text().isPresent();
        return read(found, more, page + 1 >= pages, () -> step(words, page + 1));
    }

    private static void row(Json result, Sketch sketch) {
        sketch.title(result.at("title"))
                .says(result.at("snippet"), result.at("source"))
                .address(result.at("link"))
                .date(result.at("date"));
    }

    @Override
    public Fault refusal(int status, Body body) {
        return status == 403
                ? fault(
                        Fault.Kind.MISCONFIGURED,
                        status,
                        "does not let this account search: look at its dashboard")
                : super.refusal(status, body);
    }
}
