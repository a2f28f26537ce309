package org.quietbell.source;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.watch.Query;

/// Posts on Reddit that its search feed gives for an exact phrase, newest first; at most 100.
/// Comments are not searched.
///
/// Only the feed is asked, never a post's or a person's page. All at second hand: that this feed
/// answers without a login was not confirmed after June 2026, and `include_over_18` (safe search)
/// only once. A login page in its place is `blocked`. About one request a minute is allowed from
/// one address; a feed token from the account's preferences eases that.
///
/// Settings: `subreddit` (only there), `safe-search`, `freshness`; `user` with `feed-token-file`.
final class RedditSource extends Connector {
    static final Type TYPE =
            Type.of("reddit", Duration.ofMinutes(15), Duration.ofHours(6))
                    .paced(1, Duration.ofMinutes(1))
                    .secret("feed-token")
                    .place()
                    .disclosing(
                            Disclosure.free("Reddit, United States")
                                    .learns(
                                            "names and handles asked for, and this machine's"
                                                    + " network address; with a feed token, tied"
                                                    + " to the account"));

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,30}");
    private static final Phrasing PHRASING = new Phrasing(500, 60, false);

    private final Optional<String> subreddit;
    private final SafeSearch safeSearch;
    private final Freshness freshness;
    private final Optional<String> user;
    private final Optional<Secret> token;

    RedditSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://www.reddit.com");
        subreddit = section.parsed("subreddit", RedditSource::name);
        safeSearch = SearchSettings.safeSearch(section);
        freshness = SearchSettings.freshness(section);
        user = section.parsed("user", RedditSource::name);
        token = SearchSettings.key(section, "feed-token");
        if (token.isPresent() && user.isEmpty()) {
            section.problem("user", "is missing; it goes with the feed token");
        }
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a name as Reddit has it, without r/ or u/");
        }
        return text;
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(this::step);
    }

    private Step step(String words) {
        Request request =
                Request.get(at(subreddit.map(name -> "/r/" + name).orElse("") + "/search.rss"))
                        .header("Accept", FeedSource.ACCEPT)
                        .with("q", words)
                        .with("sort", "new")
                        .with("t", freshness.isBounded() ? freshness.word() : "all")
                        .with("limit", "100")
                        .with("include_over_18", safeSearch.isOn() ? "off" : "on");
        if (subreddit.isPresent()) {
            request = request.with("restrict_sr", "1");
        }
        Step step = Step.of(request, body -> Step.Read.last(FeedSource.page(TYPE, body)));
        return token.isPresent() && user.isPresent()
                ? step.keyed("feed", token.get()).keyed("user", new Secret(user.get()))
                : step;
    }

    @Override
    public Fault refusal(int status, Body body) {
        return switch (status) {
            case 401, 403 ->
                    fault(
                            Fault.Kind.BLOCKED,
                            status,
                            "does not answer this machine: a feed token of an account may help");
            default -> super.refusal(status, body);
        };
    }
}
