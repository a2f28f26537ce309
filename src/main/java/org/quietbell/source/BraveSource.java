package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Pages and news from the Brave Search API.
///
/// 20 pages or 50 news a request, at most ten requests deep; pages may overlap. Dates carry no zone
/// and are taken as UTC (unverified). Refusals are told apart by their code, since a wrong key
/// comes as 422; of an option that a plan lacks, neither code nor status was seen. An answer that
/// says that safe search hid something is partly blind. Several terms can be asked for at once, by
/// `OR`; a handle on one site is asked for alone.
///
/// Settings: `key-file`; `search`, a list of `web` (default) and `news`, each its own requests;
/// `safe-search`, `freshness`, `language`, `region`, `pages`, `together`.
///
/// @see <a href="https://api-dashboard.search.brave.com/app/documentation">Brave Search API</a>
final class BraveSource extends Connector {
    static final Type TYPE =
            Type.of("brave", Duration.ofMinutes(30), Duration.ofHours(12))
                    .paced(1, Duration.ofSeconds(1))
                    .limited(1_000, Duration.ofDays(30))
                    .needing("key")
                    .secret("key")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE_TO_A_LIMIT,
                                            "5 US dollars for 1,000 requests; the first 5 dollars"
                                                    + " of a month are free",
                                            "a Brave Search API account, by mail address",
                                            "Brave Software, United States")
                                    .card("yes, kept on file")
                                    .bill(
                                            "not known; expect the maker's name, also for a check"
                                                    + " of the card"));

    private static final int MOST_PAGES = 10;
    private static final long SHORTEST_REST = 2;
    private static final Phrasing PHRASING = new Phrasing(400, 50, true, Phrasing.Either.PLAIN);

    private final Secret key;
    private final List<String> searches;
    private final SafeSearch safeSearch;
    private final Freshness freshness;
    private final Optional<String> language;
    private final String country;
    private final int pages;
    private final Joining joining;

    BraveSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://api.search.brave.com");
        key = SearchSettings.requiredKey(section, "key");
        searches = SearchSettings.searches(section, "web", "news");
        safeSearch = SearchSettings.safeSearch(section);
        freshness = SearchSettings.freshness(section);
        language = SearchSettings.language(section);
        country = SearchSettings.region(section).orElse("ALL");
        pages = SearchSettings.pages(section, MOST_PAGES);
        joining = SearchSettings.joining(section);
    }

    @Override
    public Joining joining() {
        return joining;
    }

    @Override
    public List<Query> together(List<Query> terms, int most) {
        return PHRASING.together(terms, most);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, 0, 0));
    }

    @Override
    public List<Step> foreseen(Query query) {
        return PHRASING.words(query).stream()
                .flatMap(words ->
                        IntStream.range(0, searches.size())
                                .mapToObj(search -> step(words, search, 0)))
                .toList();
    }

    private Step step(String words, int search, int page) {
        boolean isNews = searches.get(search).equals("news");
        Request request =
                get("/res/v1/" + searches.get(search) + "/search")
                        .with("q", words)
                        .with("count", isNews ? "50" : "20")
                        .with("offset", String.valueOf(page)) // counts pages
                        .with("country", country)
                        .with("safesearch", safeSearch.word())
                        .with("spellcheck", "false")
                        .with("text_decorations", "false");
        if (language.isPresent()) {
            String spoken = language.get().split("-", 2)[0].toLowerCase(Locale.ROOT);
            request = request.with("search_lang", spoken);
        }
        if (freshness.isBounded()) {
            request = request.with("freshness", "p" + freshness.letter());
        }
        if (!isNews) {
            request = request.with("result_filter", "web,news,discussions,videos");
        }
        return Step.of(request, body -> read(body, words, search, page))
                .signed("X-Subscription-Token", key.reveal());
    }

    private Step.Read read(Body body, String words, int search, int page)
            throws MalformedReplyException {
        Json json = json(body);
        if (!(json.at("query") instanceof Json.Members)) {
            throw malformed("no query in the JSON");
        }
        List<Json> rows = new ArrayList<>();
        if (searches.get(search).equals("news")) {
            rows.addAll(list(json, "results", "query"));
        } else {
            for (String block : List.of("web", "news", "discussions", "videos")) {
                if (!json.at(block).isNothing()) {
                    rows.addAll(list(json.at(block), "results"));
                }
            }
        }
        Page found = Rows.page(TYPE.name(), rows, body, BraveSource::row);
        if (json.at("query").at("show_strict_warning").truth().orElse(false)) {
            found = found.blinded("safe search at brave hid some of what it has");
        }
        boolean more = json.at("query").at("more_results_available").truth().orElse(false);
        return read(
                found,
                more,
                page + 1 >= pages,
                () -> step(words, search, page + 1),
                () ->
                        search + 1 < searches.size()
                                ? Optional.of(step(words, search + 1, 0))
                                : Optional.empty());
    }

    private static void row(Json result, Sketch sketch) {
        sketch.title(result.at("title"))
                .says(result.at("description"))
                .says(result.at("extra_snippets").items().toArray(Json[]::new))
                .says(result.at("data").at("forum_name"))
                .address(result.at("url"))
                .language(result.at("language"))
                .date(result.at("page_age"), result.at("age"));
    }

    /// There is one error, or a list of them; both are seen.
    private static String code(Body body) {
        Json json = errorOf(body);
        List<Json> errors = json.at("errors").items();
        Json error = errors.isEmpty() ? json.at("error") : errors.getFirst();
        return error.at("code").text().orElse("");
    }

    @Override
    public Fault refusal(int status, Body body) {
        return switch (code(body)) {
            case "SUBSCRIPTION_TOKEN_INVALID" ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "does not know the key: copy it again from its dashboard");
            case "SUBSCRIPTION_NOT_FOUND" ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "has no plan for this key: choose one at its dashboard");
            case "OPTION_NOT_IN_PLAN" ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "does not offer a setting of this source in the key's plan");
            case "RATE_LIMITED" -> fault(Fault.Kind.QUOTA, status, "has been asked too fast");
            case "QUOTA_LIMITED" ->
                    fault(Fault.Kind.QUOTA, status, "has given all that this month allows");
            default -> super.refusal(status, body);
        };
    }

    /// Each window of time has its place in the headers: a window with nothing left says how long
    /// it takes. That the second is used up goes without saying: requests are kept that far apart.
    @Override
    public Optional<Instant> usedUpUntil(Body body) {
        List<Long> left = slots(body, "x-ratelimit-remaining");
        List<Long> waits = slots(body, "x-ratelimit-reset");
        long longest = 0;
        for (int i = 0; i < Math.min(left.size(), waits.size()); i++) {
            boolean isRest = left.get(i) == 0 && waits.get(i) > SHORTEST_REST;
            longest = isRest ? Math.max(longest, waits.get(i)) : longest;
        }
        return longest == 0 ? Optional.empty() : Optional.of(body.fetchedAt().plusSeconds(longest));
    }

    private static List<Long> slots(Body body, String header) {
        return body.header(header).stream()
                .flatMap(text -> Arrays.stream(text.split(",", 8)))
                .flatMap(text -> number(text).stream())
                .toList();
    }

    /// Each window of time has its place in the header: the first is the second, the last the
    /// month.
    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        List<Long> waits = slots(body, "x-ratelimit-reset");
        if (waits.isEmpty()) {
            return Optional.empty();
        }
        return switch (code(body)) {
            case "RATE_LIMITED" -> Optional.of(body.fetchedAt().plusSeconds(waits.getFirst()));
            case "QUOTA_LIMITED" -> Optional.of(body.fetchedAt().plusSeconds(waits.getLast()));
            default -> Optional.empty();
        };
    }
}
