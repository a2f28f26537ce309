package org.quietbell.action;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.words.Words;

/// How a report stands, in words, with moments as her clock shows them.
///
/// @param zone hers
public record StandingLines(Words words, ZoneId zone) {
    /// One line, and then what else there is to say of it.
    ///
    /// @param route the row it went by, if the table still has it
    public List<String> of(Report report, Optional<Route> route, Instant now) {
        List<String> lines = new ArrayList<>();
        switch (Standing.of(report, route, now)) {
            case Standing.NotSent _ -> lines.add(words.say("report.not-sent"));
            case Standing.Sent(Instant at) -> lines.add(words.say("report.sent", moment(at, now)));
            case Standing.Waiting(Standing.Due due) -> lines.add(said("report.due", due, now));
            case Standing.PastDue(Standing.Due due, Optional<String> next) -> {
                lines.add(said("report.past", due, now));
                next.ifPresent(id ->
                        lines.add(
                                words.say("report.past.next", words.say("route." + id + ".name"))));
            }
            case Standing.HasAnswer(Instant at) ->
                    lines.add(words.say("report.answered", moment(at, now)));
            case Standing.Done(Outcome outcome, Instant at) ->
                    lines.add(words.say("report.done." + outcome.word(), moment(at, now)));
            case Standing.ListedAgain(Instant since) ->
                    lines.add(words.say("report.back", moment(since, now)));
        }
        int unlisted = report.unlisted().size();
        if (unlisted > 0) {
            lines.add(words.say("report.unlisted", unlisted, report.hits().size()));
        }
        return List.copyOf(lines);
    }

    private String said(String key, Standing.Due due, Instant now) {
        Duration within = due.within();
        return words.say(
                due.isFromReceipt() ? key : key + ".unsure",
                moment(due.at(), now),
                within.toHours());
    }

    /// A moment as her clock shows it; with its offset where her clock shows that time twice.
    String moment(Instant moment, Instant now) {
        String said = words.moment(moment, zone, now);
        boolean isShownTwice =
                zone.getRules().getValidOffsets(moment.atZone(zone).toLocalDateTime()).size() > 1;
        return isShownTwice
                ? words.say("report.offset", said, zone.getRules().getOffset(moment).getId())
                : said;
    }
}
