package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Posts on Bluesky for an exact phrase, newest first; 100 a request.
///
/// Signs in at the account's own server with an app password, keeps the session while the program
/// runs (signing in is limited to 300 times a day), renews it when it has expired, and signs in
/// anew only when that fails. The public server refuses this search and is never asked. Whether
/// quotation marks make a phrase is left open by the maker; what comes is judged anyway. Nothing is
/// hidden by the search itself; there is no safe search to set. The date is when the network saw
/// the post: the poster's own may lie. Only the search is asked: no profile, post or picture.
///
/// Settings: `user` (a handle or mail address), `password-file` (an app password, never the
/// account's own), `url` (the account's own server, default `https://bsky.social`), `language`,
/// `pages`.
///
/// @see <a href="https://docs.bsky.app/docs/api/app-bsky-feed-search-posts">searchPosts</a>
final class BlueskySource extends Connector {
    static final Type TYPE =
            Type.of("bluesky", Duration.ofMinutes(15), Duration.ofHours(6))
                    .paced(1, Duration.ofSeconds(2))
                    .needing("user")
                    .needing("password")
                    .secret("password")
                    .place()
                    .disclosing(
                            Disclosure.account(
                                    Disclosure.Cost.FREE,
                                    "nothing",
                                    "a Bluesky account, by mail address",
                                    "Bluesky Social, United States, or whoever runs the account's"
                                            + " own server"));

    private static final Pattern USER = Pattern.compile("[\\x21-\\x7e]{1,254}");
    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 5;
    private static final Phrasing PHRASING = new Phrasing(300, 40, false);

    /// What a sign-in gave.
    private record Session(Secret access, Secret refresh) {}

    private final Secret user;
    private final Secret password;
    private final Optional<String> language;
    private final int pages;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();

    BlueskySource(SourceId id, Section section) {
        super(TYPE, id, section, "https://bsky.social");
        if (at("").getHost().equals("public.api.bsky.app")) {
            section.problem("url", "must be the account's own server: this one refuses to search");
        }
        user = new Secret(section.required("user", BlueskySource::user).orElse("-"));
        password = SearchSettings.requiredKey(section, "password");
        language = SearchSettings.language(section);
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    private static String user(String text) {
        String bare = text.startsWith("@") ? text.substring(1) : text;
        if (!USER.matcher(bare).matches()) {
            throw new IllegalArgumentException("must be a handle or a mail address");
        }
        return bare;
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query)
                .map(words ->
                        Optional.ofNullable(session.get())
                                .map(open -> search(words, open, Optional.empty(), 1))
                                .orElseGet(() -> signsIn(words)));
    }

    @Override
    public List<Step> foreseen(Query query) {
        Session none = new Session(new Secret("-"), new Secret("-"));
        return PHRASING.words(query).stream()
                .flatMap(words ->
                        Stream.of(signsIn(words), plainSearch(words, none, Optional.empty(), 1)))
                .toList();
    }

    private Step signsIn(String words) {
        Json pass =
                Json.object()
                        .put("identifier", user.reveal())
                        .put("password", password.reveal())
                        .build();
        return Step.signingIn(
                post("/xrpc/com.atproto.server.createSession", pass), body -> opened(body, words));
    }

    private Step renews(String words, Session old) {
        Request request =
                Request.post(
                                at("/xrpc/com.atproto.server.refreshSession"),
                                "application/json",
                                new byte[0])
                        .header("Accept", "application/json");
        return Step.signingIn(request, body -> opened(body, words))
                .signed("Authorization", "Bearer " + old.refresh().reveal())
                .recovering((_, _) -> Optional.of(signsIn(words)));
    }

    private Step.Read opened(Body body, String words) throws MalformedReplyException {
        Json json = json(body);
        Optional<String> access = json.at("accessJwt").text();
        Optional<String> refresh = json.at("refreshJwt").text();
        if (access.isEmpty() || refresh.isEmpty()) {
            throw malformed("no session in the JSON");
        }
        Session fresh = new Session(new Secret(access.get()), new Secret(refresh.get()));
        session.set(fresh);
        // just signed in: if that is not enough, nothing is
        return new Step.Read(
                Page.complete(List.of()),
                Optional.of(plainSearch(words, fresh, Optional.empty(), 1)));
    }

    /// A search that signs in again if the session has ended.
    private Step search(String words, Session open, Optional<String> cursor, int page) {
        return plainSearch(words, open, cursor, page)
                .recovering((_, body) ->
                        hasEnded(body) ? Optional.of(renews(words, open)) : Optional.empty());
    }

    private Step plainSearch(String words, Session open, Optional<String> cursor, int page) {
        Request request =
                get("/xrpc/app.bsky.feed.searchPosts")
                        .with("q", words)
                        .with("sort", "latest")
                        .with("limit", String.valueOf(PER_PAGE));
        if (language.isPresent()) {
            request = request.with("lang", language.get());
        }
        if (cursor.isPresent()) {
            request = request.with("cursor", cursor.get());
        }
        return Step.of(request, body -> read(body, words, open, page))
                .signed("Authorization", "Bearer " + open.access().reveal());
    }

    private Step.Read read(Body body, String words, Session open, int page)
            throws MalformedReplyException {
        Json json = json(body);
        Page found = Rows.page(TYPE.name(), list(json, "posts"), body, BlueskySource::row);
        Optional<String> cursor = json.at("cursor").text();
        boolean more = cursor.isPresent() && found.findings().size() >= PER_PAGE;
        return read(found, more, page >= pages, () -> plainSearch(words, open, cursor, page + 1));
    }

    private static void row(Json post, Sketch sketch) {
        Json author = post.at("author");
        Json written = post.at("record");
        Json linked = post.at("embed").at("external");
        sketch.item(post.at("uri"))
                .says(written.at("text"))
                .says(author.at("handle"), author.at("displayName"))
                .says(linked.at("uri"), linked.at("title"), linked.at("description"))
                .says(
                        written.at("facets").items().stream()
                                .flatMap(facet -> facet.at("features").items().stream())
                                .map(feature -> feature.at("uri"))
                                .toArray(Json[]::new))
                .date(post.at("indexedAt"), written.at("createdAt"));
        written.at("langs").items().stream().findFirst().ifPresent(sketch::language);
        post.at("uri").text().flatMap(BlueskySource::onTheWeb).ifPresent(sketch::address);
    }

    /// `at://did:plc:x/app.bsky.feed.post/KEY` as a page.
    private static Optional<String> onTheWeb(String uri) {
        String[] parts = uri.split("/", 6);
        return parts.length == 5 && parts[0].equals("at:") && !parts[2].isEmpty()
                ? Optional.of("https://bsky.app/profile/" + parts[2] + "/post/" + parts[4])
                : Optional.empty();
    }

    private static boolean hasEnded(Body body) {
        String error = error(body);
        return error.equals("ExpiredToken")
                || error.equals("InvalidToken")
                || error.equals("AuthMissing");
    }

    private static String error(Body body) {
        return errorOf(body).at("error").text().orElse("");
    }

    @Override
    public Fault refusal(int status, Body body) {
        return switch (error(body)) {
            case "AuthenticationRequired",
                    "AuthMissing",
                    "InvalidToken",
                    "ExpiredToken",
                    "AuthFactorTokenRequired",
                    "AccountTakedown" ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "does not take the sign-in: make an app password and set it anew");
            case "BadQueryString", "InvalidRequest" ->
                    fault(Fault.Kind.MISCONFIGURED, status, "refuses the question");
            default -> super.refusal(status, body);
        };
    }

    @Override
    public Optional<Instant> usedUpUntil(Body body) {
        return isNoneLeft(body, "ratelimit-remaining")
                ? epoch(body, "ratelimit-reset")
                : Optional.empty();
    }

    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        return status == 429 ? epoch(body, "ratelimit-reset") : Optional.empty();
    }
}
