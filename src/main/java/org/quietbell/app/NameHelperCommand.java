package org.quietbell.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.Tuned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Names somebody who hears first, which chooses `helper-first`, or somebody who stands in for her:
/// with the passphrase, and after the exact words were shown that she will get (R1.4, R1.6, R1.19,
/// R1.22).
@Command(
        name = "name",
        description =
                "Name somebody who hears first, or who stands in. Asks who, by which ways and for"
                        + " how long, then for the passphrase, and shows the words first.")
final class NameHelperCommand extends StoreCommand {
    private static final String COMMAND = "helper name";

    @Option(
            names = "--watch",
            paramLabel = "ID",
            description = "For whom, if more than one person is looked for.")
    Optional<String> watch = Optional.empty();

    @Option(
            names = "--stand-in",
            description = "Name somebody who stands in while the helper is away.")
    boolean standIn;

    @Option(
            names = "--from",
            paramLabel = "T",
            description =
                    "Since when what was found is shown to that person: 2026-05-03, or 3d. Not"
                            + " set: from now on.")
    Optional<String> from = Optional.empty();

    @Option(
            names = "--quiet",
            paramLabel = "HH:MM-HH:MM",
            description =
                    "Quiet hours of that person's own, such as 21:00-08:00; may be repeated. Not"
                            + " set: yours.")
    List<String> quiet = List.of();

    @Option(
            names = "--per-day",
            paramLabel = "N",
            description = "How many notices that person may get a day. Not set: as many as you.")
    Optional<Integer> perDay = Optional.empty();

    @Option(
            names = "--per-week",
            paramLabel = "N",
            description = "How many a week. Needs --per-day.")
    Optional<Integer> perWeek = Optional.empty();

    NameHelperCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Whose whose =
                Whose.of(installation, watch, COMMAND, "name the helper in the settings file");
        Hearing before = whose.hearing();
        List<ChannelEntry> channels =
                installation.store().channels().all().stream()
                        .filter(ChannelEntry::active)
                        .toList();
        if (channels.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE, COMMAND, "there is no way to tell anybody", "see `channel add`");
        }
        Optional<Instant> start = start(installation, whose);
        Prompts prompts = new Prompts(context().terminal(), context().words());
        HelperForm form = new HelperForm(prompts, channels, whose.person(), own());
        Hearing.Helper named =
                standIn ? form.standIn(helper(before)) : form.helper(before.helper());
        Hearing after = standIn ? before.covered(Optional.of(named)) : before.heardFirstBy(named);
        if (Exposure.isRaised(before, after) || start.isPresent()) {
            installation.askPassphrase(prompts);
            if (!isAllRight(installation, named, prompts)) {
                answer(say("line.nothing-changed"));
                return Exit.DONE;
            }
        }
        installation.helpers().named(whose.person().id(), after);
        start.ifPresent(at -> installation.helpers().from(whose.person().id(), standIn, at));
        answer(say(standIn ? "line.stand-in-kept" : "line.helper-kept", named.id()));
        return Exit.DONE;
    }

    private Optional<Instant> start(Installation installation, Whose whose) {
        Instant now = context().clock().instant();
        var zone = installation.pacing().zone(whose.person().id());
        Optional<Instant> start = from.map(text -> Moments.past(text, now, zone));
        if (start.filter(at -> at.isAfter(now)).isPresent()) {
            throw new Refusal(
                    Exit.USAGE,
                    "--from",
                    "that moment is still to come",
                    "leave it out: what is found from now on is shown");
        }
        return start;
    }

    private HelperForm.Own own() {
        try {
            if (perWeek.isPresent() && perDay.isEmpty()) {
                throw new IllegalArgumentException("--per-week needs --per-day");
            }
            return new HelperForm.Own(
                    Optional.of(quiet.stream().map(QuietHours::of).toList())
                            .filter(windows -> !windows.isEmpty()),
                    perDay.map(day ->
                            new Ceiling(
                                    day,
                                    perWeek.map(OptionalInt::of).orElse(OptionalInt.empty()))));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Exit.USAGE,
                    COMMAND + ": " + e.getMessage() + ": see `quietbell helper name --help`",
                    e);
        }
    }

    private static Hearing.Helper helper(Hearing before) {
        return before.helper()
                .filter(_ -> before.how() == How.HELPER_FIRST)
                .orElseThrow(() ->
                        new Refusal(
                                Exit.USAGE,
                                "--stand-in",
                                "nobody hears first",
                                "name a helper with `quietbell helper name`"));
    }

    /// Shows the exact words of each way, and asks.
    private boolean isAllRight(Installation installation, Hearing.Helper named, Prompts prompts) {
        List<Tuned> speaking =
                named.channels().stream().filter(way -> way.level() != Level.SILENT).toList();
        for (Tuned way : speaking) {
            Pretend pretend =
                    installation.pretend(
                            way.channel(), Pretend.Voice.plain(context().words()).at(way.level()));
            answer(say("line.preview", pretend.letter().subject(), pretend.letter().body()));
        }
        return prompts.yes("ask.words-all-right");
    }
}
