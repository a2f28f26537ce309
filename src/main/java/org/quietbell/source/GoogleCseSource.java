package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Pages from a Google Programmable Search Engine, for those who already have a key: the service
/// takes no new customers and ends on 1 January 2027. Until then each answer says so; from then on
/// it is not asked any more.
///
/// Ten results a request, a hundred in all. The key and the engine's id ride in the address and are
/// told to nobody. There is no date but what a page says of itself. The reasons given when the
/// day's allowance is used up are unverified; all that are known are taken for it.
///
/// Settings: `key-file`, `engine` (the `cx`); `safe-search`, `freshness`, `language`, `region`,
/// `pages`.
///
/// @see <a href="https://developers.google.com/custom-search/v1/reference/rest/v1/cse/list">Custom
///   Search JSON API</a>
final class GoogleCseSource extends Connector {
    static final Type TYPE =
            Type.of("google-cse", Duration.ofMinutes(30), Duration.ofHours(24))
                    .paced(1, Duration.ofSeconds(1))
                    .limited(100, Duration.ofDays(1))
                    .needing("key")
                    .needing("engine")
                    .secret("key")
                    .ending(LocalDate.of(2027, 1, 1))
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE_TO_A_LIMIT,
                                            "100 requests a day free, then 5 US dollars for 1,000",
                                            "a Google account with a project that has the key",
                                            "Google LLC, United States")
                                    .card("only for more than the free allowance")
                                    .bill("not known; expect Google's name"));

    private static final Pattern ENGINE = Pattern.compile("[A-Za-z0-9:_-]{5,80}");
    private static final int PER_PAGE = 10;
    private static final int MOST_PAGES = 10;
    private static final Phrasing PHRASING = new Phrasing(2_000, 32, true);

    private final Secret key;
    private final Secret engine;
    private final SafeSearch safeSearch;
    private final Freshness freshness;
    private final Optional<String> language;
    private final Optional<String> region;
    private final int pages;

    GoogleCseSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://www.googleapis.com");
        key = SearchSettings.requiredKey(section, "key");
        engine = new Secret(section.required("engine", GoogleCseSource::engine).orElse("-"));
        safeSearch = SearchSettings.safeSearch(section);
        freshness = SearchSettings.freshness(section);
        language = SearchSettings.language(section);
        region = SearchSettings.region(section);
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    private static String engine(String text) {
        if (!ENGINE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be the engine's id, its cx");
        }
        return text;
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, 0));
    }

    private Step step(String words, int page) {
        Request request =
                get("/customsearch/v1")
                        .with("q", words)
                        .with("safe", safeSearch.isOn() ? "active" : "off")
                        .with("filter", "0") // with copies
                        .with("num", String.valueOf(PER_PAGE))
                        .with("start", String.valueOf(page * PER_PAGE + 1));
        if (freshness.isBounded()) {
            request = request.with("dateRestrict", freshness.letter() + "1");
        }
        if (language.isPresent()) {
            String spoken = language.get().split("-", 2)[0].toLowerCase(Locale.ROOT);
            request = request.with("lr", "lang_" + spoken);
        }
        if (region.isPresent()) {
            request = request.with("gl", region.get().toLowerCase(Locale.ROOT));
        }
        return Step.of(request, body -> read(body, words, page))
                .keyed("cx", engine)
                .keyed("key", key);
    }

    private Step.Read read(Body body, String words, int page) throws MalformedReplyException {
        Json json = json(body);
        Page found =
                Rows.page(
                        TYPE.name(),
                        list(json, "items", "searchInformation"),
                        body,
                        GoogleCseSource::row);
        boolean more = !json.at("queries").at("nextPage").items().isEmpty();
        return read(found, more, page + 1 >= pages, () -> step(words, page + 1));
    }

    private static void row(Json item, Sketch sketch) {
        sketch.title(item.at("title")).says(item.at("snippet")).address(item.at("link"));
        item.at("pagemap").at("metatags").items().stream()
                .findFirst()
                .ifPresent(tags -> sketch.date(tags.at("article:published_time")));
    }

    @Override
    public Fault refusal(int status, Body body) {
        return GoogleErrors.kind(body)
                .map(kind -> fault(kind, status, GoogleErrors.words(body)))
                .orElseGet(() -> super.refusal(status, body));
    }

    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        return GoogleErrors.nextDay(body);
    }
}
