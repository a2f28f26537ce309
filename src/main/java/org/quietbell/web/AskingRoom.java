package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.action.AskedPage;
import org.quietbell.action.Checklist;
import org.quietbell.action.Report;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportId;
import org.quietbell.action.Route;
import org.quietbell.action.Routes;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.words.Words;

/// Puts a request together: what is saved, with a way past that (R4.3), and what it is about. Sends
/// nothing. Safe for many threads.
final class AskingRoom {
    static final String OPEN = AskedRoom.PATH + "/open";
    private static final String ADD = AskedRoom.PATH + "/add";

    private final Desk desk;
    private final Rooms rooms;

    AskingRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    /// What is asked, by which way, and how old somebody was.
    ///
    /// @param young whether somebody was or may have been under 18, as she answered or noted before
    /// @param others the same text elsewhere, as far as that way takes it
    private record Wish(Route route, Hit hit, boolean young, String age, List<Hit> others) {}

    /// What it is about; empty if there is no such item or way, or it does not fit.
    private static Optional<Wish> wish(Inside inside, Typed typed) {
        Optional<Route> route = Routes.STANDARD.find(typed.text("route"));
        Optional<Hit> hit =
                Optional.of(typed.text("of"))
                        .filter(Rooms::isId)
                        .flatMap(id -> inside.hits().find(new HitId(id)))
                        .filter(found -> AskedRoom.page(found).address().isPresent())
                        .filter(found -> new Binders(inside).cases().contains(found.caseId()));
        String age = typed.text("age");
        if (route.isEmpty() || hit.isEmpty() || !TurnRoom.AGES.contains(age)) {
            return Optional.empty();
        }
        boolean young =
                !age.equals(TurnRoom.ADULT)
                        || new Binders(inside)
                                .entryOf(hit.get().id())
                                .filter(found ->
                                        inside.record().isYoung(found.caseId(), found.entry().id()))
                                .isPresent();
        return Optional.of(
                new Wish(
                        route.get(),
                        hit.get(),
                        young,
                        age,
                        others(inside, route.get(), hit.get())));
    }

    private static List<Hit> others(Inside inside, Route route, Hit hit) {
        return inside.record().sameText(hit).stream()
                .filter(other -> !other.id().equals(hit.id()))
                .filter(other -> other.caseId().equals(hit.caseId()))
                .filter(other -> AskedRoom.page(other).address().isPresent())
                .filter(other -> !route.request().isToOneSite() || sameSite(hit, other))
                .toList();
    }

    private static boolean sameSite(Hit one, Hit other) {
        return AskedRoom.page(one).site().equals(AskedRoom.page(other).site());
    }

    private interface Next {
        Views.View show(Inside inside, Instant now, Wish wish);
    }

    private void wished(Context context, Typed typed, Next next) {
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Wish> wish = wish(inside, typed);
                    if (wish.isEmpty()) {
                        context.status(HttpStatus.BAD_REQUEST);
                        return new Views.Note(
                                rooms.frame(context, inside, now, TurnRoom.PATH),
                                words().say("page.asked.cannot"));
                    }
                    return wish.get().route().fits(wish.get().young())
                            ? next.show(inside, now, wish.get())
                            : unfit(context, inside, now, wish.get());
                });
    }

    /// She noted before that somebody was or may have been under 18: other ways are for that.
    private Views.View unfit(Context context, Inside inside, Instant now, Wish wish) {
        context.status(HttpStatus.BAD_REQUEST);
        return page(
                context,
                inside,
                now,
                wish,
                List.of(
                        Sheet.of(
                                new Sheet.Say(words().say("page.asked.unfit")),
                                new Sheet.Say(words().say("route.before.young")))));
    }

    /// Says what is saved, and asks what it is about.
    void open(Context context) {
        wished(
                context,
                Typed.of(context),
                (inside, now, wish) -> {
                    List<Sheet> sheets = new ArrayList<>();
                    List<Checklist.Line> lines =
                            Checklist.of(
                                    wish.route(),
                                    List.of(AskedRoom.page(wish.hit())),
                                    wish.young());
                    if (!lines.isEmpty()) {
                        sheets.add(checklist(lines, wish));
                    }
                    sheets.add(rest(inside, wish));
                    return page(context, inside, now, wish, sheets);
                });
    }

    private Sheet checklist(List<Checklist.Line> lines, Wish wish) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Heading(words().say("report.check")));
        for (Checklist.Line line : lines) {
            String key = "report.check." + line.item().word();
            boolean isSaid = line.isKept() || line.item() == Checklist.Item.ACCOUNT;
            fields.add(new Sheet.Say(words().say(isSaid ? key : key + ".missing")));
        }
        kept(fields, wish);
        return new Sheet(ADD, words().say("page.asked.skip"), fields);
    }

    private static void kept(List<Sheet.Field> fields, Wish wish) {
        fields.add(new Sheet.Kept("route", wish.route().id()));
        fields.add(new Sheet.Kept("of", wish.hit().id().value()));
        fields.add(new Sheet.Kept("age", wish.age()));
    }

    private Sheet rest(Inside inside, Wish wish) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Say(words().say(wish.young() ? "route.before.young" : "route.yours")));
        List<Sheet.Choice> choices = new ArrayList<>();
        if (!wish.young() && new Binders(inside).entryOf(wish.hit().id()).isEmpty()) {
            choices.add(
                    new Sheet.Choice(
                            "record",
                            words().say("page.asked.record"),
                            words().say("page.item.record.about"),
                            false));
        }
        if (!wish.others().isEmpty()) {
            choices.add(
                    new Sheet.Choice(
                            "same",
                            words().say("page.asked.same", wish.others().size()),
                            words().say("page.asked.same.about"),
                            false));
        }
        if (!choices.isEmpty()) {
            fields.add(new Sheet.Some("also", words().say("page.asked.also"), choices));
        }
        kept(fields, wish);
        return new Sheet(ADD, words().say("page.asked.add"), fields);
    }

    private Views.View page(
            Context context, Inside inside, Instant now, Wish wish, List<Sheet> sheets) {
        List<Sheet> all = new ArrayList<>(sheets);
        all.add(Sheet.of(Sheet.Folded.help(words())));
        return new Views.Sheets(
                rooms.frame(context, inside, now, TurnRoom.PATH),
                words().say("route." + wish.route().id() + ".name"),
                Optional.empty(),
                List.of(),
                all,
                List.of(
                        new Views.Way(
                                TurnRoom.PATH + "?of=" + wish.hit().id(),
                                words().say("page.asked.stop"))));
    }

    /// Puts it together, and leads to its text. The same once more, unsent, leads to what is there.
    void add(Context context) {
        Typed typed = Typed.of(context);
        wished(
                context,
                typed,
                (inside, now, wish) -> {
                    if (typed.has("also", "record") && !wish.young()) {
                        inside.changes().record(wish.hit().id());
                    }
                    List<Hit> all = new ArrayList<>(List.of(wish.hit()));
                    if (typed.has("also", "same")) {
                        all.addAll(wish.others());
                    }
                    List<HitId> ids =
                            all.stream().map(AskedRoom::page).map(AskedPage::hit).toList();
                    ReportId report =
                            twice(inside, now, wish, ids)
                                    .orElseGet(() -> begin(inside, now, wish, ids));
                    return rooms.to(context, AskedRoom.PATH + "/" + report + "/text");
                });
    }

    private static Optional<ReportId> twice(
            Inside inside, Instant now, Wish wish, List<HitId> ids) {
        return inside.record().reports().of(wish.hit().caseId()).stream()
                .filter(report -> report.since().isEmpty())
                .filter(report -> {
                    Prepared there = report.prepared();
                    return there.route().equals(wish.route().id())
                            && there.hits().equals(ids)
                            && there.young() == wish.young()
                            && now.isBefore(there.at().plus(RecordForms.TWICE));
                })
                .map(Report::id)
                .findFirst();
    }

    private static ReportId begin(Inside inside, Instant now, Wish wish, List<HitId> ids) {
        ReportId id = inside.record().freshReport();
        Prepared prepared = new Prepared(id, now, wish.route().id(), ids, wish.young());
        if (inside.record().reports().append(wish.hit().caseId(), prepared).isEmpty()) {
            throw new IllegalStateException("report: a name came up twice");
        }
        return id;
    }
}
