package org.quietbell.app;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.Notes;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evidence add | list | note`: a record of what was found and what happened, that is written once
/// (R3.1 to R3.4).
final class EvidenceCommands {
    private EvidenceCommands() {}

    /// What they share: whose log, and one of its entries by its id.
    abstract static class OfALog extends StoreCommand {
        @Option(names = "--watch", paramLabel = "ID", description = "Whose, if there are several.")
        Optional<String> watch = Optional.empty();

        OfALog(Context context) {
            super(context);
        }

        final CaseId whose(Installation installation) {
            return installation.register().caseOf(watch);
        }

        final Instant now() {
            return context().clock().instant();
        }

        final Prompts prompts() {
            return new Prompts(context().terminal(), context().words());
        }

        final Entry entry(Installation installation, CaseId caseId, String id) {
            return installation
                    .store()
                    .evidence()
                    .find(caseId, new EntryId(id))
                    .orElseThrow(() ->
                            new Refusal(
                                    Exit.FAILED,
                                    "evidence",
                                    "nothing in this log has this id",
                                    "see `quietbell evidence list`"));
        }

        /// Asks for the fields of that kind; an empty line leaves one out.
        final Map<String, String> ask(List<String> fields) {
            Map<String, String> said = new TreeMap<>();
            for (String field : fields) {
                String line = prompts().line("ask.evidence." + field);
                if (!line.isEmpty()) {
                    said.put(field, line);
                }
            }
            return said;
        }
    }

    /// Saves pages, something else that happened, or where a file is kept.
    @Command(
            name = "add",
            description = {
                "Save what was found, by the ids that `hits` shows. Every other page with the same"
                        + " text is saved too.",
                "No page is opened, and no picture is kept."
            })
    static final class Add extends OfALog {
        @Parameters(paramLabel = "ID", description = "Which, as `hits` lists it.")
        List<String> ids = new ArrayList<>();

        @ArgGroup Instead instead = new Instead();

        /// At most one of these.
        static final class Instead {
            @Option(
                    names = "--by-hand",
                    description = "Something else: a mail, a text, a call, a threat.")
            boolean byHand;

            @Option(
                    names = "--kept-elsewhere",
                    description =
                            "A file of yours, such as a picture of the screen: it is read once"
                                    + " where it is, and not copied.")
            boolean keptElsewhere;
        }

        @Option(
                names = "--about",
                paramLabel = "ID",
                description = "With --kept-elsewhere: the entry that the file belongs to.")
        Optional<String> about = Optional.empty();

        Add(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            boolean other = instead.byHand || instead.keptElsewhere;
            if (other == !ids.isEmpty() || (about.isPresent() && !instead.keptElsewhere)) {
                throw new Refusal(
                        Exit.USAGE,
                        "evidence add",
                        "it needs ids, or --by-hand, or --kept-elsewhere",
                        "see `quietbell evidence add --help`");
            }
            if (instead.byHand) {
                return byHand(installation);
            }
            return instead.keptElsewhere ? keptElsewhere(installation) : found(installation);
        }

        private int found(Installation installation) {
            int exit = Exit.DONE;
            for (String id : ids) {
                switch (installation.saving().save(new HitId(id), now())) {
                    case Saving.Outcome.Saved(List<Entry> entries, int fresh) ->
                            answer(
                                    say(
                                            "line.evidence-saved",
                                            entries.getFirst().id(),
                                            fresh,
                                            entries.size()));
                    case Saving.Outcome.Erased _ -> {
                        context().terminal().say(say("line.evidence-erased", id));
                        exit = Exit.FAILED;
                    }
                    case Saving.Outcome.Unknown _ -> {
                        context().terminal().say(say("line.evidence-unknown", id));
                        exit = Exit.FAILED;
                    }
                }
            }
            return exit;
        }

        private int byHand(Installation installation) {
            CaseId caseId = whose(installation);
            prompts().note("line.evidence-facts");
            Map<String, String> said = ask(Notes.ASKED_BY_HAND);
            if (!said.containsKey(Notes.TEXT)) {
                throw new Refusal(
                        Exit.USAGE, "evidence add", "nothing was said", "give it once more");
            }
            answer(
                    say(
                            "line.evidence-added",
                            installation.saving().byHand(caseId, said, now()).id()));
            return Exit.DONE;
        }

        private int keptElsewhere(Installation installation) {
            CaseId caseId = whose(installation);
            Optional<EntryId> belongs = about.map(id -> entry(installation, caseId, id).id());
            if (belongs.filter(id -> installation.saving().isYoung(caseId, id)).isPresent()) {
                throw new Refusal(
                        Exit.FAILED,
                        "evidence add",
                        "somebody in it was under 18, or may have been",
                        "do not keep, copy or send it; see `quietbell report routes --age"
                                + " under-18`");
            }
            prompts().note("line.evidence-original");
            String path = prompts().needed("ask.evidence.file");
            Saving.KeptFile file = file(path);
            Map<String, String> said = ask(Notes.ASKED_OF_A_FILE);
            Entry entry = installation.saving().keptElsewhere(caseId, belongs, file, said, now());
            answer(say("line.evidence-added", entry.id()));
            answer(say("line.evidence-digest", file.digest()));
            return Exit.DONE;
        }

        private Saving.KeptFile file(String path) {
            try {
                return Saving.KeptFile.of(path, context().terminal().read(path));
            } catch (IOException e) {
                throw new Refusal(
                        Exit.FAILED, "evidence add: the file cannot be read: check its path", e);
            }
        }
    }

    /// Lists the entries, or opens one.
    @Command(
            name = "list",
            description = "List what is in the record: kind, place and date. --show ID opens one.")
    static final class Listing extends OfALog {
        @ArgGroup Shape shape = new Shape();

        /// At most one of these.
        static final class Shape {
            @Option(names = "--show", paramLabel = "ID", description = "Open this one.")
            Optional<String> show = Optional.empty();

            @Option(names = "--json", description = "Open all, as one JSON array.")
            boolean json;
        }

        Listing(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            CaseId caseId = whose(installation);
            Following.of(installation).look(now());
            EvidenceLines lines = new EvidenceLines(context().words(), context().zone());
            if (shape.show.isPresent()) {
                Entry entry = entry(installation, caseId, shape.show.get());
                lines.opened(entry, installation.store().evidence().about(caseId, entry.id()))
                        .forEach(this::answer);
            } else if (shape.json) {
                answer(lines.json(each -> installation.store().evidence().each(caseId, each)));
            } else {
                installation.store().evidence().each(caseId, entry -> answer(lines.line(entry)));
                return Exit.DONE;
            }
            installation.saving().custody(caseId, "view", Map.of("by", "self"), now());
            return Exit.DONE;
        }
    }

    /// Adds what she says of an entry, or of all of it.
    @Command(
            name = "note",
            description = {
                "Add what you want to say. It is added, nothing before is changed.",
                "Facts, not guesses: a court may read it."
            })
    static final class Note extends OfALog {
        @Parameters(
                arity = "0..1",
                paramLabel = "ID",
                description = "Of which entry; without it, of all of it.")
        Optional<String> id = Optional.empty();

        @Option(names = "--all", description = "Ask for everything that can be said.")
        boolean all;

        Note(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            CaseId caseId = whose(installation);
            Optional<Entry> about = id.map(entry -> entry(installation, caseId, entry));
            prompts().note("line.evidence-facts");
            Map<String, String> said = new TreeMap<>(ask(all ? Notes.ASKED : List.of(Notes.TEXT)));
            if (about.filter(entry -> entry.is(Kind.FOUND)).isPresent()) {
                under18().ifPresent(answer -> said.put(Notes.UNDER_18, answer));
            }
            Optional<Entry> note =
                    installation.saving().note(caseId, about.map(Entry::id), said, now());
            if (note.isEmpty()) {
                throw new Refusal(
                        Exit.USAGE, "evidence note", "nothing was said", "give it once more");
            }
            answer(say("line.evidence-added", note.get().id()));
            if (about.filter(entry -> installation.saving().isYoung(caseId, entry.id()))
                    .isPresent()) {
                answer(say("line.evidence-young"));
            }
            return Exit.DONE;
        }

        private Optional<String> under18() {
            return prompts()
                    .read(
                            line ->
                                    switch (line) {
                                        case "" -> Optional.<String>empty();
                                        case "yes", "no", "not-sure" -> Optional.of(line);
                                        default ->
                                                throw new IllegalArgumentException(
                                                        "write yes, no or not-sure, or nothing");
                                    },
                            "ask.evidence.under-18");
        }
    }
}
