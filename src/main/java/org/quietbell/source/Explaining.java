package org.quietbell.source;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// The engines behind `explain feed` and `explain date`: one line of JSON in, one out. Pure, safe
/// for many threads, and never failing: what cannot be read gives `{"id"?,"error"}`.
public final class Explaining {
    private Explaining() {}

    /// Reads `{"id","url","headers","data_b64"}`; gives
    /// `{"id","ok","problem"?,"feed":{…},"entries":[…]}`.
    public static String feed(String line) {
        return line(line, Explaining::feed);
    }

    /// Reads `{"id","text"}`; gives `{"id","iso"}`, with `null` for what is no date.
    public static String date(String line) {
        return line(line, Explaining::date);
    }

    private static String line(String line, Function<Json, Json> engine) {
        Json json;
        try {
            json = Json.read(line);
        } catch (MalformedJsonException _) {
            return error(new Json.Nothing(), "the line is not one JSON object").line();
        }
        if (!(json instanceof Json.Members)) {
            return error(new Json.Nothing(), "the line is not one JSON object").line();
        }
        return engine.apply(json).line();
    }

    private static Json error(Json id, String what) {
        Json.Builder out = Json.object();
        if (!id.isNothing()) {
            out.put("id", id);
        }
        return out.put("error", what).build();
    }

    private static Json date(Json in) {
        if (!(in.at("text") instanceof Json.Text(String text))) {
            return error(in.at("id"), "text: must be a text");
        }
        return answer(in).put("iso", iso(FeedDates.read(text))).build();
    }

    private static Json.Builder answer(Json in) {
        Json.Builder out = Json.object();
        return in.at("id").isNothing() ? out : out.put("id", in.at("id"));
    }

    private static @Nullable String iso(Optional<Instant> at) {
        return at.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(null);
    }

    private static Json feed(Json in) {
        if (!(in.at("data_b64") instanceof Json.Text(String encoded))) {
            return error(in.at("id"), "data_b64: must be a text");
        }
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException _) {
            return error(in.at("id"), "data_b64: must be Base64");
        }
        Json headers = in.at("headers");
        String url = in.at("url").text().orElse("");
        String base = Links.absolute(header(headers, "content-location"), url);
        try {
            FeedDocument feed =
                    FeedReader.read(
                            bytes,
                            header(headers, "content-type"),
                            Links.isWeb(base) ? base : isAddress(url) ? url : "");
            return feed(in, feed);
        } catch (MalformedReplyException malformed) {
            return answer(in)
                    .put("ok", false)
                    .put("problem", malformed.getMessage())
                    .put(
                            "feed",
                            Json.object().put("title", "").put("link", "").put("id", "").build())
                    .put("entries", List.of())
                    .build();
        }
    }

    private static boolean isAddress(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException _) {
            return false; // relative links then stay as they are
        }
    }

    private static String header(Json headers, String name) {
        for (Map.Entry<String, Json> header : headers.members().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue().text().orElse("");
            }
        }
        return "";
    }

    private static Json feed(Json in, FeedDocument feed) {
        List<Json> entries = new ArrayList<>(feed.entries().size());
        for (FeedDocument.Entry entry : feed.entries()) {
            entries.add(
                    Json.object()
                            .put("title", entry.title().plain(Text.MAX_TITLE))
                            .put("link", entry.link())
                            .put("id", entry.id())
                            .put("author", entry.author())
                            .put("summary", entry.summary().sanitised())
                            .put("content", entry.content().sanitised())
                            .put("published", iso(entry.published()))
                            .put("updated", iso(entry.updated()))
                            .build());
        }
        List<String> problems = new ArrayList<>();
        feed.remark().ifPresent(problems::add);
        feed.broken().ifPresent(problems::add);
        if (feed.skipped() > 0) {
            problems.add(feed.skipped() + " entries beyond the limit were left out");
        }
        Json.Builder out = answer(in).put("ok", true);
        if (!problems.isEmpty()) {
            out.put("problem", String.join("; ", problems));
        }
        return out.put(
                        "feed",
                        Json.object()
                                .put("title", feed.title())
                                .put("link", feed.link())
                                .put("id", feed.id())
                                .build())
                .put("entries", entries)
                .build();
    }
}
