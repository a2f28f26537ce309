package org.quietbell.source;

import java.time.Duration;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.http.Request;
import org.quietbell.watch.Query;

/// News that Bing finds for a phrase, from its search feed, which is undocumented.
///
/// One page: how to ask for a second is unverified, so none is asked for. That the feed heeds
/// `adlt` (safe search), `mkt` and `qft` (age) is unverified too: all are sent, and an answer that
/// ignores them is read alike. Links lead through Bing and change with each request; where pages
/// are compared they are unwrapped. Pictures are not read.
///
/// Settings: `safe-search`, `language` and `region` (sent together), `freshness` (`year` counts as
/// any).
final class BingNewsSource extends Connector {
    static final Type TYPE =
            Type.of("bing-news", Duration.ofMinutes(30), Duration.ofHours(3))
                    .paced(1, Duration.ofSeconds(5))
                    .disclosing(Disclosure.free("Microsoft, United States"));

    private static final Phrasing PHRASING = new Phrasing(500, 30, false);

    private final SafeSearch safeSearch;
    private final Optional<String> market;
    private final Freshness freshness;

    BingNewsSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://www.bing.com");
        safeSearch = SearchSettings.safeSearch(section);
        Optional<String> region = SearchSettings.region(section);
        market =
                SearchSettings.language(section)
                        .flatMap(
                                spoken -> region.map(land -> spoken.split("-", 2)[0] + "-" + land));
        freshness = SearchSettings.freshness(section);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(this::step);
    }

    private Step step(String words) {
        Request request =
                Request.get(at("/news/search"))
                        .header("Accept", FeedSource.ACCEPT)
                        .with("q", words)
                        .with("format", "rss")
                        .with("adlt", safeSearch.word());
        if (market.isPresent()) {
            request = request.with("mkt", market.get());
        }
        String interval =
                switch (freshness) {
                    case ANY, YEAR -> "";
                    case DAY -> "7";
                    case WEEK -> "8";
                    case MONTH -> "9";
                };
        if (!interval.isEmpty()) {
            request = request.with("qft", "interval=\"" + interval + "\"");
        }
        return Step.of(request, body -> Step.Read.last(FeedSource.page(TYPE, body)));
    }
}
