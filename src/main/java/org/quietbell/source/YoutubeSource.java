package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Videos and channels whose title or description YouTube finds for an exact phrase, newest first;
/// 50 a request, at most ten requests deep, each of which counts among 100 a day.
///
/// Only the search is asked: no video, page or picture. The key rides in the address and is told to
/// nobody. That at most some 500 results are reachable is unverified. Comments are not searched.
///
/// Settings: `key-file`; `safe-search`, `language`, `region`, `pages`.
///
/// @see <a href="https://developers.google.com/youtube/v3/docs/search/list">YouTube Data API</a>
final class YoutubeSource extends Connector {
    static final Type TYPE =
            Type.of("youtube", Duration.ofMinutes(30), Duration.ofHours(12))
                    .paced(1, Duration.ofSeconds(1))
                    .limited(100, Duration.ofDays(1))
                    .needing("key")
                    .secret("key")
                    .place()
                    .disclosing(
                            Disclosure.account(
                                    Disclosure.Cost.FREE_TO_A_LIMIT,
                                    "100 requests a day, and no more for money",
                                    "a Google account with a project that has the key",
                                    "Google LLC, United States"));

    private static final int MOST_PAGES = 10;
    private static final Phrasing PHRASING = new Phrasing(500, 60, false);

    private final Secret key;
    private final SafeSearch safeSearch;
    private final Optional<String> language;
    private final Optional<String> region;
    private final int pages;

    YoutubeSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://www.googleapis.com");
        key = SearchSettings.requiredKey(section, "key");
        safeSearch = SearchSettings.safeSearch(section);
        language = SearchSettings.language(section);
        region = SearchSettings.region(section);
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, Optional.empty(), 1));
    }

    private Step step(String words, Optional<String> token, int page) {
        Request request =
                get("/youtube/v3/search")
                        .with("part", "snippet")
                        .with("q", words)
                        .with("type", "video,channel")
                        .with("order", "date")
                        .with("maxResults", "50")
                        .with(
                                "safeSearch",
                                safeSearch == SafeSearch.OFF ? "none" : safeSearch.word());
        if (language.isPresent()) {
            String spoken = language.get().split("-", 2)[0].toLowerCase(Locale.ROOT);
            request = request.with("relevanceLanguage", spoken);
        }
        if (region.isPresent()) {
            request = request.with("regionCode", region.get());
        }
        if (token.isPresent()) {
            request = request.with("pageToken", token.get());
        }
        return Step.of(request, body -> read(body, words, page)).keyed("key", key);
    }

    private Step.Read read(Body body, String words, int page) throws MalformedReplyException {
        Json json = json(body);
        Page found = Rows.page(TYPE.name(), list(json, "items"), body, YoutubeSource::row);
        Optional<String> token = json.at("nextPageToken").text();
        boolean more = token.isPresent() && !found.findings().isEmpty();
        return read(found, more, page >= pages, () -> step(words, token, page + 1));
    }

    private static void row(Json item, Sketch sketch) {
        Json id = item.at("id");
        Json snippet = item.at("snippet");
        sketch.title(snippet.at("title"))
                .says(snippet.at("description"), snippet.at("channelTitle"))
                .date(snippet.at("publishedAt"), snippet.at("publishTime"));
        id.at("videoId")
                .text()
                .ifPresent(video -> sketch.address("https://www.youtube.com/watch?v=" + video));
        id.at("channelId")
                .text()
                .or(() -> snippet.at("channelId").text())
                .ifPresent(one -> sketch.address("https://www.youtube.com/channel/" + one));
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
