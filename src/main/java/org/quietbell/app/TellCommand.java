package org.quietbell.app;

import org.quietbell.json.Json;
import org.quietbell.pipeline.Told;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// One telling now.
@Command(
        name = "tell",
        description = "Tell what may be told now, obeying every pause, time and ceiling.")
final class TellCommand extends StoreCommand {
    @Option(names = "--json", description = "The numbers as one JSON object.")
    boolean json;

    TellCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Told told = installation.tell();
        if (json) {
            answer(
                    Json.object()
                            .put("notices", told.notices())
                            .put("delivered", told.delivered())
                            .put("later", told.later())
                            .put("dead", told.dead())
                            .put("held", told.held())
                            .put("owed", installation.store().notices().owedCount())
                            .build());
        } else {
            answer(say("line.told", told.delivered()));
            told.causes().forEach((cause, count) -> answer(say("line.held", count, cause.name())));
        }
        return told.later() + told.dead() > 0 ? Exit.FAILED : Exit.DONE;
    }
}
