package org.quietbell.app;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `helper ready | away | back | end`: somebody who hears first (R1.19, R1.22).
final class HelperCommands {
    private HelperCommands() {}

    /// A step about the helper of one person.
    abstract static class Step extends StoreCommand {
        @Option(
                names = "--watch",
                paramLabel = "ID",
                description = "Whose helper, if more than one person has one.")
        Optional<String> watch = Optional.empty();

        Step(Context context) {
            super(context);
        }

        @Override
        final int on(Installation installation) {
            CaseId caseId = caseId(installation);
            step(installation, caseId, context().clock().instant());
            return Exit.DONE;
        }

        abstract void step(Installation installation, CaseId caseId, Instant now);

        private CaseId caseId(Installation installation) {
            if (watch.isPresent()) {
                Register register = installation.register();
                CaseId caseId = register.watch(register.watchId(watch.get())).caseId();
                if (!hasHelper(installation, caseId)) {
                    throw none();
                }
                return caseId;
            }
            var cases =
                    installation.store().cases().all().stream()
                            .filter(WatchedCase::active)
                            .map(WatchedCase::id)
                            .filter(id -> hasHelper(installation, id))
                            .toList();
            if (cases.isEmpty()) {
                throw none();
            }
            if (cases.size() > 1) {
                throw new Refusal(
                        Exit.USAGE,
                        "helper",
                        "more than one person has one",
                        "say which with --watch");
            }
            return cases.getFirst();
        }

        private static boolean hasHelper(Installation installation, CaseId caseId) {
            return installation
                    .store()
                    .hearings()
                    .of(caseId)
                    .filter(hearing -> hearing.how() == How.HELPER_FIRST)
                    .isPresent();
        }

        private static Refusal none() {
            return new Refusal(
                    Exit.USAGE, "helper", "nobody hears first", "see `quietbell status`");
        }
    }

    /// She has looked: it is the person's turn.
    @Command(
            name = "ready",
            description =
                    "Say that the helper has looked at all there is. One quiet note may follow.")
    static final class Ready extends Step {
        Ready(Context context) {
            super(context);
        }

        @Override
        void step(Installation installation, CaseId caseId, Instant now) {
            HelperState before = installation.store().hearings().helper(caseId);
            installation.helper(caseId, new HelperState(Optional.of(now), before.awayUntil()));
            answer(say("line.helper-ready"));
        }
    }

    /// "Not today."
    @Command(name = "away", description = "Send the helper nothing for a while.")
    static final class Away extends Step {
        @Option(
                names = "--until",
                paramLabel = "T",
                description = "Until then: 2026-05-03 or 2026-05-03T18:00. Not set: tomorrow.")
        Optional<String> until = Optional.empty();

        Away(Context context) {
            super(context);
        }

        @Override
        void step(Installation installation, CaseId caseId, Instant now) {
            var zone = installation.pacing().zone(caseId);
            Instant back =
                    until.map(text -> Moments.future(text, now, zone))
                            .orElseGet(() ->
                                    now.atZone(zone)
                                            .toLocalDate()
                                            .plusDays(1)
                                            .atStartOfDay(zone)
                                            .toInstant());
            HelperState before = installation.store().hearings().helper(caseId);
            installation.helper(caseId, new HelperState(before.readyUpTo(), Optional.of(back)));
            answer(say("line.helper-away", context().words().moment(back, zone, now)));
        }
    }

    /// The helper hears again.
    @Command(name = "back", description = "Let the helper hear again.")
    static final class Back extends Step {
        Back(Context context) {
            super(context);
        }

        @Override
        void step(Installation installation, CaseId caseId, Instant now) {
            HelperState before = installation.store().hearings().helper(caseId);
            installation.helper(caseId, new HelperState(before.readyUpTo(), Optional.empty()));
            answer(say("line.helper-back"));
        }
    }

    /// Nobody hears first any more, at once and in one step.
    @Command(
            name = "end",
            description =
                    "Let nobody hear first any more. You then hear at your own times if you set"
                            + " any, else when you look.")
    static final class End extends Step {
        End(Context context) {
            super(context);
        }

        @Override
        void step(Installation installation, CaseId caseId, Instant now) {
            Hearing hearing =
                    installation.store().hearings().of(caseId).orElseThrow().withoutHelper();
            installation.endHelper(caseId, hearing);
            answer(say("line.helper-ended"));
            answer(caseId + ": " + say("line.how." + hearing.how().word()));
        }
    }
}
