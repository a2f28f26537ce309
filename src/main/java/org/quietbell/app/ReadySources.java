package org.quietbell.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;

/// The sources that need no account and no money, offered at the beginning: each is named with what
/// it learns, and nothing is asked that was not chosen (R2.10).
final class ReadySources {
    private final Installation installation;
    private final Prompts prompts;
    private final Context context;

    ReadySources(Installation installation, Prompts prompts, Context context) {
        this.installation = installation;
        this.prompts = prompts;
        this.context = context;
    }

    void offer() {
        List<Type> ready = Sources.types().stream().filter(Type::isReady).toList();
        prompts.note("line.ready-sources");
        for (Type type : ready) {
            context.terminal()
                    .say(
                            "  "
                                    + type.name()
                                    + ": "
                                    + context.words().say("source-type." + type.name()));
        }
        prompts.note("line.ready-sources-limits");
        List<Type> chosen = prompts.read(line -> chosen(line, ready), "ask.ready-sources");
        for (Type type : chosen) {
            SourceEntry entry = entry(installation, type);
            installation.add(entry);
            prompts.note("line.source-added", entry.id());
        }
    }

    /// One of these, under a name of its own.
    static SourceEntry entry(Installation installation, Type type) {
        return new SourceEntry(
                installation.register().newSourceId(type.name()),
                type.name(),
                Optional.empty(),
                Json.object().build(),
                type.usualInterval(),
                List.of(),
                false,
                true);
    }

    private List<Type> chosen(String line, List<Type> ready) {
        if (prompts.isAll(line)) {
            return ready;
        }
        List<String> names =
                List.of(line.toLowerCase(Locale.ROOT).split(",", -1)).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        for (String name : names) {
            if (ready.stream().noneMatch(type -> type.name().equals(name))) {
                throw new IllegalArgumentException("write names from the list, or nothing");
            }
        }
        return ready.stream().filter(type -> names.contains(type.name())).toList();
    }
}
