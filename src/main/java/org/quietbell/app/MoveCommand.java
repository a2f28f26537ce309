package org.quietbell.app;

import java.net.URI;
import java.util.Optional;
import org.quietbell.source.Move;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `source confirm`: a person's yes to a source that says it has moved to another host.
@Command(
        name = "confirm",
        description = "Say yes to a source that says it has moved to another place.")
final class MoveCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "Which source.")
    String id = "";

    MoveCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        SourceId sourceId = installation.register().sourceId(id);
        SourceEntry entry = installation.store().sources().find(sourceId).orElseThrow();
        Optional<URI> to =
                installation
                        .store()
                        .sourceStates()
                        .standing(sourceId)
                        .habits()
                        .move()
                        .filter(Move::isWaiting)
                        .filter(move -> entry.address().filter(move.set()::equals).isPresent())
                        .flatMap(Move::next);
        if (to.isEmpty()) {
            answer(say("line.source-move-none", sourceId));
            return Exit.FAILED;
        }
        Prompts prompts = new Prompts(context().terminal(), context().words());
        installation.askPassphrase(prompts); // one more host learns that this machine asks
        if (!prompts.yes("ask.source-move", sourceId, to.get().getHost())) {
            answer(say("line.nothing-changed"));
            return Exit.DONE;
        }
        installation.rhythm().confirmMove(sourceId);
        installation.changed("source");
        answer(say("line.source-move-confirmed", sourceId, to.get().getHost()));
        return Exit.DONE;
    }
}
