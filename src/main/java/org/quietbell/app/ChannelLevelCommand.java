package org.quietbell.app;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Level;
import org.quietbell.notice.Tuned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sets how much is said by one way of hearing: less in one step; more, or a way that was not in
/// use, with the passphrase, and after its exact words were shown (R1.4, R1.6, R1.15).
@Command(
        name = "level",
        description =
                "Hear by this channel at that level. To say more asks for the passphrase and shows"
                        + " the words first.")
final class ChannelLevelCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "Which channel.")
    String id = "";

    @Parameters(
            index = "1",
            paramLabel = "LEVEL",
            description = "silent, discreet, outline, summary or detail.")
    String wanted = "";

    @Option(
            names = "--watch",
            paramLabel = "ID",
            description = "For whom, if more than one person is looked for.")
    Optional<String> watch = Optional.empty();

    ChannelLevelCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Level level = Level.of(wanted).orElseThrow(ChannelLevelCommand::noSuchLevel);
        ChannelId channelId = installation.register().channelId(id);
        Whose whose =
                Whose.of(
                        installation,
                        watch,
                        "channel level",
                        "change the level in the settings file");
        Hearing before = whose.hearing();
        Hearing after = before.by(new Tuned(channelId, level));
        Prompts prompts = new Prompts(context().terminal(), context().words());
        if (Exposure.isRaised(before, after)) {
            installation.askPassphrase(prompts);
            if (!isAllRight(installation, after, channelId, prompts)) {
                answer(say("line.nothing-changed"));
                return Exit.DONE;
            }
        }
        Choice.keep(installation.store(), whose.person().id(), after, context().clock().instant());
        installation.changed("how to hear");
        answer(say("line.choice-kept"));
        return Exit.DONE;
    }

    /// Shows the exact words, and asks.
    private boolean isAllRight(
            Installation installation, Hearing after, ChannelId channelId, Prompts prompts) {
        Pretend.Voice voice =
                Pretend.Voice.of(after, channelId, context().words())
                        .orElseGet(() -> Pretend.Voice.plain(context().words()));
        Pretend pretend = installation.pretend(channelId, voice);
        answer(say("line.preview", pretend.letter().subject(), pretend.letter().body()));
        return prompts.yes("ask.words-all-right");
    }

    private static Refusal noSuchLevel() {
        return new Refusal(
                Exit.USAGE,
                "channel level",
                "there is no such level",
                "write one of "
                        + Arrays.stream(Level.values())
                                .map(Level::word)
                                .collect(Collectors.joining(", ")));
    }
}
