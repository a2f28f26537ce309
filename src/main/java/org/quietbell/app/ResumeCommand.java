package org.quietbell.app;

import java.util.Optional;
import org.quietbell.watch.WatchId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Takes a pause back.
@Command(name = "resume", description = "End a pause. At most one quiet notice follows.")
final class ResumeCommand extends StoreCommand {
    @Option(names = "--watch", paramLabel = "ID", description = "The pause of this watch.")
    Optional<String> watch = Optional.empty();

    ResumeCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Optional<WatchId> which = watch.map(installation.register()::watchId);
        answer(say(installation.resume(which) ? "line.resumed" : "line.not-paused"));
        return Exit.DONE;
    }
}
