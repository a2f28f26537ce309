package org.quietbell.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quietbell.json.Json;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// A case as it is sealed: its consent and its watches.
final class CaseJson {
    private CaseJson() {}

    static Json of(WatchedCase watchedCase) {
        return Json.object()
                .put("consent", consent(watchedCase.consent()))
                .put("watches", watchedCase.watches().stream().map(CaseJson::watch).toList())
                .build();
    }

    static WatchedCase read(CaseId id, boolean byFile, boolean active, Json json) {
        List<Watch> watches =
                json.at("watches").items().stream().map(item -> watch(id, item)).toList();
        return new WatchedCase(id, consent(json.at("consent")), watches, byFile, active);
    }

    private static Json consent(Consent consent) {
        return Json.object()
                .put("by", consent.by())
                .put("given", consent.given())
                .putIfPresent("end", consent.end())
                .put("sources", consent.sources())
                .put("channels", consent.channels())
                .put("record", consent.record())
                .build();
    }

    private static Consent consent(Json json) {
        Map<String, String> record = new TreeMap<>();
        json.at("record")
                .members()
                .forEach((name, value) -> record.put(name, value.text().orElse("")));
        return new Consent(
                Fields.text(json, "by"),
                LocalDate.parse(Fields.text(json, "given")),
                Fields.moment(json, "end"),
                Set.copyOf(Fields.texts(json, "sources")),
                Set.copyOf(Fields.texts(json, "channels")),
                record);
    }

    /// Without what is empty: one case may hold thousands of watches that are hardly more than a
    /// name.
    private static Json watch(Watch watch) {
        Json.Builder json = Json.object().put("id", watch.id()).put("name", watch.name());
        putUnlessEmpty(json, "aliases", watch.aliases());
        putUnlessEmpty(json, "handles", watch.handles().stream().map(CaseJson::handle).toList());
        putUnlessEmpty(json, "context", watch.context());
        putUnlessEmpty(json, "exclude", watch.exclude());
        putUnlessEmpty(json, "former", watch.former());
        putUnlessEmpty(json, "without", watch.without().stream().map(Variant::word).toList());
        Details details = watch.details();
        if (!details.equals(Details.none())) {
            json.put(
                    "details",
                    Json.object()
                            .put("addresses", details.addresses())
                            .put("phones", details.phones())
                            .put("emails", details.emails())
                            .build());
        }
        return json.build();
    }

    private static void putUnlessEmpty(Json.Builder json, String name, List<?> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }

    private static Watch watch(CaseId owner, Json json) {
        Json details = json.at("details");
        return new Watch(
                new WatchId(Fields.text(json, "id")),
                owner,
                Fields.text(json, "name"),
                Fields.texts(json, "aliases"),
                json.at("handles").items().stream().map(CaseJson::handle).toList(),
                Fields.texts(json, "context"),
                Fields.texts(json, "exclude"),
                Fields.texts(json, "former"),
                Fields.texts(json, "without").stream()
                        .map(Variant::parse)
                        .collect(Collectors.toUnmodifiableSet()),
                new Details(
                        Fields.texts(details, "addresses"),
                        Fields.texts(details, "phones"),
                        Fields.texts(details, "emails")));
    }

    private static Json handle(Handle handle) {
        return Json.object().putIfPresent("site", handle.site()).put("name", handle.name()).build();
    }

    private static Handle handle(Json json) {
        return new Handle(json.at("site").text(), Fields.text(json, "name"));
    }

    /// What makes a question the same question, as bytes to be fingerprinted.
    static byte[] question(String watch, Query query) {
        List<String> parts =
                switch (query) {
                    case Query.Phrase(String text) -> List.of(watch, "phrase", text);
                    case Query.Account(Handle handle) ->
                            List.of(
                                    watch,
                                    "account",
                                    handle.site().orElse(""),
                                    handle.name().toLowerCase(Locale.ROOT));
                    case Query.AnyOf(List<Query> terms) ->
                            Stream.concat(
                                            Stream.of(watch, "any-of"),
                                            terms.stream()
                                                    .map(part ->
                                                            new String(
                                                                    question("", part),
                                                                    StandardCharsets.UTF_8)))
                                    .toList();
                    case Query.Everything _ -> List.of(watch, "everything");
                };
        return Json.of(parts).bytes();
    }
}
