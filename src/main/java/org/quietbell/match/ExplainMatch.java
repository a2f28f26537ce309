package org.quietbell.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// Tries the matching on text of one's own: one JSON line in, one out. Needs no store.
///
/// In: `{"id","watch":{"name","aliases","handles","context","exclude"},"text","url"}`, or `title`
/// and `snippet` for `text`. Out: `{"id","verdict","band","score","reasons"}`, the verdict being
/// `match` (certain or likely), `possible` or `no_match`. A line that cannot be read gives
/// `{"id"?,"error"}`. Texts may hold markup. A watch that comes again in the next line is not made
/// ready again. For one thread.
public final class ExplainMatch {
    private static final WatchId ID = new WatchId("explained");

    private final Function<Reason, String> words;
    private @Nullable Json lastWatch;
    private @Nullable Matching lastMatching;

    /// @param words says a reason in a sentence
    public ExplainMatch(Function<Reason, String> words) {
        this.words = words;
    }

    /// The answer to one line, without a line end; never throws.
    public String line(String line) {
        Json asked;
        try {
            asked = Json.read(line);
        } catch (MalformedJsonException e) {
            return Json.object().put("error", e.getMessage()).build().line();
        }
        Json.Builder answer = Json.object();
        if (!asked.at("id").isNothing()) {
            answer.put("id", asked.at("id"));
        }
        try {
            Optional<Match> match = judge(asked);
            int score = match.map(Match::score).orElse(0);
            Band band = Band.of(score);
            answer.put("verdict", verdict(band));
            answer.put("band", band.word());
            answer.put("score", score);
            answer.put(
                    "reasons",
                    match.map(Match::reasons).orElse(List.of()).stream().map(words).toList());
        } catch (IllegalArgumentException e) {
            answer.put("error", Objects.requireNonNullElse(e.getMessage(), "watch: is not usable"));
        }
        return answer.build().line();
    }

    /// What a band means for sending: `match`, `possible` or `no_match`.
    static String verdict(Band band) {
        return switch (band) {
            case CERTAIN, LIKELY -> "match";
            case POSSIBLE -> "possible";
            case UNLIKELY -> "no_match";
        };
    }

    /// The best match of a line that was read.
    ///
    /// @throws IllegalArgumentException if the watch or the text is missing or unusable
    Optional<Match> judge(Json asked) {
        boolean whole = asked.at("text").text().isPresent();
        if (!whole && asked.at("title").isNothing() && asked.at("snippet").isNothing()) {
            throw new IllegalArgumentException("text: is missing");
        }
        Finding finding =
                new Finding(
                        "",
                        whole ? "" : Markup.text(asked.at("title").text().orElse("")),
                        Markup.text(asked.at(whole ? "text" : "snippet").text().orElse("")),
                        asked.at("url").text().orElse(""),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return matching(asked.at("watch")).all(finding).stream().findFirst();
    }

    private Matching matching(Json watch) {
        if (lastMatching == null || !watch.equals(lastWatch)) {
            lastMatching = Matching.of(List.of(watch(watch)));
            lastWatch = watch;
        }
        return lastMatching;
    }

    private static Watch watch(Json watch) {
        String name =
                watch.at("name")
                        .text()
                        .orElseThrow(() -> new IllegalArgumentException("name: is missing"));
        Json details = watch.at("details");
        return new Watch(
                ID,
                new CaseId(ID.value()),
                name,
                texts(watch.at("aliases")),
                texts(watch.at("handles")).stream().map(Handle::parse).toList(),
                texts(watch.at("context")),
                texts(watch.at("exclude")),
                List.of(),
                new Details(
                        texts(details.at("addresses")),
                        texts(details.at("phones")),
                        texts(details.at("emails"))));
    }

    private static List<String> texts(Json list) {
        List<String> texts = new ArrayList<>();
        list.items().forEach(item -> item.text().ifPresent(texts::add));
        return texts;
    }
}
