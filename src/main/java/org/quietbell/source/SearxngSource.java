package org.quietbell.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.watch.Query;

/// Results of a SearXNG instance, which asks many search engines in its turn.
///
/// Asks for the first page of one exact phrase. Engines that did not answer make the page partly
/// blind, however many results the others had. Thumbnails and other media fields are not read.
///
/// Settings: `url` or `url-file`, the instance's address; `safe-search`, `off` (default) |
/// `moderate` | `strict`: off shows harsher snippets, on misses pages, and a page it hides looks
/// like one that is not there; `language`, default `all`; `categories`, default the instance's own.
///
/// @see <a href="https://docs.searxng.org/dev/search_api.html">SearXNG, Search API</a>
final class SearxngSource implements Source {
    /// The pace is for a public instance: each question makes it ask a dozen engines. Its limiter,
    /// where it is on, gives 4 answers of this form in an hour.
    static final Type TYPE =
            Type.of("searxng", Duration.ofMinutes(1), Duration.ofHours(6))
                    .paced(1, Duration.ofSeconds(2))
                    .needing("url")
                    .disclosing(
                            Disclosure.free("whoever runs the instance, and the engines it asks")
                                    .keeps("as its owner set it; the engines as each does")
                                    .learns(
                                            "names and handles asked for; the engines learn them"
                                                    + " with the instance's address, not with"
                                                    + " ours"));

    private static final String CONNECTOR = "searxng/1";
    private static final Pattern CATEGORY = Pattern.compile("[\\p{L}\\p{N} &_-]{1,40}");
    private static final Pattern SAYABLE = Pattern.compile("[\\p{L}\\p{N} .:_'/-]{1,60}");
    private static final int MAX_NAMED = 6;

    private static final Phrasing PHRASING = new Phrasing(1_000, 200, true);

    private final SourceId id;
    private final URI search;
    private final SafeSearch safeSearch;
    private final String language;
    private final String categories;

    SearxngSource(SourceId id, Section section) {
        this.id = id;
        this.search = search(Addresses.required(section, "url"));
        this.safeSearch = SearchSettings.safeSearch(section);
        this.language = section.parsed("language", SearxngSource::language).orElse("all");
        this.categories =
                String.join(",", section.parsedAll("categories", SearxngSource::category));
    }

    private static String language(String text) {
        try {
            return text.equals("all") ? text : SearchSettings.language(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be all, or a language such as en or nb-NO", e);
        }
    }

    private static String category(String text) {
        if (!CATEGORY.matcher(text).matches()) {
            throw new IllegalArgumentException("must be names of categories such as general, news");
        }
        return text;
    }

    /// The instance's own address may end in a path, with or without `/search`.
    private static URI search(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        path = path.endsWith("/search") ? path : path + "/search";
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + query);
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public String connector() {
        return CONNECTOR;
    }

    @Override
    public Pace pace() {
        return Addresses.isPrivate(search) ? Pace.FREE : TYPE.pace();
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(this::step);
    }

    private Step step(String words) {
        Request request =
                Request.get(search)
                        .header("Accept", "application/json")
                        .with("q", words)
                        .with("format", "json")
                        .with("pageno", "1")
                        .with("safesearch", safeSearch.digit())
                        .with("language", language);
        return Step.of(
                categories.isEmpty() ? request : request.with("categories", categories),
                body -> Step.Read.last(parse(body)));
    }

    Page parse(Body body) throws MalformedReplyException {
        Json json;
        try {
            json = Json.read(body.bytes());
        } catch (MalformedJsonException _) {
            throw new MalformedReplyException("searxng: no JSON, or only a part of it");
        }
        if (!(json.at("results") instanceof Json.Items(List<Json> results))) {
            throw new MalformedReplyException("searxng: no results in the JSON");
        }
        List<Finding> findings = new ArrayList<>();
        int unreadable = 0;
        int rank = 0;
        for (Json result : results) {
            rank++;
            String address = result.at("url").text().orElse("").strip();
            if (address.isEmpty()) {
                unreadable++;
            } else {
                findings.add(finding(result, address, rank, body.fetchedAt()));
            }
        }
        if (findings.isEmpty() && unreadable > 0) {
            throw new MalformedReplyException("searxng: no url in any of its results");
        }
        return new Page(
                findings,
                blind(json.at("unresponsive_engines").items()),
                0,
                unreadable == 0
                        ? Optional.empty()
                        : Optional.of(unreadable + " results had no address"));
    }

    private static Finding finding(Json result, String address, int rank, Instant fetchedAt) {
        Optional<String> claimed =
                result.at("publishedDate")
                        .text()
                        .or(() -> result.at("pubdate").text())
                        .filter(text -> !text.isBlank());
        return new Finding(
                "",
                Text.ofMarkup(result.at("title").text().orElse(""), Text.MAX_TITLE),
                Text.ofMarkup(result.at("content").text().orElse(""), Text.MAX_SNIPPET),
                address,
                rank,
                Optional.empty(),
                claimed.flatMap(FeedDates::read).filter(at -> Dates.isPlausible(at, fetchedAt)),
                claimed.map(text -> Text.cleaned(text, 100)));
    }

    /// Which engines could not look, in words; their own reasons are repeated only if they are
    /// plain words.
    private static Optional<String> blind(List<Json> silent) {
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = new ArrayList<>();
        for (Json engine : silent) {
            String name = sayable(engine.items().isEmpty() ? engine : engine.items().getFirst());
            String reason = engine.items().size() > 1 ? sayable(engine.items().get(1)) : "";
            if (!name.isEmpty() && named.size() < MAX_NAMED) {
                named.add(reason.isEmpty() ? name : name + " (" + reason + ")");
            }
        }
        String count = silent.size() == 1 ? "1 engine" : silent.size() + " engines";
        String list = named.isEmpty() ? "" : ": " + String.join(", ", named);
        String more = named.size() < silent.size() && !named.isEmpty() ? " and others" : "";
        return Optional.of(count + " did not answer" + list + more);
    }

    private static String sayable(Json json) {
        String text = Text.cleaned(json.text().orElse(""), 60);
        return SAYABLE.matcher(text).matches() ? text : "";
    }

    @Override
    public Fault refusal(int status, Body body) {
        return switch (status) {
            case 400 ->
                    new Fault(
                            Fault.Kind.MISCONFIGURED,
                            "searxng refuses a setting of ours (status 400): look at language and"
                                    + " categories of this source");
            case 403 ->
                    new Fault(
                            Fault.Kind.MISCONFIGURED,
                            "searxng does not give JSON (status 403): in its settings.yml, under"
                                    + " search, add json to formats, then restart it");
            case 404 ->
                    new Fault(
                            Fault.Kind.MISCONFIGURED,
                            "no searxng answers at this address (status 404): the url must be the"
                                    + " one of its start page");
            case 429 ->
                    new Fault(
                            Fault.Kind.QUOTA,
                            "searxng's limiter refuses us (status 429): add this machine's address"
                                    + " to botdetection.ip_lists.pass_ip in its limiter.toml, or"
                                    + " ask less often");
            default -> {
                String error = status < 500 ? "" : error(body);
                yield error.isEmpty()
                        ? Fault.ofStatus(status)
                        : new Fault(
                                Fault.Kind.TROUBLED,
                                "searxng failed (status " + status + ", " + error + ")");
            }
        };
    }

    private static String error(Body body) {
        try {
            return sayable(Json.read(body.bytes()).at("error")).toLowerCase(Locale.ROOT);
        } catch (MalformedJsonException _) {
            return ""; // it says nothing that we could repeat
        }
    }
}
