package org.quietbell.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Level;
import org.quietbell.notice.Tuned;
import org.quietbell.watch.WatchedCase;
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
        WatchedCase watchedCase = whose(installation);
        Hearing before =
                installation
                        .store()
                        .hearings()
                        .of(watchedCase.id())
                        .orElseThrow(() ->
                                new Refusal(
                                        Exit.USAGE,
                                        "channel level",
                                        "how to hear has not been chosen",
                                        "see `quietbell setup`"));
        Hearing after = before.by(new Tuned(channelId, level));
        Prompts prompts = new Prompts(context().terminal(), context().words());
        if (Exposure.isRaised(before, after)) {
            installation.askPassphrase(prompts);
            if (!isAllRight(installation, after, channelId, prompts)) {
                answer(say("line.nothing-changed"));
                return Exit.DONE;
            }
        }
        Choice.keep(installation.store(), watchedCase.id(), after, context().clock().instant());
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

    private WatchedCase whose(Installation installation) {
        Optional<String> caseId =
                watch.map(text -> {
                    Register register = installation.register();
                    return register.watch(register.watchId(text)).caseId().value();
                });
        List<WatchedCase> cases =
                installation.store().cases().all().stream()
                        .filter(each ->
                                caseId.map(each.id().value()::equals).orElseGet(each::active))
                        .toList();
        if (cases.size() != 1) {
            throw new Refusal(
                    Exit.USAGE,
                    "channel level",
                    cases.isEmpty() ? "nobody is looked for" : "more than one person may hear",
                    cases.isEmpty() ? "see `quietbell setup`" : "say who with --watch");
        }
        if (cases.getFirst().byFile()) {
            throw new Refusal(
                    Exit.USAGE,
                    "channel level",
                    "how this person hears is set by file",
                    "change the level in the settings file");
        }
        return cases.getFirst();
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
