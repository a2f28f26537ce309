package org.quietbell.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.config.Units;
import org.quietbell.json.Json;
import org.quietbell.pipeline.Tally;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `source add | list | test | remove | import | types`.
final class SourceCommands {
    private SourceCommands() {}

    static Type known(String type) {
        return Sources.types().stream()
                .filter(t -> t.name().equals(type))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                Exit.USAGE,
                                "--type",
                                "there is no such type",
                                "see `quietbell source types`"));
    }

    static Duration interval(Type type, Optional<String> written) {
        Duration wanted = type.usualInterval();
        if (written.isPresent()) {
            try {
                wanted = Units.duration(written.get());
            } catch (IllegalArgumentException e) {
                throw new Refusal(Exit.USAGE, "--every: " + e.getMessage() + ": try 6h", e);
            }
        }
        return wanted.compareTo(type.minimumInterval()) < 0 ? type.minimumInterval() : wanted;
    }

    private static SourceLines lines(Installation installation, Context context) {
        return new SourceLines(
                installation.rhythm().all(),
                context.words(),
                context.zone(),
                context.clock().instant());
    }

    /// Lists the sources and how they do.
    @Command(name = "list", description = "List the sources and how they are doing.")
    static final class Listing extends StoreCommand {
        @Option(names = "--json", description = "As one JSON array.")
        boolean json;

        Listing(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            List<Json> array = new ArrayList<>();
            SourceLines lines = lines(installation, context());
            for (SourceEntry entry : installation.store().sources().all()) {
                if (json) {
                    array.add(lines.json(entry));
                } else if (entry.active()) {
                    answer(entry.id() + "  " + entry.type() + "  " + lines.line(entry));
                }
            }
            if (json) {
                answer(new Json.Items(array));
            }
            return Exit.DONE;
        }
    }

    /// Asks once and explains.
    @Command(name = "test", description = "Ask one source once, keep what is new, and explain.")
    static final class Test extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which source.")
        String id = "";

        Test(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            SourceId sourceId = installation.register().sourceId(id);
            Tally tally = installation.check(Optional.of(sourceId), Optional.empty());
            if (tally.asked() == 0) {
                answer(say("line.source-not-asked", sourceId));
                return Exit.FAILED;
            }
            SourceEntry entry = installation.store().sources().find(sourceId).orElseThrow();
            lines(installation, context()).explained(entry, tally).forEach(this::answer);
            return tally.failed() == 0 ? Exit.DONE : Exit.FAILED;
        }
    }

    /// Ends the asking of one source.
    @Command(name = "remove", description = "Ask this source no more. What was found is kept.")
    static final class Remove extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which source.")
        String id = "";

        Remove(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            SourceId sourceId = installation.register().sourceId(id);
            SourceEntry entry = installation.store().sources().find(sourceId).orElseThrow();
            if (entry.byFile()) {
                throw new Refusal(
                        Exit.FAILED,
                        "source remove",
                        "it is set by file",
                        "change the settings file instead");
            }
            installation.store().sources().put(entry.active(false));
            installation.changed("source");
            answer(say("line.source-removed", sourceId));
            return Exit.DONE;
        }
    }

    /// Lists the types.
    @Command(name = "types", description = "List the kinds of source there are.")
    static final class Types implements java.util.concurrent.Callable<Integer> {
        private final Context context;

        @Option(names = "--json", description = "As one JSON array.")
        boolean json;

        Types(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            if (json) {
                new Json.Items(
                                Sources.types().stream()
                                        .map(t -> Json.object().put("type", t.name()).build())
                                        .toList())
                        .writeTo(context.terminal().answers());
                context.terminal().answers().println();
                return Exit.DONE;
            }
            for (Type type : Sources.types()) {
                context.terminal()
                        .answers()
                        .println(
                                type.name()
                                        + "  "
                                        + context.words().say("source-type." + type.name()));
            }
            return Exit.DONE;
        }
    }
}
