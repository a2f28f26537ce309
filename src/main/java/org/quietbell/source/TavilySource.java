package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

/// Pages and news from Tavily, with a key or without one.
///
/// Its ranking goes by meaning, so it is a second opinion: at most 20 results, and no second page.
/// Without a key it has an allowance of unknown size. Unverified: `safe_search` (sent on every
/// call; where it is refused and safe search is off, the question is put again without it), the
/// shape of dates, and what the statuses 432 and 433 mean (taken for used-up plans).
///
/// Settings: `key-file` (may be missing); `search`, a list of `web` (default) and `news`;
/// `safe-search`, `freshness`.
///
/// @see <a href="https://docs.tavily.com/documentation/api-reference/endpoint/search">Tavily</a>
final class TavilySource extends Connector {
    static final Type TYPE =
            Type.of("tavily", Duration.ofMinutes(30), Duration.ofHours(12))
                    .paced(1, Duration.ofSeconds(1))
                    .limited(100, Duration.ofMinutes(1))
                    .limited(1_000, Duration.ofDays(30))
                    .secret("key")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE_TO_A_LIMIT,
                                            "1,000 credits a month free, and some without a key",
                                            "none; or a Tavily account, by mail address",
                                            "Tavily, United States (unverified)")
                                    .learns(
                                            "names and handles asked for, and this machine's"
                                                    + " network address; with a key, tied to the"
                                                    + " account"));

    private static final int MOST = 20;
    private static final Phrasing PHRASING = new Phrasing(400, 60, false);

    private final Optional<Secret> key;
    private final List<String> searches;
    private final SafeSearch safeSearch;
    private final Freshness freshness;

    TavilySource(SourceId id, Section section) {
        super(TYPE, id, section, "https://api.tavily.com");
        key = SearchSettings.key(section, "key");
        searches = SearchSettings.searches(section, "web", "news");
        safeSearch = SearchSettings.safeSearch(section);
        freshness = SearchSettings.freshness(section);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(question(words, query), 0, true));
    }

    @Override
    public List<Step> foreseen(Query query) {
        return PHRASING.words(query).stream()
                .flatMap(words ->
                        IntStream.range(0, searches.size())
                                .mapToObj(search -> step(question(words, query), search, true)))
                .toList();
    }

    private Json.Builder question(String words, Query query) {
        Json.Builder question =
                Json.object()
                        .put("query", words)
                        .put("exact_match", true)
                        .put("max_results", MOST)
                        .put("search_depth", "basic")
                        .put("include_images", false);
        if (freshness.isBounded()) {
            question.put("time_range", freshness.word());
        }
        if (query instanceof Query.Account(Handle(Optional<String> site, _)) && site.isPresent()) {
            question.put("include_domains", List.of(site.get()));
        }
        return question;
    }

    private Step step(Json.Builder question, int search, boolean saysSafeSearch) {
        Json.Builder whole = Json.object();
        question.build().members().forEach(whole::put);
        whole.put("topic", searches.get(search).equals("web") ? "general" : "news");
        if (saysSafeSearch) {
            whole.put("safe_search", safeSearch.isOn());
        }
        Step step =
                Step.of(
                        post("/search", whole.build()),
                        body -> read(body, question, search, saysSafeSearch));
        if (saysSafeSearch && !safeSearch.isOn()) {
            step =
                    step.recovering((status, _) ->
                            status == 400 || status == 422
                                    ? Optional.of(step(question, search, false))
                                    : Optional.empty());
        }
        return key.isPresent()
                ? step.signed("Authorization", "Bearer " + key.get().reveal())
                : step.signed("X-Tavily-Access-Mode", "keyless");
    }

    private Step.Read read(Body body, Json.Builder question, int search, boolean saysSafeSearch)
            throws MalformedReplyException {
        Json json = json(body);
        if (json.at("error") instanceof Json.Members) {
            throw refused(Fault.Kind.QUOTA, "has given all that it gives without a key for now");
        }
        Page found = Rows.page(TYPE.name(), list(json, "results"), body, TavilySource::row);
        return new Step.Read(
                found,
                search + 1 < searches.size()
                        ? Optional.of(step(question, search + 1, saysSafeSearch))
                        : Optional.empty());
    }

    private static void row(Json result, Sketch sketch) {
        sketch.title(result.at("title"))
                .says(result.at("content"))
                .address(result.at("url"))
                .date(result.at("published_date"));
    }

    @Override
    public Fault refusal(int status, Body body) {
        boolean isLimit =
                errorOf(body)
                        .at("error")
                        .at("code")
                        .text()
                        .map(code -> code.toLowerCase(Locale.ROOT).contains("limit"))
                        .orElse(false);
        return switch (status) {
            case 432, 433 -> fault(Fault.Kind.QUOTA, status, "has given all that the plan allows");
            case 401, 403 ->
                    isLimit
                            ? fault(Fault.Kind.QUOTA, status, "has given its allowance for now")
                            : super.refusal(status, body);
            default -> super.refusal(status, body);
        };
    }

    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        return errorOf(body)
                .at("error")
                .at("retry_after_seconds")
                .text()
                .flatMap(Connector::number)
                .map(seconds -> body.fetchedAt().plusSeconds(Math.min(seconds, 86_400)));
    }
}
