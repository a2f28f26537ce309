package org.quietbell.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.quietbell.store.Store;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `watch import`: takes watches from a file, all of them or none.
///
/// One person may have several watches: those with the same `case` are hers.
@Command(
        name = "import",
        description = "Take watches from a JSON file (- is standard input), all of them or none.")
final class WatchImport extends StoreCommand {
    private static final String WHAT = "watch import";

    /// How many watches one person may have at home (R2.16): names, not people.
    private static final int MOST_NAMES = 10;

    @Parameters(
            paramLabel = "FILE",
            description = {
                "One watch as `watch show --json` writes it, with \"agreement\": true;",
                "or {\"agreement\": true, \"watches\": […]} with those of `watch export`."
            })
    String file = "";

    WatchImport(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Json json = read();
        if (!json.at("agreement").truth().orElse(false)) {
            throw new Refusal(
                    Exit.USAGE,
                    WHAT,
                    "the file does not say that there is the person's agreement",
                    "add \"agreement\": true if there is");
        }
        List<Json> items = json.at("watches").items();
        List<Watch> watches =
                (items.isEmpty() ? List.of(json) : items).stream().map(WatchImport::watch).toList();
        Store store = installation.store();
        Map<CaseId, WatchedCase> present =
                store.cases().all().stream().collect(Collectors.toMap(WatchedCase::id, one -> one));
        List<WatchedCase> cases = merged(installation, present, watches);
        if (installation.isPersonal()) {
            staysPersonal(present, cases);
        }
        cases.forEach(store.cases()::put);
        installation.changed("watch");
        answer(
                watches.size() == 1
                        ? say("line.watch-added", watches.getFirst().id())
                        : say("line.watches-added", watches.size()));
        return Exit.DONE;
    }

    private Json read() {
        try {
            return Json.read(new String(context().terminal().read(file), StandardCharsets.UTF_8));
        } catch (IOException | MalformedJsonException e) {
            throw new Refusal(Exit.USAGE, WHAT + ": the file cannot be read: give a JSON file", e);
        }
    }

    private static Watch watch(Json json) {
        WatchId id = Register.watchIdOf(json.at("id").text().orElse("person-1"));
        CaseId caseId =
                new CaseId(Register.watchIdOf(json.at("case").text().orElse(id.value())).value());
        return WatchForm.read(json, id, caseId);
    }

    /// The cases as they will be: a watch with a known id takes its place, others are added.
    private List<WatchedCase> merged(
            Installation installation, Map<CaseId, WatchedCase> present, List<Watch> watches) {
        Map<CaseId, Map<WatchId, Watch>> byCase = new LinkedHashMap<>();
        for (Watch watch : watches) {
            byCase.computeIfAbsent(watch.caseId(), id -> there(present.get(id)))
                    .put(watch.id(), watch);
        }
        Set<WatchId> elsewhere =
                present.values().stream()
                        .filter(one -> !byCase.containsKey(one.id()))
                        .flatMap(one -> one.watches().stream().map(Watch::id))
                        .collect(Collectors.toSet());
        List<WatchedCase> cases = new ArrayList<>();
        byCase.forEach((id, own) -> {
            for (WatchId watch : own.keySet()) {
                if (!elsewhere.add(watch)) {
                    throw new Refusal(
                            Exit.USAGE,
                            WHAT,
                            "the id " + watch + " belongs to somebody else",
                            "give each watch an id of its own");
                }
            }
            Optional<WatchedCase> known = Optional.ofNullable(present.get(id));
            cases.add(
                    new WatchedCase(
                            id,
                            known.map(WatchedCase::consent).orElseGet(() -> own(installation)),
                            List.copyOf(own.values()),
                            false,
                            true));
        });
        return cases;
    }

    private static Map<WatchId, Watch> there(@Nullable WatchedCase known) {
        Map<WatchId, Watch> there = new LinkedHashMap<>();
        if (known != null) {
            if (known.byFile()) {
                throw new Refusal(
                        Exit.FAILED, WHAT, "it is set by file", "change the settings file instead");
            }
            known.watches().forEach(watch -> there.put(watch.id(), watch));
        }
        return there;
    }

    /// What she agrees to by setting it up herself: what is there now.
    private Consent own(Installation installation) {
        return new Consent(
                "self",
                LocalDate.ofInstant(context().clock().instant(), context().zone()),
                Optional.empty(),
                installation.register().activeSourceIds(),
                installation.register().activeChannelIds(),
                Map.of());
    }

    private static void staysPersonal(Map<CaseId, WatchedCase> present, List<WatchedCase> cases) {
        Set<CaseId> people =
                present.values().stream()
                        .filter(WatchedCase::active)
                        .map(WatchedCase::id)
                        .collect(Collectors.toSet());
        cases.forEach(one -> people.add(one.id()));
        if (people.size() > WatchCommands.MOST_PEOPLE) {
            throw new Refusal(
                    Exit.FAILED,
                    WHAT,
                    "this installation looks for three people at most",
                    "remove one first");
        }
        if (cases.stream().anyMatch(one -> one.watches().size() > MOST_NAMES)) {
            throw new Refusal(
                    Exit.FAILED,
                    WHAT,
                    "this installation takes ten watches for one person at most",
                    "put other names of hers into one watch as aliases");
        }
    }
}
