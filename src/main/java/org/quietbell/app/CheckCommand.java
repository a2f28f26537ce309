package org.quietbell.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.pipeline.Tally;
import org.quietbell.source.SourceId;
import org.quietbell.watch.WatchId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// One round of all that is asked for.
@Command(
        name = "check",
        description = "Look everywhere once, due or not, keep what is new, and end. Tells nobody.")
final class CheckCommand extends StoreCommand {
    @Option(names = "--watch", paramLabel = "ID", description = "Only for this watch.")
    Optional<String> watch = Optional.empty();

    @Option(names = "--source", paramLabel = "ID", description = "Only at this source.")
    Optional<String> source = Optional.empty();

    @Option(names = "--json", description = "The numbers as one JSON object.")
    boolean json;

    CheckCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Instant started = context().clock().instant();
        Optional<WatchId> onlyWatch = watch.map(installation.register()::watchId);
        Optional<SourceId> onlySource = source.map(installation.register()::sourceId);
        Tally tally = installation.check(onlySource, onlyWatch);
        installation.consider();
        Instant ended = context().clock().instant();
        installation.store().journal().looked(started, ended);
        Duration took = Duration.between(started, ended);
        int owed = installation.store().notices().owedCount();
        if (json) {
            answer(json(tally, started, took, owed));
        } else {
            answer(
                    say(
                            "line.checked",
                            tally.asked() - tally.failed(),
                            tally.asked(),
                            tally.findings(),
                            tally.fresh()));
            for (Tally.SourceFault fault : tally.faults()) {
                answer(say("line.fault", fault.source(), fault.fault().detail()));
            }
        }
        return tally.asked() > 0 && tally.failed() == tally.asked() ? Exit.FAILED : Exit.DONE;
    }

    private static Json json(Tally tally, Instant started, Duration took, int owed) {
        return Json.object()
                .put("started", started)
                .put("seconds", took.toMillis() / 1000.0)
                .put(
                        "sources",
                        Json.object()
                                .put("asked", tally.asked())
                                .put("ok", tally.ok())
                                .put("unchanged", tally.unchanged())
                                .put("failed", tally.failed())
                                .build())
                .put("findings", tally.findings())
                .put("new", tally.fresh())
                .put("duplicate", tally.duplicate())
                .put("matched", tally.matched())
                .put("owed", owed)
                .put(
                        "faults",
                        tally.faults().stream()
                                .map(fault ->
                                        Json.object()
                                                .put("source", fault.source())
                                                .put("kind", fault.fault().kind().word())
                                                .put("detail", fault.fault().detail())
                                                .build())
                                .toList())
                .build();
    }
}
