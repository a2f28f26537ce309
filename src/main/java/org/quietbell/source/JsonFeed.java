package org.quietbell.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// Reads a JSON Feed, 1.0 or 1.1. Its images, icons, banners and attachments are not looked at, and
/// neither are older pages of it. One that is `expired` is over for good: nothing will be added.
///
/// @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
final class JsonFeed {
    private static final int MAX_AUTHOR = 200;

    private JsonFeed() {}

    static FeedDocument read(String text, String base) throws MalformedReplyException {
        Json json;
        try {
            json = Json.read(text);
        } catch (MalformedJsonException _) {
            throw new MalformedReplyException("feed: JSON that is broken or cut off");
        }
        boolean isFeed = json.at("version").text().orElse("").contains("jsonfeed.org/version/");
        if (!isFeed || !(json.at("items") instanceof Json.Items)) {
            throw new MalformedReplyException("feed: JSON without the version and items of a feed");
        }
        List<FeedDocument.Entry> entries = new ArrayList<>();
        int skipped = 0;
        for (Json item : json.at("items").items()) {
            if (!(item instanceof Json.Members)) {
                continue; // a null or a text among the items is no entry
            }
            if (entries.size() < FeedElements.MAX_ENTRIES) {
                entries.add(entry(item, json, base));
            } else {
                skipped++;
            }
        }
        return new FeedDocument(
                Text.ofPlain(line(json, "title"), Text.MAX_TITLE),
                Links.absolute(line(json, "home_page_url"), base),
                line(json, "feed_url"),
                json.at("language").text(),
                entries,
                skipped,
                Optional.empty(),
                Optional.empty(),
                FeedPace.NONE,
                json.at("expired").truth().orElse(false));
    }

    private static FeedDocument.Entry entry(Json item, Json feed, String base) {
        Optional<String> published = item.at("date_published").text().map(String::strip);
        Optional<String> updated = item.at("date_modified").text().map(String::strip);
        Optional<Instant> publishedAt = published.flatMap(FeedDates::read);
        Optional<Instant> updatedAt = updated.flatMap(FeedDates::read);
        boolean byUpdate = published.isEmpty() || (publishedAt.isEmpty() && updatedAt.isPresent());
        String html = item.at("content_html").text().orElse("");
        FeedText content =
                html.isBlank()
                        ? new FeedText(line(item, "content_text"), false, base)
                        : new FeedText(html, true, base);
        String address = line(item, "url");
        String authors = authors(item);
        return new FeedDocument.Entry(
                line(item, "id"),
                new FeedText(line(item, "title"), false, base),
                Links.absolute(address.isBlank() ? line(item, "external_url") : address, base),
                authors.isEmpty() ? authors(feed) : authors,
                new FeedText(line(item, "summary"), false, base),
                content,
                "",
                item.at("language").text().or(() -> feed.at("language").text()),
                publishedAt,
                updatedAt,
                (byUpdate ? updated : published).map(claimed -> Text.cleaned(claimed, 100)));
    }

    private static String line(Json json, String name) {
        return json.at(name).text().orElse("").strip();
    }

    private static String authors(Json json) {
        return Stream.concat(json.at("authors").items().stream(), Stream.of(json.at("author")))
                .flatMap(author -> author.at("name").text().or(author::text).stream())
                .map(name -> Text.ofPlain(name, MAX_AUTHOR))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
