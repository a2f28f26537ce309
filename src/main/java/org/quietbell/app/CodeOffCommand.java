package org.quietbell.app;

import picocli.CommandLine.Command;

/// For whoever has lost the device and the spare codes: the pages ask for the passphrase only.
@Command(
        name = "code-off",
        description = "Let the pages ask for the passphrase only. Asks for it here.")
final class CodeOffCommand extends StoreCommand {
    CodeOffCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Prompts prompts = new Prompts(context().terminal(), context().words());
        installation.askPassphrase(prompts);
        boolean was = installation.store().secondSteps().end();
        if (was) {
            installation.entryChanges().incrementAndGet(); // whoever is inside comes in anew
        }
        answer(say(was ? "line.code-off" : "line.code-was-off"));
        return Exit.DONE;
    }
}
