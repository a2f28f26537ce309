package org.quietbell.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Posts, comments, communities and people that one Lemmy server knows by a name; at most 50 of
/// each a request.
///
/// The server is asked once for its version: before 1.0 it is asked by the third API, newest first
/// and as deep as is set; from 1.0 on by the fourth, which alone knows adult posts (its paging and
/// the shape of its rows are unverified, so one page is asked for and both shapes are read). A
/// server that does not tell its version is asked by the third. Words are sent without quotation
/// marks, which would be looked for themselves (unverified); what comes is judged anyway. Only
/// search is asked, at this one server. Dates without a zone are UTC.
///
/// Settings: `url`, the server's address; `safe-search` (on hides adult posts, where the server can
/// be asked to), `pages`.
///
/// @see <a href="https://join-lemmy.org/docs/contributors/04-api.html">Lemmy API</a>
final class LemmySource extends Connector {
    static final Type TYPE =
            Type.of("lemmy", Duration.ofMinutes(10), Duration.ofHours(6))
                    .paced(1, Duration.ofSeconds(10))
                    .limited(360, Duration.ofHours(1))
                    .needing("url")
                    .place()
                    .disclosing(
                            Disclosure.free("whoever runs that server")
                                    .keeps("as its owner set it"));

    private static final int PER_PAGE = 50;
    private static final int MOST_PAGES = 10;

    private enum Version {
        THIRD,
        FOURTH
    }

    private final SafeSearch safeSearch;
    private final int pages;
    private final AtomicReference<@Nullable Version> known = new AtomicReference<>();

    LemmySource(SourceId id, Section section) {
        super(TYPE, id, Addresses.required(section, "url"));
        safeSearch = SearchSettings.safeSearch(section);
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return Phrasing.PLAIN
                .bare(query)
                .map(words ->
                        Optional.ofNullable(known.get())
                                .map(version -> search(version, words, 1))
                                .orElseGet(() -> asksVersion(words)));
    }

    @Override
    public List<Step> foreseen(Query query) {
        return Phrasing.PLAIN.bare(query).stream()
                .flatMap(words ->
                        Stream.of(
                                asksVersion(words),
                                search(
                                        Optional.ofNullable(known.get()).orElse(Version.THIRD),
                                        words,
                                        1)))
                .toList();
    }

    private Step asksVersion(String words) {
        return Step.of(
                        get("/api/v3/site"),
                        body -> {
                            String said = json(body).at("version").text().orElse("");
                            if (said.isEmpty()) {
                                throw malformed("no version in the JSON");
                            }
                            Version version =
                                    said.startsWith("0.") ? Version.THIRD : Version.FOURTH;
                            known.set(version);
                            return new Step.Read(
                                    Page.complete(List.of()),
                                    Optional.of(search(version, words, 1)));
                        })
                .recovering((status, _) ->
                        status == 404
                                ? Optional.of(search(Version.FOURTH, words, 1))
                                : Optional.empty());
    }

    private Step search(Version version, String words, int page) {
        Request request =
                switch (version) {
                    case THIRD ->
                            get("/api/v3/search")
                                    .with("q", words)
                                    .with("type_", "All")
                                    .with("sort", "New")
                                    .with("listing_type", "All")
                                    .with("page", String.valueOf(page))
                                    .with("limit", String.valueOf(PER_PAGE));
                    case FOURTH ->
                            get("/api/v4/search")
                                    .with("search_term", words)
                                    .with("type_", "All")
                                    .with("listing_type", "All")
                                    .with("show_nsfw", String.valueOf(!safeSearch.isOn()))
                                    .with("limit", String.valueOf(PER_PAGE));
                };
        return Step.of(request, body -> read(body, version, words, page));
    }

    private Step.Read read(Body body, Version version, String words, int page)
            throws MalformedReplyException {
        Json json = json(body);
        List<Json> rows = new ArrayList<>(list(json, "posts"));
        boolean more = rows.size() >= PER_PAGE;
        for (String name : List.of("comments", "communities", "users", "persons")) {
            List<Json> others = listOrNone(json, name);
            more = more || others.size() >= PER_PAGE;
            rows.addAll(others);
        }
        Page found = Rows.page(TYPE.name(), rows, body, LemmySource::row);
        boolean isLast = page >= pages || version == Version.FOURTH;
        return read(found, more, isLast, () -> search(version, words, page + 1));
    }

    /// Each row names what it is by the object that it holds; a post has its community beside it, a
    /// comment its post.
    private static void row(Json row, Sketch sketch) {
        if (row.at("comment") instanceof Json.Members comment) {
            sketch.title(row.at("post").at("name")).says(comment.at("content"));
            common(comment, sketch);
        } else if (row.at("post") instanceof Json.Members post) {
            sketch.title(post.at("name")).says(post.at("body"), post.at("url"));
            common(post, sketch);
        } else if (row.at("person") instanceof Json.Members person) {
            sketch.title(person.at("name")).says(person.at("display_name"), person.at("bio"));
            common(person, sketch);
        } else if (row.at("community") instanceof Json.Members community) {
            sketch.title(community.at("title"))
                    .says(community.at("name"), community.at("description"));
            common(community, sketch);
        }
        sketch.says(row.at("creator").at("name"), row.at("creator").at("display_name"));
    }

    private static void common(Json thing, Sketch sketch) {
        sketch.item(thing.at("ap_id"))
                .address(thing.at("ap_id"))
                .address(thing.at("actor_id"))
                .date(thing.at("published"), thing.at("published_at"));
    }

    @Override
    public Fault refusal(int status, Body body) {
        String code = errorOf(body).at("error").text().orElse("");
        if (code.contains("rate_limit")) {
            return fault(Fault.Kind.QUOTA, status, "server has been asked too often");
        }
        return status == 404
                ? fault(
                        Fault.Kind.MISCONFIGURED,
                        status,
                        "is not what answers there: the url must be the server's start page")
                : super.refusal(status, body);
    }
}
