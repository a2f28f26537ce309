package org.quietbell.source;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.watch.Query;

/// News that Google News finds for a phrase, from its search feed, which is undocumented.
///
/// One page, about a hundred entries (unverified). Links lead to Google and do not tell the page's
/// own address; they are never followed, and an entry is known by its id. From European addresses a
/// page that wants a consent may come instead: that is `blocked`. There is no safe search and no
/// spelling to switch. Refusals under load (429, 503) are unverified and waited out.
///
/// Settings: `language` (default `en`), `region` (default `US`), `freshness`.
final class GoogleNewsSource extends Connector {
    static final Type TYPE =
            Type.of("google-news", Duration.ofMinutes(30), Duration.ofHours(3))
                    .paced(1, Duration.ofSeconds(5))
                    .disclosing(Disclosure.free("Google LLC, United States"));

    private static final Phrasing PHRASING = new Phrasing(500, 30, false);

    private final String language;
    private final String region;
    private final Freshness freshness;

    GoogleNewsSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://news.google.com");
        String spoken = SearchSettings.language(section).orElse("en");
        int dash = spoken.indexOf('-');
        language = (dash < 0 ? spoken : spoken.substring(0, dash)).toLowerCase(Locale.ROOT);
        region = SearchSettings.region(section).orElse("US");
        freshness = SearchSettings.freshness(section);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(this::step);
    }

    private Step step(String words) {
        String when = freshness.isBounded() ? " when:" + freshness.days() + "d" : "";
        Request request =
                Request.get(at("/rss/search"))
                        .header("Accept", FeedSource.ACCEPT)
                        .with("q", words + when)
                        // the three must agree, or another edition answers
                        .with("hl", language + "-" + region)
                        .with("gl", region)
                        .with("ceid", region + ":" + language);
        return Step.of(request, body -> Step.Read.last(FeedSource.page(TYPE, body)));
    }

    @Override
    public Fault refusal(int status, Body body) {
        return status == 503
                ? fault(Fault.Kind.QUOTA, status, "has been asked too often")
                : super.refusal(status, body);
    }
}
