package org.quietbell.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.json.Json;
import org.quietbell.pipeline.Pacing;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `watch add | list | show | edit | remove | import | export`.
final class WatchCommands {
    /// How many people one installation at home may look for (R2.16).
    static final int MOST_PEOPLE = 3;

    private WatchCommands() {}

    /// Asks whom to look for.
    @Command(name = "add", description = "Ask whom to look for. Nothing is taken from arguments.")
    static final class Add extends StoreCommand {
        Add(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            List<WatchedCase> cases = installation.store().cases().all();
            long people = cases.stream().filter(WatchedCase::active).count();
            if (installation.isPersonal() && people >= MOST_PEOPLE) {
                throw new Refusal(
                        Exit.FAILED,
                        "watch add",
                        "this installation looks for three people at most",
                        "remove one first, or use the agency profile with one consent each");
            }
            Prompts prompts = new Prompts(context().terminal(), context().words());
            if (!prompts.yes("ask.agreement")) {
                throw new Refusal(
                        Exit.FAILED,
                        "watch add",
                        "a name is looked for only with its owner's agreement",
                        "ask first, then come back");
            }
            CaseId id = free(cases);
            Watch watch = WatchForm.ask(prompts, new WatchId(id.value()), id, Optional.empty());
            LocalDate today = LocalDate.ofInstant(context().clock().instant(), context().zone());
            Consent consent =
                    new Consent(
                            "self",
                            today,
                            Optional.empty(),
                            installation.register().activeSourceIds(),
                            installation.register().activeChannelIds(),
                            Map.of());
            installation
                    .store()
                    .cases()
                    .put(new WatchedCase(id, consent, List.of(watch), false, true));
            installation.changed("watch");
            answer(say("line.watch-added", id));
            return Exit.DONE;
        }

        private static CaseId free(List<WatchedCase> cases) {
            Set<CaseId> taken = Set.copyOf(cases.stream().map(WatchedCase::id).toList());
            int number = 1;
            while (taken.contains(new CaseId("person-" + number))) {
                number++;
            }
            return new CaseId("person-" + number);
        }
    }

    /// Lists ids; names are one step further (R5.7).
    @Command(name = "list", description = "List the watches by id. Names are not shown.")
    static final class Listing extends StoreCommand {
        @Option(names = "--json", description = "As one JSON array.")
        boolean json;

        Listing(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            List<Json> array = new ArrayList<>();
            for (WatchedCase watchedCase : installation.store().cases().all()) {
                for (Watch watch : watchedCase.watches()) {
                    if (json) {
                        array.add(
                                Json.object()
                                        .put("id", watch.id())
                                        .put("case", watchedCase.id())
                                        .put("active", watchedCase.active())
                                        .put("by_file", watchedCase.byFile())
                                        .build());
                    } else {
                        answer(
                                watch.id()
                                        + "  "
                                        + say(
                                                watchedCase.active()
                                                        ? "line.looked-for"
                                                        : "line.not-looked-for")
                                        + (watchedCase.byFile() ? "  " + say("line.by-file") : ""));
                    }
                }
            }
            if (json) {
                answer(new Json.Items(array));
            }
            return Exit.DONE;
        }
    }

    /// Opens one watch.
    @Command(
            name = "show",
            description = "Show one watch, and with --queries what is sent to whom.")
    static final class Show extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which watch.")
        String id = "";

        @Option(names = "--queries", description = "Exactly what each source is asked.")
        boolean queries;

        @Option(names = "--json", description = "As one JSON object.")
        boolean json;

        Show(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            Watch watch = installation.register().watch(installation.register().watchId(id));
            if (json) {
                answer(WatchForm.json(watch));
                return Exit.DONE;
            }
            WatchForm.lines(watch, context().words()).forEach(this::answer);
            VariantForm.lines(watch, context().words()).forEach(this::answer);
            Pacing pacing = installation.rhythm().all();
            SourceLines lines =
                    new SourceLines(
                            pacing,
                            context().words(),
                            context().zone(),
                            context().clock().instant());
            pacing.asked(watch)
                    .forEach((source, asked) -> {
                        installation
                                .store()
                                .sources()
                                .find(source)
                                .flatMap(lines::tempo)
                                .ifPresent(tempo -> answer(source + ": " + tempo));
                        int joined = pacing.joined(source, watch);
                        if (joined > 0) {
                            answer(source + ": " + say("line.asked-together", joined));
                        }
                        if (queries) {
                            asked.forEach(sent -> answer(source + "  " + sent));
                        }
                    });
            return Exit.DONE;
        }
    }

    /// Asks anew; an empty answer keeps what is there.
    @Command(
            name = "edit",
            description = "Ask again for one watch; an empty line keeps what is set.")
    static final class Edit extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which watch.")
        String id = "";

        Edit(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            Watch watch = installation.register().watch(installation.register().watchId(id));
            WatchedCase watchedCase = changeable(installation, watch);
            Prompts prompts = new Prompts(context().terminal(), context().words());
            Watch edited = WatchForm.ask(prompts, watch.id(), watch.caseId(), Optional.of(watch));
            installation
                    .store()
                    .cases()
                    .put(
                            watchedCase.with(
                                    watchedCase.watches().stream()
                                            .map(w -> w.id().equals(watch.id()) ? edited : w)
                                            .toList()));
            installation.changed("watch");
            new JudgedAnew(installation, prompts).afterChange(watch.id());
            answer(say("line.watch-changed", watch.id()));
            return Exit.DONE;
        }
    }

    /// Ends the looking for one watch; what was found stays.
    @Command(name = "remove", description = "Stop looking for one watch. What was found is kept.")
    static final class Remove extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which watch.")
        String id = "";

        Remove(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            Watch watch = installation.register().watch(installation.register().watchId(id));
            WatchedCase watchedCase = changeable(installation, watch);
            List<Watch> others =
                    watchedCase.watches().stream().filter(w -> !w.equals(watch)).toList();
            installation
                    .store()
                    .cases()
                    .put(others.isEmpty() ? watchedCase.active(false) : watchedCase.with(others));
            installation.changed("watch");
            answer(say("line.watch-removed", watch.id()));
            return Exit.DONE;
        }
    }

    /// Writes one watch, or all, into a file.
    @Command(
            name = "export",
            description = "Write all watches into a JSON file, for its owner only.")
    static final class Export extends StoreCommand {
        @Parameters(paramLabel = "FILE", description = "Where to.")
        String file = "";

        Export(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            List<Json> watches =
                    installation.store().cases().all().stream()
                            .flatMap(c -> c.watches().stream())
                            .map(WatchForm::json)
                            .toList();
            write("watch export", file, new Json.Items(watches).bytes());
            answer(say("line.watch-exported", watches.size()));
            return Exit.DONE;
        }
    }

    private static WatchedCase changeable(Installation installation, Watch watch) {
        WatchedCase watchedCase =
                installation
                        .store()
                        .cases()
                        .find(watch.caseId())
                        .orElseThrow(() -> new IllegalStateException("watch without case"));
        if (watchedCase.byFile()) {
            throw new Refusal(
                    Exit.FAILED, "watch", "it is set by file", "change the settings file instead");
        }
        return watchedCase;
    }
}
