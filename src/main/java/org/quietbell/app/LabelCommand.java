package org.quietbell.app;

import java.util.Optional;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.OtherSite;
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
        Optional<OtherSite> offered = label == Label.NOT_ME ? rule(installation) : Optional.empty();
        if (!new Labelling(installation).label(new HitId(id), label, context().clock().instant())) {
            throw new Refusal(Exit.FAILED, "label", "nothing has this id", "see `quietbell hits`");
        }
        answer(say("line.labelled." + label.word()));
        Prompts prompts = new Prompts(context().terminal(), context().words());
        offered.flatMap(new JudgedAnew(installation, prompts)::offer)
                .ifPresent(kept -> answer(say("line.rule-kept", kept.id())));
        return Exit.DONE;
    }

    /// The rule that saying "not me" offers to a person; a script is asked nothing. The site is
    /// taken before the label erases the address.
    private Optional<OtherSite> rule(Installation installation) {
        if (!context().terminal().isPerson()) {
            return Optional.empty();
        }
        return new Labelling(installation).rule(new HitId(id), context().clock().instant());
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
