package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

/// What one Mastodon server knows of a name: accounts that bear it, posts under it as a hashtag,
/// and, with a token, posts that hold it (where that server searches them and their authors allow
/// it). One server sees only what it has met.
///
/// At most 40 of each. Only search and listings are asked, at this one server: no profile, post or
/// picture; what a picture is said to show is read, being text. A server may answer an empty list
/// where it has shut its hashtags to strangers: then, once, its own description is asked, and it is
/// partly blind if that says so (the names in that description are unverified). There is no safe
/// search.
///
/// Settings: `url`, the server's address; `token-file` (may be missing).
///
/// @see <a href="https://docs.joinmastodon.org/methods/search/">Mastodon API, Search</a>
final class MastodonSource extends Connector {
    static final Type TYPE =
            Type.of("mastodon", Duration.ofMinutes(10), Duration.ofHours(6))
                    .paced(1, Duration.ofSeconds(1))
                    .limited(60, Duration.ofMinutes(1))
                    .needing("url")
                    .secret("token")
                    .place()
                    .disclosing(
                            Disclosure.free("whoever runs that server")
                                    .keeps("as its owner set it")
                                    .learns(
                                            "names and handles asked for, and this machine's"
                                                    + " network address; with a token, tied to the"
                                                    + " account"));

    private static final String MOST = "40";

    private final Optional<Secret> token;

    /// Set once the server has said that strangers may read its hashtags.
    private final AtomicBoolean isOpen = new AtomicBoolean();

    MastodonSource(SourceId id, Section section) {
        super(TYPE, id, Addresses.required(section, "url"));
        token = SearchSettings.key(section, "token");
    }

    @Override
    public Optional<Step> ask(Query query) {
        return Phrasing.PLAIN.bare(query).map(words -> accounts(words, account(query, words)));
    }

    @Override
    public List<Step> foreseen(Query query) {
        return Phrasing.PLAIN.bare(query).stream()
                .flatMap(words ->
                        Stream.of(
                                        Optional.of(accounts(words, account(query, words))),
                                        tag(words).map(tag -> tagged(tag, words)),
                                        posts(words))
                                .flatMap(Optional::stream))
                .toList();
    }

    /// An account on another server is looked for by its full name.
    private static String account(Query query, String words) {
        return query instanceof Query.Account(Handle(Optional<String> site, String name))
                ? site.map(host -> name + "@" + host).orElse(name)
                : words;
    }

    private Step step(Request request, Step.Reading reading) {
        Step step = Step.of(request, reading);
        return token.isPresent()
                ? step.signed("Authorization", "Bearer " + token.get().reveal())
                : step;
    }

    private Step accounts(String words, String account) {
        Request request =
                get("/api/v2/search")
                        .with("q", account)
                        .with("type", "accounts")
                        .with("limit", MOST);
        return step(
                request,
                body -> {
                    List<Json> rows = list(json(body), "accounts");
                    Page page = Rows.page(TYPE.name(), rows, body, MastodonSource::account);
                    return new Step.Read(
                            page, tag(words).map(tag -> tagged(tag, words)).or(() -> posts(words)));
                });
    }

    /// The words as one hashtag, if letters or digits are left.
    private static Optional<String> tag(String words) {
        StringBuilder tag = new StringBuilder();
        words.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '_')
                .forEach(tag::appendCodePoint);
        return tag.isEmpty() ? Optional.empty() : Optional.of(tag.toString());
    }

    private Step tagged(String tag, String words) {
        return step(
                get("/api/v1/timelines/tag/" + Links.segment(tag)).with("limit", MOST),
                body -> {
                    List<Json> rows = posts(json(body));
                    Page page = Rows.page(TYPE.name(), rows, body, MastodonSource::post);
                    boolean isSure = !rows.isEmpty() || token.isPresent() || isOpen.get();
                    return new Step.Read(page, isSure ? posts(words) : Optional.of(description()));
                });
    }

    private List<Json> posts(Json json) throws MalformedReplyException {
        if (json instanceof Json.Items(List<Json> rows)) {
            return rows;
        }
        throw malformed("no list of posts in the JSON");
    }

    /// Whether strangers may read hashtags at all.
    private Step description() {
        // servers too old for the second description have nothing to shut either
        return description("/api/v2/instance")
                .recovering((status, _) ->
                        status == 404
                                ? Optional.of(description("/api/v1/instance"))
                                : Optional.empty());
    }

    private Step description(String path) {
        return step(
                get(path),
                body -> {
                    Json json = json(body);
                    if (json.at("domain").isNothing() && json.at("uri").isNothing()) {
                        throw malformed("no description of the server in the JSON");
                    }
                    Json feeds =
                            json.at("configuration").at("timelines_access").at("hashtag_feeds");
                    Page page = Page.complete(List.of());
                    if (isShut(feeds.at("local")) || isShut(feeds.at("remote"))) {
                        return Step.Read.last(
                                page.blinded("mastodon server shows its hashtags to members only"));
                    }
                    isOpen.set(true);
                    return Step.Read.last(page);
                });
    }

    private static boolean isShut(Json access) {
        return access.text().map(word -> !word.equals("public")).orElse(false);
    }

    /// Posts by their words, which servers give to members only.
    private Optional<Step> posts(String words) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        Request request =
                get("/api/v2/search")
                        .with("q", '"' + words + '"')
                        .with("type", "statuses")
                        .with("limit", MOST);
        return Optional.of(
                step(
                        request,
                        body -> {
                            List<Json> rows = list(json(body), "statuses");
                            return Step.Read.last(
                                    Rows.page(TYPE.name(), rows, body, MastodonSource::post));
                        }));
    }

    private static void account(Json account, Sketch sketch) {
        sketch.item(account.at("uri"))
                .title(account.at("display_name"))
                .says(account.at("acct"), account.at("note"))
                .address(account.at("url"))
                .address(account.at("uri"))
                .date(account.at("created_at"));
    }

    private static void post(Json row, Sketch sketch) {
        Json post = row.at("reblog") instanceof Json.Members reblog ? reblog : row;
        sketch.item(post.at("uri"))
                .says(post.at("spoiler_text"), post.at("content"))
                .says(
                        post.at("media_attachments").items().stream()
                                .map(media -> media.at("description"))
                                .toArray(Json[]::new))
                .says(post.at("card").at("title"), post.at("card").at("description"))
                .says(post.at("account").at("display_name"), post.at("account").at("acct"))
                .address(post.at("url"))
                .address(post.at("uri"))
                .language(post.at("language"))
                .date(post.at("created_at"));
    }

    @Override
    public Fault refusal(int status, Body body) {
        return switch (status) {
            case 401, 403 ->
                    fault(
                            token.isPresent() ? Fault.Kind.MISCONFIGURED : Fault.Kind.BLOCKED,
                            status,
                            token.isPresent()
                                    ? "server does not take the token"
                                    : "server answers only its members: make a token there");
            case 404 ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "is not what answers there: the url must be the server's start page");
            default -> super.refusal(status, body);
        };
    }

    @Override
    public Optional<Instant> usedUpUntil(Body body) {
        return isNoneLeft(body, "x-ratelimit-remaining")
                ? body.header("x-ratelimit-reset").flatMap(FeedDates::read)
                : Optional.empty();
    }

    /// Unlike elsewhere, the header holds a date.
    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        return status == 429
                ? body.header("x-ratelimit-reset").flatMap(FeedDates::read)
                : Optional.empty();
    }
}
