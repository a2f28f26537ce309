package org.quietbell.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.config.Units;
import org.quietbell.http.Endpoint;
import org.quietbell.json.Json;
import org.quietbell.pipeline.Tally;
import org.quietbell.source.Disclosure;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Standing;
import org.quietbell.source.Type;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `source add | list | test | remove | import | types`.
final class SourceCommands {
    private SourceCommands() {}

    /// Asks for a source's address.
    @Command(
            name = "add",
            description =
                    "Add a place to look. Its address and keys are asked for, never arguments.")
    static final class Add extends StoreCommand {
        @Option(names = "--type", paramLabel = "TYPE", description = "As `source types` lists it.")
        String type = "feed";

        @Option(names = "--id", paramLabel = "ID", description = "A name for it of your choice.")
        Optional<String> id = Optional.empty();

        @Option(names = "--every", paramLabel = "6h", description = "How often it is asked.")
        Optional<String> every = Optional.empty();

        Add(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            Type known = known(type);
            SourceId sourceId =
                    id.map(installation.register()::newSourceId)
                            .orElseGet(installation.register()::freeSourceId);
            Prompts prompts = new Prompts(context().terminal(), context().words());
            Json settings = settings(known, prompts);
            Problems problems = new Problems();
            Optional<Source> source = Sources.build(sourceId, type, Section.of(settings, problems));
            if (source.isEmpty()) {
                throw new Refusal(
                        Exit.USAGE,
                        "source add",
                        problems.all().getFirst().toString(),
                        "give the command again");
            }
            disclose(known);
            String host = Installation.endpoint(source.get()).map(Endpoint::host).orElse(type);
            boolean isWanted =
                    prompts.yes("ask.source-is-contacted", host)
                            // such a place takes a second step (R2.12)
                            && (!known.isPlace() || prompts.yes("ask.source-is-a-place", host));
            if (!isWanted) {
                answer(say("line.nothing-changed"));
                return Exit.DONE;
            }
            SourceEntry entry =
                    new SourceEntry(
                            sourceId,
                            type,
                            Optional.empty(),
                            settings,
                            interval(known, every),
                            Optional.empty(),
                            false,
                            true);
            installation.add(entry);
            answer(say("line.source-added", sourceId));
            return Exit.DONE;
        }

        /// What it costs and learns, before anything is added (R2.10).
        private void disclose(Type type) {
            Disclosure told = type.disclosure();
            tell("cost", told.cost().word(), told.price());
            tell("account", told.account());
            tell("card", told.card());
            tell("bill", told.bill());
            tell("mails", told.mails());
            tell("keeps", told.keeps());
            tell("runs", told.runs());
            tell("learns", told.learns());
            type.ends().ifPresent(day -> context().terminal().say(say("line.source-ends", day)));
        }

        private void tell(String what, Object... details) {
            context().terminal().say(say("line.source-asks-for." + what, details));
        }
    }

    /// What a type cannot be asked without, and the keys that help it.
    private static Json settings(Type type, Prompts prompts) {
        Json.Builder settings = Json.object();
        for (String key : type.needs()) {
            if (key.equals("url")) {
                settings.put(key, prompts.needed("ask.source-address." + type.name()));
            } else if (type.secrets().contains(key)) {
                settings.put(key, prompts.secret("ask.source." + key));
            } else {
                settings.put(key, prompts.needed("ask.source." + key));
            }
        }
        for (String key : List.of("key", "token")) {
            if (type.secrets().contains(key) && !type.needs().contains(key)) {
                String given = prompts.secret("ask.source." + key + ".or-none");
                settings.putIfPresent(key, Optional.of(given).filter(said -> !said.isEmpty()));
            }
        }
        return settings.build();
    }

    private static Type known(String type) {
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

    private static Duration interval(Type type, Optional<String> written) {
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
            for (SourceEntry entry : installation.store().sources().all()) {
                Standing standing = installation.store().sourceStates().standing(entry.id());
                if (json) {
                    array.add(StatusLines.source(entry, standing));
                } else if (entry.active()) {
                    answer(
                            entry.id()
                                    + "  "
                                    + entry.type()
                                    + "  "
                                    + say("state." + standing.name()));
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
            for (Tally.SourceFault fault : tally.faults()) {
                answer(say("line.fault", fault.source(), fault.fault().detail()));
            }
            if (tally.failed() == 0) {
                answer(say("line.source-answered", sourceId, tally.findings()));
            }
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

    /// Takes feeds from a reading list.
    @Command(name = "import", description = "Take feeds from an OPML file (- is standard input).")
    static final class Import extends StoreCommand {
        @Parameters(paramLabel = "FILE", description = "The OPML file.")
        String file = "";

        Import(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            Document opml;
            try {
                opml =
                        Jsoup.parse(
                                new java.io.ByteArrayInputStream(context().terminal().read(file)),
                                null,
                                "",
                                Parser.xmlParser());
            } catch (IOException e) {
                throw new Refusal(
                        Exit.USAGE, "source import: the file cannot be read: try another", e);
            }
            Type feed = known("feed");
            int added = 0;
            int passed = 0;
            for (Element outline : opml.select("outline[xmlUrl]")) {
                SourceId id = installation.register().freeSourceId();
                Json settings = Json.object().put("url", outline.attr("xmlUrl")).build();
                Problems problems = new Problems();
                Sources.build(id, feed.name(), Section.of(settings, problems));
                if (problems.isEmpty()) {
                    installation.add(
                            new SourceEntry(
                                    id,
                                    feed.name(),
                                    Optional.empty(),
                                    settings,
                                    feed.usualInterval(),
                                    Optional.empty(),
                                    false,
                                    true));
                    added++;
                } else {
                    passed++;
                }
            }
            answer(say("line.sources-imported", added, passed));
            return added > 0 ? Exit.DONE : Exit.FAILED;
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
