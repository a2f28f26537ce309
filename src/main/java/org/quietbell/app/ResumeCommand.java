package org.quietbell.app;

import org.quietbell.notice.PauseScope;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/// Takes a pause back.
@Command(name = "resume", description = "End a pause. At most one quiet notice follows.")
final class ResumeCommand extends StoreCommand {
    @ArgGroup ScopeOption which = new ScopeOption();

    ResumeCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        PauseScope scope = which.scope(installation.register());
        answer(say(installation.resume(scope) ? "line.resumed" : "line.not-paused"));
        return Exit.DONE;
    }
}
