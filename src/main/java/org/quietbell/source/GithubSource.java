package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Issues and pull requests on GitHub that hold an exact phrase, newest first, and, with a token,
/// files of code; 100 a request, at most ten requests deep in each (the service reaches 1,000).
///
/// Only the search is asked, never a repository's or a person's page. A search that GitHub broke
/// off is partly blind. Files of code have no date. There is no safe search and no spelling to
/// switch. A 422 is also how a hidden repository looks.
///
/// Settings: `token-file` (may be missing; then no code, and fewer requests); `pages`.
///
/// @see <a href="https://docs.github.com/en/rest/search/search">GitHub REST API, Search</a>
final class GithubSource extends Connector {
    static final Type TYPE =
            Type.of("github", Duration.ofMinutes(10), Duration.ofHours(6))
                    .paced(1, Duration.ofSeconds(6))
                    .limited(10, Duration.ofMinutes(1))
                    .secret("token")
                    .place()
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE,
                                            "nothing",
                                            "none; or a GitHub account, for code",
                                            "GitHub (Microsoft), United States")
                                    .learns(
                                            "names and handles asked for, and this machine's"
                                                    + " network address; with a token, tied to the"
                                                    + " account"));

    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 10;

    /// The service's 256 characters, less what is added to the phrase.
    private static final Phrasing PHRASING = new Phrasing(230, 60, false);

    /// What is searched, in order.
    private record Shelf(String path, String addition) {}

    private final Optional<Secret> token;
    private final List<Shelf> shelves;
    private final int pages;

    GithubSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://api.github.com");
        token = SearchSettings.key(section, "token");
        pages = SearchSettings.pages(section, MOST_PAGES);
        List<Shelf> all =
                new ArrayList<>(
                        List.of(
                                new Shelf("/search/issues", " is:issue"),
                                new Shelf("/search/issues", " is:pull-request")));
        if (token.isPresent()) {
            all.add(new Shelf("/search/code", ""));
        }
        shelves = List.copyOf(all);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, 0, 1));
    }

    @Override
    public List<Step> foreseen(Query query) {
        return PHRASING.words(query).stream()
                .flatMap(words ->
                        IntStream.range(0, shelves.size()).mapToObj(shelf -> step(words, shelf, 1)))
                .toList();
    }

    private Step step(String words, int shelf, int page) {
        Request request =
                Request.get(at(shelves.get(shelf).path()))
                        .header("Accept", "application/vnd.github.text-match+json")
                        .header("X-GitHub-Api-Version", "2022-11-28")
                        .with("q", words + shelves.get(shelf).addition())
                        .with("per_page", String.valueOf(PER_PAGE))
                        .with("page", String.valueOf(page));
        if (!shelves.get(shelf).addition().isEmpty()) {
            // code has no date to be sorted by
            request = request.with("sort", "created").with("order", "desc");
        }
        Step step = Step.of(request, body -> read(body, words, shelf, page));
        return token.isPresent()
                ? step.signed("Authorization", "Bearer " + token.get().reveal())
                : step;
    }

    private Step.Read read(Body body, String words, int shelf, int page)
            throws MalformedReplyException {
        Json json = json(body);
        List<Json> rows = list(json, "items");
        Page found = Rows.page(TYPE.name(), rows, body, GithubSource::row);
        if (json.at("incomplete_results").truth().orElse(false)) {
            found = found.blinded("github broke off before it had looked everywhere");
        }
        return read(
                found,
                rows.size() >= PER_PAGE,
                page >= pages,
                () -> step(words, shelf, page + 1),
                () ->
                        shelf + 1 < shelves.size()
                                ? Optional.of(step(words, shelf + 1, 1))
                                : Optional.empty());
    }

    private static void row(Json item, Sketch sketch) {
        boolean isFile = item.at("title").isNothing();
        sketch.title(item.at(isFile ? "path" : "title"))
                .says(item.at("body"))
                .says(
                        item.at("text_matches").items().stream()
                                .map(match -> match.at("fragment"))
                                .toArray(Json[]::new))
                .says(item.at("user").at("login"), item.at("repository").at("full_name"))
                .address(item.at("html_url"))
                .date(item.at("created_at"), item.at("updated_at"));
    }

    private static boolean isUsedUp(Body body) {
        return body.header("x-ratelimit-remaining").map(String::strip).orElse("").equals("0")
                || body.header("retry-after").isPresent();
    }

    @Override
    public Fault refusal(int status, Body body) {
        return switch (status) {
            case 403 ->
                    isUsedUp(body)
                            ? fault(Fault.Kind.QUOTA, status, "has been asked too often")
                            : super.refusal(status, body);
            case 422 ->
                    fault(
                            Fault.Kind.MISCONFIGURED,
                            status,
                            "refuses the question: the name may be too long for it, or what it"
                                    + " searches is hidden from this token");
            default -> super.refusal(status, body);
        };
    }

    @Override
    public Optional<Instant> usedUpUntil(Body body) {
        return isNoneLeft(body, "x-ratelimit-remaining")
                ? epoch(body, "x-ratelimit-reset")
                : Optional.empty();
    }

    @Override
    public Optional<Instant> restsUntil(int status, Body body) {
        if ((status != 403 && status != 429) || !isUsedUp(body)) {
            return Optional.empty();
        }
        return body.header("retry-after")
                .flatMap(Connector::number)
                .map(seconds -> body.fetchedAt().plusSeconds(seconds))
                .or(() -> epoch(body, "x-ratelimit-reset"));
    }
}
