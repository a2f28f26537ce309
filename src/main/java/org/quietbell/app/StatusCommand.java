package org.quietbell.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How things stand.
@Command(
        name = "status",
        description = "What is looked for, how the sources do, pauses, next times, what is owed.")
final class StatusCommand extends StoreCommand {
    @Option(names = "--json", description = "As one JSON object.")
    boolean json;

    StatusCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        StatusLines lines = new StatusLines(installation, context());
        if (json) {
            answer(lines.json());
        } else {
            lines.text().forEach(this::answer);
        }
        return Exit.DONE;
    }
}
