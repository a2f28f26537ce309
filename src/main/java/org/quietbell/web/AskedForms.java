package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quietbell.action.Outcome;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.words.Words;

/// Notes what she did with a request, what they did, and how it ended. What cannot be noted is
/// shown again as it was typed. Safe for many threads.
final class AskedForms {
    private static final int LONGEST_ID = 120;

    private final Desk desk;
    private final Rooms rooms;
    private final AskedRoom asked;

    AskedForms(Desk desk, Rooms rooms, AskedRoom asked) {
        this.desk = desk;
        this.rooms = rooms;
        this.asked = asked;
    }

    private Words words() {
        return desk.words();
    }

    /// What can be noted of a request; each has a page of its own.
    enum Step {
        /// She sent it.
        SENT,
        /// They answered.
        ANSWERED,
        /// She is done with it.
        ENDED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What a form came to: an event, or why it is none.
    private sealed interface Read {
        record Event(ReportEvent event) implements Read {}

        record Problem(String sentence) implements Read {}
    }

    void ask(Context context, Step step) {
        asked.opened(
                context,
                (inside, now, report) ->
                        form(context, inside, now, report, step, Typed.NOTHING, List.of()));
    }

    void keep(Context context, Step step) {
        Typed typed = Typed.of(context);
        asked.opened(
                context,
                (inside, now, report) ->
                        switch (read(typed, report, step, now, inside)) {
                            case Read.Problem(String sentence) -> {
                                context.status(HttpStatus.BAD_REQUEST);
                                yield form(
                                        context,
                                        inside,
                                        now,
                                        report,
                                        step,
                                        typed,
                                        List.of(sentence));
                            }
                            case Read.Event(ReportEvent event) -> {
                                if (!isSentTwice(report, event)) {
                                    inside.record().reports().append(report.caseId(), event);
                                }
                                yield rooms.to(context, AskedRoom.PATH + "/" + report.id());
                            }
                        });
    }

    private static boolean isSentTwice(Report report, ReportEvent event) {
        if (report.since().isEmpty()) {
            return false;
        }
        ReportEvent last = report.since().getLast();
        return event.at().isBefore(last.at().plus(RecordForms.TWICE))
                && switch (event) {
                    case Sent sent ->
                            last instanceof Sent before
                                    && before.received().equals(sent.received())
                                    && before.to().equals(sent.to())
                                    && before.reference().equals(sent.reference())
                                    && (before.sent().equals(sent.sent())
                                            || before.sent().equals(before.at()));
                    case Answered answered ->
                            last instanceof Answered before
                                    && before.words().equals(answered.words());
                    case Ended ended ->
                            last instanceof Ended before
                                    && before.outcome() == ended.outcome()
                                    && before.words().equals(ended.words());
                    case ReportEvent.Prepared _, ReportEvent.Unlisted _, ReportEvent.Back _ ->
                            false;
                };
    }

    private Read read(Typed typed, Report report, Step step, Instant now, Inside inside) {
        String said = typed.text("words").replace("\r\n", "\n");
        if (said.length() > RecordForms.LONGEST) {
            return problem("page.record.long", RecordForms.LONGEST);
        }
        return switch (step) {
            case SENT -> sent(typed, report, now, inside.record().zone(report.caseId()));
            case ANSWERED -> new Read.Event(new Answered(report.id(), now, said));
            case ENDED ->
                    Outcome.of(typed.text("outcome"))
                            .<Read>map(outcome ->
                                    new Read.Event(new Ended(report.id(), now, outcome, said)))
                            .orElseGet(() -> problem("page.asked.outcome.needed"));
        };
    }

    private Read problem(String key, Object... details) {
        return new Read.Problem(words().say(key, details));
    }

    private Read sent(Typed typed, Report report, Instant now, ZoneId zone) {
        if (typed.isTooLong("to") || typed.text("reference").length() > LONGEST_ID) {
            return problem("page.record.long", LONGEST_ID);
        }
        try {
            Instant sent = moment(typed.text("at"), zone).orElse(now);
            Optional<Instant> received = moment(typed.text("received"), zone);
            if (received.isPresent() && typed.text("at").isEmpty()) {
                return problem("page.asked.at.needed");
            }
            if (sent.isAfter(now) || received.filter(at -> at.isAfter(now)).isPresent()) {
                return problem("page.asked.to-come");
            }
            if (received.filter(sent::isAfter).isPresent()) {
                return problem("page.asked.before-sent");
            }
            return new Read.Event(
                    new Sent(
                            report.id(),
                            now,
                            sent,
                            received,
                            typed.text("to"),
                            typed.text("reference")));
        } catch (DateTimeException _) { // shown again, with what it should be
            return problem("page.asked.time");
        }
    }

    /// A moment as a browser's own field gives it, or as somebody types it; empty for none.
    private static Optional<Instant> moment(String typed, ZoneId zone) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                typed.length() == "2026-05-03".length()
                        ? LocalDate.parse(typed).atStartOfDay(zone).toInstant()
                        : LocalDateTime.parse(typed.replace(' ', 'T')).atZone(zone).toInstant());
    }

    private Views.View form(
            Context context,
            Inside inside,
            Instant now,
            Report report,
            Step step,
            Typed typed,
            List<String> problems) {
        String path = AskedRoom.PATH + "/" + report.id();
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Say(AskedRoom.name(words(), report)));
        fields.addAll(
                switch (step) {
                    case SENT -> ofSent(typed);
                    case ANSWERED -> List.of(lines("page.asked.said", typed));
                    case ENDED -> ofEnd(typed);
                });
        return new Views.Sheets(
                rooms.frame(context, inside, now, path + "/" + step.word()),
                words().say("page.asked." + step.word()),
                Optional.empty(),
                problems,
                List.of(
                        new Sheet(
                                path + "/" + step.word(), words().say("page.asked.note"), fields)),
                List.of(new Views.Way(path, words().say("page.record.leave"))));
    }

    private List<Sheet.Field> ofSent(Typed typed) {
        return List.of(
                new Sheet.Say(words().say("page.asked.sent.about")),
                line("at", "datetime-local", "page.asked.at", "page.asked.at.about", typed),
                line(
                        "received",
                        "datetime-local",
                        "page.asked.received",
                        "page.asked.received.about",
                        typed),
                line("to", "text", "page.asked.to", "page.asked.to.about", typed),
                line("reference", "text", "page.asked.reference", "", typed));
    }

    private Sheet.Field line(String name, String type, String label, String about, Typed typed) {
        return new Sheet.Line(
                name,
                type,
                words().say(label),
                about.isEmpty() ? "" : words().say(about),
                typed.text(name));
    }

    private Sheet.Field lines(String label, Typed typed) {
        return new Sheet.Lines("words", words().say(label), "", typed.text("words"));
    }

    private List<Sheet.Field> ofEnd(Typed typed) {
        List<Sheet.Choice> outcomes =
                Arrays.stream(Outcome.values())
                        .map(outcome ->
                                new Sheet.Choice(
                                        outcome.word(),
                                        words().say("page.asked.event." + outcome.word()),
                                        "",
                                        typed.text("outcome").equals(outcome.word())))
                        .toList();
        return List.of(
                new Sheet.Say(words().say("page.asked.ended.about")),
                new Sheet.One("outcome", words().say("page.asked.outcome"), outcomes),
                lines("page.asked.more", typed));
    }
}
