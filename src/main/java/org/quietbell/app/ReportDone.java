package org.quietbell.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.action.Outcome;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.Routes;
import org.quietbell.action.StandingLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Notes what she did, what they did, and how it ended.
@Command(
        name = "done",
        description =
                "Note what was done: that you sent it, that they answered, or how it ended. Words"
                        + " and times are asked for.")
final class ReportDone extends ReportStep {
    @Parameters(index = "0", paramLabel = "ID", description = "Which, as `report list` says.")
    String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WHAT",
            description =
                    "sent, answered, unlisted, refused, no-answer, partly or other. Asked for if"
                            + " not given.")
    Optional<String> step = Optional.empty();

    /// What can be noted.
    private sealed interface Step {
        record ToSend() implements Step {}

        record ToAnswer() implements Step {}

        record ToEnd(Outcome outcome) implements Step {}
    }

    ReportDone(Context context, Function<Installation, ReportDesk> desk) {
        super(context, desk);
    }

    @Override
    int at(ReportDesk desk) {
        Prompts prompts = new Prompts(context().terminal(), context().words());
        Report report = desk.report(id);
        Step given =
                step.map(ReportDone::argument)
                        .orElseGet(() -> prompts.read(ReportDone::step, "ask.report.step"));
        Instant now = context().clock().instant();
        ZoneId zone = desk.kept().zone(report.caseId());
        ReportEvent event =
                switch (given) {
                    case Step.ToSend _ -> sent(prompts, report, now, zone);
                    case Step.ToAnswer _ ->
                            new Answered(report.id(), now, prompts.line("ask.report.words"));
                    case Step.ToEnd(Outcome outcome) ->
                            new Ended(report.id(), now, outcome, prompts.line("ask.report.more"));
                };
        Report after = desk.reports().append(report.caseId(), event).orElse(report);
        answer(say("report.kept"));
        new StandingLines(context().words(), zone)
                .of(after, Routes.STANDARD.find(after.prepared().route()), now)
                .forEach(this::answer);
        return Exit.DONE;
    }

    private static Sent sent(Prompts prompts, Report report, Instant now, ZoneId zone) {
        Instant sent =
                prompts.read(typed -> ReportDesk.moment(typed, now, zone), "ask.report.sent");
        Optional<Instant> received =
                prompts.read(typed -> received(typed, sent, now, zone), "ask.report.received");
        return new Sent(
                report.id(),
                now,
                sent,
                received,
                prompts.line("ask.report.to"),
                prompts.line("ask.report.reference"));
    }

    private static Optional<Instant> received(
            String typed, Instant sent, Instant now, ZoneId zone) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Instant received = ReportDesk.moment(typed, now, zone);
        if (received.isBefore(sent)) {
            throw new IllegalArgumentException(
                    "time: that is before it was sent: give the same time or a later one");
        }
        return Optional.of(received);
    }

    private static Step argument(String word) {
        try {
            return step(word);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Exit.USAGE, "report done: " + e.getMessage(), e);
        }
    }

    private static Step step(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "sent" -> new Step.ToSend();
            case "answered" -> new Step.ToAnswer();
            default ->
                    Outcome.of(word)
                            .<Step>map(Step.ToEnd::new)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "there is no such step: write sent, answered, unlisted,"
                                                    + " refused, no-answer, partly or other"));
        };
    }
}
