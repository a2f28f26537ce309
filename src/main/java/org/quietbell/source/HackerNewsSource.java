package org.quietbell.source;

import java.time.Duration;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Stories and comments of Hacker News that hold an exact phrase, from Algolia's search of it,
/// newest first; 100 a page, at most ten pages (the service reaches about 1,000).
///
/// Only the search is asked, never a story's or a user's page. There is no safe search. That
/// `typoTolerance` and `ignorePlurals` are heeded here is unverified; what comes is judged anyway.
///
/// Settings: `pages`.
///
/// @see <a href="https://hn.algolia.com/api">HN Search API</a>
final class HackerNewsSource extends Connector {
    static final Type TYPE =
            Type.of("hackernews", Duration.ofMinutes(10), Duration.ofHours(3))
                    .paced(1, Duration.ofSeconds(1))
                    .limited(10_000, Duration.ofHours(1))
                    .place()
                    .disclosing(
                            Disclosure.free("Algolia, France and United States, for Y Combinator"));

    private static final int MOST_PAGES = 10;
    private static final Phrasing PHRASING = new Phrasing(500, 60, false);

    private final int pages;

    HackerNewsSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://hn.algolia.com");
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, 0));
    }

    private Step step(String words, int page) {
        return Step.of(
                get("/api/v1/search_by_date")
                        .with("query", words)
                        .with("tags", "(story,comment)")
                        .with("advancedSyntax", "true")
                        .with("typoTolerance", "false")
                        .with("ignorePlurals", "false")
                        .with("hitsPerPage", "100")
                        .with("page", String.valueOf(page)),
                body -> read(body, words, page));
    }

    private Step.Read read(Body body, String words, int page) throws MalformedReplyException {
        Json json = json(body);
        Page found = Rows.page(TYPE.name(), list(json, "hits"), body, HackerNewsSource::row);
        boolean more = json.at("nbPages").whole().orElse(0L) > page + 1;
        return read(found, more, page + 1 >= pages, () -> step(words, page + 1));
    }

    private static void row(Json hit, Sketch sketch) {
        sketch.item(hit.at("objectID"))
                .title(hit.at(hit.at("title").isNothing() ? "story_title" : "title"))
                .says(
                        hit.at("comment_text"),
                        hit.at("story_text"),
                        hit.at("author"),
                        // where a story leads may hold a handle
                        hit.at("url"))
                .date(hit.at("created_at"), hit.at("created_at_i"));
        hit.at("objectID")
                .text()
                .ifPresent(id -> sketch.address("https://news.ycombinator.com/item?id=" + id));
        sketch.address(hit.at("url"));
    }
}
