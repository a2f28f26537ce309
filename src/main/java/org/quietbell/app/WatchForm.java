package org.quietbell.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quietbell.json.Json;
import org.quietbell.match.Matching;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

/// A watch as questions, as lines, and as JSON.
final class WatchForm {
    private WatchForm() {}

    /// Asks for one.
    ///
    /// @param present what an empty answer keeps
    static Watch ask(Prompts prompts, WatchId id, CaseId caseId, Optional<Watch> present) {
        String name =
                prompts.read(
                        line -> {
                            String kept =
                                    line.isBlank() ? present.map(Watch::name).orElse("") : line;
                            if (kept.isBlank()) {
                                throw new IllegalArgumentException("name: must not be blank");
                            }
                            return kept;
                        },
                        "ask.name");
        Watch watch =
                new Watch(
                        id,
                        caseId,
                        name,
                        listed(prompts, present.map(Watch::aliases), "ask.aliases"),
                        prompts.read(
                                line ->
                                        line.isBlank()
                                                ? present.map(Watch::handles).orElse(List.of())
                                                : parts(line).stream().map(Handle::parse).toList(),
                                "ask.handles"),
                        listed(prompts, present.map(Watch::context), "ask.context"),
                        listed(prompts, present.map(Watch::exclude), "ask.exclude"),
                        present.map(Watch::former).orElse(List.of()),
                        present.map(Watch::without).orElse(Set.of()),
                        present.map(Watch::details).orElse(Details.none()));
        if (Matching.lacksContext(watch)) {
            prompts.note("line.common-name");
        }
        return prompts.isPerson() ? VariantForm.ask(prompts, watch) : watch;
    }

    private static List<String> listed(
            Prompts prompts, Optional<List<String>> present, String key) {
        List<String> values = prompts.list(key);
        return values.isEmpty() ? present.orElse(List.of()) : values;
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /// A watch for a person who asked to see it.
    static List<String> lines(Watch watch, Words words) {
        List<String> lines = new ArrayList<>(plain(watch, words));
        if (Matching.lacksContext(watch)) {
            lines.add(words.say("line.common-name"));
        }
        return lines;
    }

    private static List<String> plain(Watch watch, Words words) {
        return List.of(
                watch.id().value(),
                words.say("line.watch.name", watch.name()),
                words.say("line.watch.aliases", String.join(", ", watch.aliases())),
                words.say(
                        "line.watch.handles",
                        String.join(
                                ", ", watch.handles().stream().map(WatchForm::written).toList())),
                words.say("line.watch.context", String.join(", ", watch.context())),
                words.say("line.watch.exclude", String.join(", ", watch.exclude())));
    }

    private static String written(Handle handle) {
        return handle.site().map(site -> site + "/").orElse("@") + handle.name();
    }

    /// All of a watch.
    static Json json(Watch watch) {
        return Json.object()
                .put("id", watch.id())
                .put("case", watch.caseId())
                .put("name", watch.name())
                .put("aliases", watch.aliases())
                .put("handles", watch.handles().stream().map(WatchForm::written).toList())
                .put("context", watch.context())
                .put("exclude", watch.exclude())
                .put("former", watch.former())
                .put("without", watch.without().stream().map(Variant::word).sorted().toList())
                .put(
                        "details",
                        Json.object()
                                .put("addresses", watch.details().addresses())
                                .put("phones", watch.details().phones())
                                .put("emails", watch.details().emails())
                                .build())
                .build();
    }

    /// Reads what [#json] wrote.
    ///
    /// @throws Refusal if the name or a handle cannot be read
    static Watch read(Json json, WatchId id, CaseId caseId) {
        Function<String, List<String>> texts =
                key -> json.at(key).items().stream().flatMap(t -> t.text().stream()).toList();
        Function<String, List<String>> details =
                key ->
                        json.at("details").at(key).items().stream()
                                .flatMap(t -> t.text().stream())
                                .toList();
        try {
            return new Watch(
                    id,
                    caseId,
                    json.at("name").text().orElse(""),
                    texts.apply("aliases"),
                    texts.apply("handles").stream().map(Handle::parse).toList(),
                    texts.apply("context"),
                    texts.apply("exclude"),
                    texts.apply("former"),
                    texts.apply("without").stream()
                            .map(Variant::parse)
                            .collect(Collectors.toUnmodifiableSet()),
                    new Details(
                            details.apply("addresses"),
                            details.apply("phones"),
                            details.apply("emails")));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Exit.USAGE, "watch import: " + e.getMessage() + ": correct the file", e);
        }
    }
}
