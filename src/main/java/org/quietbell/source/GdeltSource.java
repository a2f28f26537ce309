package org.quietbell.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.watch.Query;

/// News articles that GDELT saw with an exact phrase in the last three months, newest first; at
/// most 250, in one page: what is cut off is found again by a shorter `freshness`.
///
/// Titles only, without a snippet; the date is when GDELT saw the page, on a grid of 15 minutes.
/// Best effort: it refuses (429) when it is busy, and is then left alone for 20 minutes. Errors may
/// come as text under a good status, and the JSON may hold control characters. It filters nothing
/// and corrects no spelling. Several terms can be asked for at once, by `OR` in brackets.
///
/// Settings: `freshness` (default `any`, three months), `together`; `language` and `region` are not
/// offered: its names for them were not seen.
///
/// @see <a href="https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/">GDELT DOC 2.0 API</a>
final class GdeltSource extends Connector {
    static final Type TYPE =
            Type.of("gdelt", Duration.ofMinutes(15), Duration.ofHours(6))
                    .paced(1, Duration.ofSeconds(5))
                    .disclosing(
                            Disclosure.free(
                                    "The GDELT Project, United States (on Google's cloud)"));

    private static final int MOST = 250;
    private static final int WINDOW_DAYS = 90;
    private static final Duration REST = Duration.ofMinutes(20);
    private static final Phrasing PHRASING =
            new Phrasing(250, 30, false, Phrasing.Either.BRACKETED);

    private final Freshness freshness;
    private final Joining joining;

    GdeltSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://api.gdeltproject.org");
        freshness = SearchSettings.freshness(section);
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
        int days = freshness.isBounded() ? Math.min(freshness.days(), WINDOW_DAYS) : WINDOW_DAYS;
        return PHRASING.words(query)
                .map(words ->
                        Step.of(
                                get("/api/v2/doc/doc")
                                        .with("query", words)
                                        .with("mode", "artlist")
                                        .with("format", "json")
                                        .with("maxrecords", String.valueOf(MOST))
                                        .with("sort", "datedesc")
                                        .with("timespan", days + "d"),
                                body -> Step.Read.last(page(body))));
    }

    private Page page(Body body) throws MalformedReplyException {
        String text = new String(body.bytes(), StandardCharsets.UTF_8).strip();
        if (!text.startsWith("{")) {
            return inWords(text);
        }
        Json json = lenient(text);
        if (json.members().isEmpty()) {
            return Page.complete(List.of());
        }
        List<Json> articles = list(json, "articles");
        Page page = Rows.page(TYPE.name(), articles, body, GdeltSource::row);
        return articles.size() < MOST
                ? page
                : page.remarked("it has more than was asked for; a shorter freshness shows them");
    }

    /// What is no JSON is a sentence about what is wrong.
    private Page inWords(String text) throws MalformedReplyException {
        String said = text.substring(0, Math.min(text.length(), 500)).toLowerCase(Locale.ROOT);
        if (said.contains("too short")) {
            return Page.complete(List.of()).blinded("gdelt does not look for so short a name");
        }
        if (said.contains("request") && said.contains("second")) {
            throw refused(Fault.Kind.QUOTA, "has been asked too often");
        }
        throw malformed("no JSON");
    }

    private Json lenient(String text) throws MalformedReplyException {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) < ' ') {
                plain.setCharAt(i, ' ');
            }
        }
        try {
            return Json.read(plain.toString());
        } catch (MalformedJsonException _) {
            throw malformed("no JSON, or only a part of it");
        }
    }

    private static void row(Json article, Sketch sketch) {
        sketch.title(article.at("title"))
                .address(article.at("url"))
                .address(article.at("url_mobile"))
                .language(article.at("language"))
                .date(article.at("seendate"));
        article.at("title").text().ifPresent(title -> sketch.says(tightened(title)));
    }

    /// Its titles have white space around each mark, also within a name: `Ada Marlowe - Quist`. The
    /// title stays as it came; without that white space it stands beside it.
    static String tightened(String title) {
        return title.replace(" - ", "-")
                .replace(" ' ", "'")
                .replace(" \u2019 ", "\u2019")
                .replace(" . ", ". ");
    }

    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        return status == 429 ? Optional.of(body.fetchedAt().plus(REST)) : Optional.empty();
    }
}
