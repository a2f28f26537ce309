package org.quietbell.source;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

/// Pages from Mojeek's own index.
///
/// 20 a page, at most five pages. The key rides in the address and is told to nobody. An error may
/// come under a good status, so the answer's own word is looked at first. That quotation marks make
/// a phrase, what `safe` does, and the prices are unverified; what comes is judged anyway.
///
/// Settings: `key-file`; `safe-search`, `freshness` (`week` is asked as `month`: it knows no week),
/// `language` and `region` (which put such pages first), `pages`.
///
/// @see <a href="https://www.mojeek.com/support/api/search/">Mojeek Search API</a>
final class MojeekSource extends Connector {
    static final Type TYPE =
            Type.of("mojeek", Duration.ofMinutes(30), Duration.ofHours(12))
                    .paced(1, Duration.ofSeconds(1))
                    .needing("key")
                    .secret("key")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.PAID,
                                            "not known",
                                            "a Mojeek API account, by mail address",
                                            "Mojeek, United Kingdom")
                                    .card("yes, or by invoice (unverified)"));

    private static final int PER_PAGE = 20;
    private static final int MOST_PAGES = 5;
    private static final Phrasing PHRASING = new Phrasing(400, 50, true);

    private final Secret key;
    private final SafeSearch safeSearch;
    private final Freshness freshness;
    private final Optional<String> language;
    private final Optional<String> region;
    private final int pages;

    MojeekSource(SourceId id, Section section) {
        super(TYPE, id, section, "https://api.mojeek.com");
        key = SearchSettings.requiredKey(section, "key");
        safeSearch = SearchSettings.safeSearch(section);
        freshness = SearchSettings.freshness(section);
        language = SearchSettings.language(section);
        region = SearchSettings.region(section);
        pages = SearchSettings.pages(section, MOST_PAGES);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return PHRASING.words(query).map(words -> step(words, 0));
    }

    private Step step(String words, int page) {
        Request request =
                get("/search")
                        .with("q", words)
                        .with("fmt", "json")
                        .with("t", String.valueOf(PER_PAGE))
                        .with("s", String.valueOf(page * PER_PAGE + 1))
                        .with("safe", safeSearch.isOn() ? "1" : "0");
        if (freshness.isBounded()) {
            Freshness known = freshness == Freshness.WEEK ? Freshness.MONTH : freshness;
            request = request.with("since", known.word());
        }
        if (language.isPresent()) {
            String spoken = language.get().split("-", 2)[0].toUpperCase(Locale.ROOT);
            request = request.with("lb", spoken).with("lbb", "100");
        }
        if (region.isPresent()) {
            request = request.with("rb", region.get()).with("rbb", "100");
        }
        return Step.of(request, body -> read(body, words, page)).keyed("api_key", key);
    }

    private Step.Read read(Body body, String words, int page) throws MalformedReplyException {
        Json response = json(body).at("response");
        String status = response.at("status").text().orElse("");
        if (!status.equals("OK")) {
            throw refused(kind(status), "answers with an error: " + meaning(kind(status)));
        }
        Page found = Rows.page(TYPE.name(), list(response, "results"), body, MojeekSource::row);
        long total = response.at("head").at("results").whole().orElse(0L);
        boolean more = !found.findings().isEmpty() && total > (page + 1L) * PER_PAGE;
        return read(found, more, page + 1 >= pages, () -> step(words, page + 1));
    }

    private static void row(Json result, Sketch sketch) {
        sketch.title(result.at("title"))
                .says(result.at("desc"))
                .address(result.at("url"))
                .date(result.at("pdate"), result.at("timestamp"));
    }

    private static Fault.Kind kind(String status) {
        String said = status.toLowerCase(Locale.ROOT);
        if (said.contains("limit") || said.contains("quota") || said.contains("credit")) {
            return Fault.Kind.QUOTA;
        }
        boolean isKey = said.contains("key") || said.contains("auth") || said.contains("denied");
        return isKey ? Fault.Kind.MISCONFIGURED : Fault.Kind.BROKEN;
    }

    private static String meaning(Fault.Kind kind) {
        return switch (kind) {
            case QUOTA -> "the allowance is used up";
            case MISCONFIGURED -> "the key is not accepted";
            default -> "one that is not known here";
        };
    }

    @Override
    public Fault refusal(int status, Body body) {
        String said = errorOf(body).at("response").at("status").text().orElse("");
        Fault.Kind kind = kind(said);
        return kind == Fault.Kind.BROKEN
                ? super.refusal(status, body)
                : fault(kind, status, "answers with an error: " + meaning(kind));
    }
}
