package org.quietbell.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent;
import org.quietbell.action.ReportFields;
import org.quietbell.action.Route;
import org.quietbell.action.Routes;
import org.quietbell.action.Standing;
import org.quietbell.action.StandingLines;
import org.quietbell.json.Json;
import org.quietbell.watch.CaseId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what was asked of whom, and how it stands.
@Command(name = "list", description = "List what you asked for, and how it stands.")
final class ReportList extends ReportStep {
    @Option(names = "--watch", paramLabel = "ID", description = "Only about this person.")
    Optional<String> watch = Optional.empty();

    @Option(names = "--json", description = "As one JSON array.")
    boolean json;

    ReportList(Context context, Function<Installation, ReportDesk> desk) {
        super(context, desk);
    }

    @Override
    int at(ReportDesk desk) {
        Instant now = context().clock().instant();
        Collection<CaseId> cases =
                watch.<Collection<CaseId>>map(id -> List.of(desk.kept().caseOf(id)))
                        .orElseGet(desk.kept()::cases);
        List<Report> reports = new ArrayList<>();
        cases.forEach(caseId -> reports.addAll(desk.reports().of(caseId)));
        if (json) {
            answer(new Json.Items(reports.stream().map(report -> json(report, now)).toList()));
            return Exit.DONE;
        }
        if (reports.isEmpty()) {
            answer(say("report.none"));
        }
        reports.forEach(report -> lines(report, desk.kept().zone(report.caseId()), now));
        return Exit.DONE;
    }

    private static Optional<Route> route(Report report) {
        return Routes.STANDARD.find(report.prepared().route());
    }

    private void lines(Report report, ZoneId zone, Instant now) {
        LocalDate day = LocalDate.ofInstant(report.prepared().at(), zone);
        String name =
                route(report)
                        .map(row -> say("route." + row.id() + ".name"))
                        .orElse(report.prepared().route());
        answer(report.id() + "  " + DateTimeFormatter.ISO_LOCAL_DATE.format(day) + "  " + name);
        new StandingLines(context().words(), zone)
                .of(report, route(report), now)
                .forEach(line -> answer("  " + line));
    }

    private static Json json(Report report, Instant now) {
        Standing standing = Standing.of(report, route(report), now);
        Optional<Standing.Due> due =
                switch (standing) {
                    case Standing.Waiting waiting -> Optional.of(waiting.due());
                    case Standing.PastDue past -> Optional.of(past.due());
                    case Standing.NotSent _,
                            Standing.Sent _,
                            Standing.HasAnswer _,
                            Standing.Done _,
                            Standing.ListedAgain _ ->
                            Optional.empty();
                };
        return Json.object()
                .put("id", report.id())
                .put("case", report.caseId())
                .put("route", report.prepared().route())
                .put("hits", report.hits())
                .put("unlisted", report.unlisted().stream().map(Object::toString).sorted().toList())
                .put("state", standing.word())
                .putIfPresent("due", due.map(Standing.Due::at))
                .putIfPresent("due_from_receipt", due.map(Standing.Due::isFromReceipt))
                .put("events", report.events().stream().map(ReportList::event).toList())
                .build();
    }

    private static Json event(ReportEvent event) {
        return Json.of(ReportFields.of(event));
    }
}
