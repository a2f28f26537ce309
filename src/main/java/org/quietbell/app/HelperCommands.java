package org.quietbell.app;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `helper ready | away | back | end`: somebody who hears first, and whoever stands in for her
/// (R1.19, R1.22).
final class HelperCommands {
    private HelperCommands() {}

    /// A step about the helper of one person.
    abstract static class Step extends StoreCommand {
        @Option(
                names = "--watch",
                paramLabel = "ID",
                description = "Whose helper, if more than one person has one.")
        Optional<String> watch = Optional.empty();

        @Option(
                names = "--stand-in",
                description = "About whoever stands in while the helper is away.")
        boolean standIn;

        Step(Context context) {
            super(context);
        }

        @Override
        final int on(Installation installation) {
            CaseId caseId = caseId(installation);
            if (standIn && !isCovered(installation, caseId)) {
                throw new Refusal(
                        Exit.USAGE,
                        "--stand-in",
                        "nobody stands in for the helper",
                        "name one with `quietbell helper name --stand-in`, or below helper in the settings"
                                + " file");
            }
            step(installation, caseId, context().clock().instant());
            return Exit.DONE;
        }

        private static boolean isCovered(Installation installation, CaseId caseId) {
            return installation
                    .store()
                    .hearings()
                    .of(caseId)
                    .flatMap(Hearing::helper)
                    .flatMap(Hearing.Helper::standIn)
                    .isPresent();
        }

        /// Keeps how far that one has come.
        final void keep(
                Installation installation, CaseId caseId, UnaryOperator<HelperState.One> change) {
            HelperState before = installation.store().hearings().helper(caseId);
            installation
                    .helpers()
                    .keep(caseId, before.with(standIn, change.apply(before.of(standIn))));
        }

        /// What is said of one or the other.
        final String said(String what, Object... details) {
            return say("line." + (standIn ? "stand-in" : "helper") + what, details);
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
            keep(installation, caseId, one -> one.ready(now));
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
            keep(installation, caseId, one -> one.away(Optional.of(back)));
            answer(said("-away", context().words().moment(back, zone, now)));
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
            keep(installation, caseId, one -> one.away(Optional.empty()));
            answer(said("-back"));
        }
    }

    /// Nobody hears first any more, at once and in one step.
    @Command(
            name = "end",
            description =
                    "Let nobody hear first any more. You then hear at your own times if you set"
                            + " any, else when you look. With --stand-in: let nobody stand in.")
    static final class End extends Step {
        End(Context context) {
            super(context);
        }

        @Override
        void step(Installation installation, CaseId caseId, Instant now) {
            Hearing before = installation.store().hearings().of(caseId).orElseThrow();
            if (standIn) {
                installation.helpers().named(caseId, before.covered(Optional.empty()));
                answer(said("-ended"));
                return;
            }
            Hearing hearing = before.withoutHelper();
            installation.helpers().named(caseId, hearing);
            answer(said("-ended"));
            answer(caseId + ": " + say("line.how." + hearing.how().word()));
        }
    }
}
