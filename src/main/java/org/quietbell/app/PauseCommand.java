package org.quietbell.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.quietbell.config.Units;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Stops the telling, or the looking too, at once and without a question (R1.8).
@Command(
        name = "pause",
        description =
                "Stop telling, at once. It keeps looking and saving unless --stop-looking is given.")
final class PauseCommand extends StoreCommand {
    @ArgGroup ScopeOption which = new ScopeOption();

    @ArgGroup End end = new End();

    @Option(names = "--stop-looking", description = "Ask nobody anything either.")
    boolean stopLooking;

    /// At most one of these; without one it lasts until `resume`.
    static final class End {
        @Option(names = "--for", paramLabel = "3d", description = "For so long: 12h, 3d.")
        Optional<String> length = Optional.empty();

        @Option(
                names = "--until",
                paramLabel = "T",
                description = "Until then: 2026-05-03 or 2026-05-03T18:00.")
        Optional<String> until = Optional.empty();
    }

    PauseCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        Instant now = context().clock().instant();
        if (stopLooking && which.channel.isPresent()) {
            throw new Refusal(
                    Exit.USAGE,
                    "--stop-looking",
                    "a channel does not look for anything",
                    "leave one of the two out");
        }
        PauseScope scope = which.scope(installation.register());
        Pause pause =
                new Pause(scope, now, until(now, installation.pacing().zone(scope)), stopLooking);
        installation.pause(pause);
        installation.pauseLines().forEach(this::answer);
        return Exit.DONE;
    }

    private Optional<Instant> until(Instant now, ZoneId zone) {
        if (end.length.isPresent()) {
            try {
                return Optional.of(now.plus(Units.duration(end.length.get())));
            } catch (IllegalArgumentException e) {
                throw new Refusal(Exit.USAGE, "--for: " + e.getMessage() + ": try --for 3d", e);
            }
        }
        return end.until.map(text -> Moments.future(text, now, zone));
    }
}
