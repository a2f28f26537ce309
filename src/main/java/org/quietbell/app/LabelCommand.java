package org.quietbell.app;

import java.util.Optional;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Says of one hit whom it is about.
@Command(
        name = "label",
        description =
                "Say of one found page whether it is about you. not-me erases its text at once.")
final class LabelCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "Which, as `hits` lists it.")
    String id = "";

    @Parameters(index = "1", paramLabel = "me|not-me|not-sure", description = "What it is.")
    String word = "";

    LabelCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Label label = label().orElseThrow(LabelCommand::unknown);
        boolean found =
                installation
                        .store()
                        .hits()
                        .label(new HitId(id), label, context().clock().instant());
        if (!found) {
            throw new Refusal(Exit.FAILED, "label", "nothing has this id", "see `quietbell hits`");
        }
        answer(say("line.labelled." + label.word()));
        return Exit.DONE;
    }

    private Optional<Label> label() {
        for (Label label : Label.values()) {
            if (label.word().equals(word)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    private static Refusal unknown() {
        return new Refusal(
                Exit.USAGE, "label", "there is no such label", "write me, not-me or not-sure");
    }
}
