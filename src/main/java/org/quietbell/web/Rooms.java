package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.people.PageWishes;
import org.quietbell.web.Views.Shelf;
import org.quietbell.words.Words;

/// The pages for whoever has come in. Safe for many threads.
final class Rooms {
    private static final Pattern ID = Pattern.compile("[a-z2-7]{16}");

    /// The pages that a form may lead back to.
    private static final Pattern OWN =
            Pattern.compile(
                    "/(waiting|pace(/helper)?|places|ways|entry|turn|looking(/words)?|n/[a-z2-7]{16}(/(site|text|address|record))?"
                            + "|record(/(new|note|out|[a-z2-7]{16}(/(words|note))?))?"
                            + "|asked(/[a-z2-7]{16}(/(text|sent|answered|ended))?)?"
                            + "|list(\\?of=[a-z]{1,10}(&after=[a-z2-7]{16})?)?)?");

    private final Desk desk;
    private final Screens screens;
    private final Door door;

    Rooms(Desk desk, Screens screens, Door door) {
        this.desk = desk;
        this.screens = screens;
        this.door = door;
    }

    /// Sends the visitor to another page.
    Views.View to(Context context, String address) {
        context.redirect(address, HttpStatus.SEE_OTHER);
        return new Views.Moved();
    }

    /// Whether that may be the id of an item.
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private Words words() {
        return desk.words();
    }

    interface Room {
        Views.View show(Inside inside, Instant now);
    }

    void show(Context context, Room room) {
        Optional<Inside> inside = desk.inside();
        if (inside.isEmpty()) { // it was locked just now
            context.redirect("/enter", HttpStatus.SEE_OTHER);
            return;
        }
        screens.show(context, room.show(inside.get(), desk.clock().instant()));
    }

    void today(Context context) {
        show(
                context,
                (inside, now) ->
                        new Reading(inside, words(), now)
                                .today(
                                        frame(context, inside, now, "/"),
                                        FirstSteps.open(inside, words())));
    }

    void listing(Context context) {
        Shelf shelf = shelf(context.queryParam("of"));
        Optional<HitId> after =
                Optional.ofNullable(context.queryParam("after"))
                        .filter(id -> ID.matcher(id).matches())
                        .map(HitId::new);
        show(
                context,
                (inside, now) ->
                        new Reading(inside, words(), now)
                                .listing(
                                        frame(context, inside, now, Shelves.address(shelf, after)),
                                        shelf,
                                        after));
    }

    private static Shelf shelf(@Nullable String word) {
        for (Shelf shelf : Shelf.values()) {
            if (shelf.word().equals(word)) {
                return shelf;
            }
        }
        return Shelf.FRESH;
    }

    void item(Context context, int step) {
        String id = context.pathParam("id");
        Optional<String> was = Optional.ofNullable(context.queryParam("was"));
        boolean asFound = "found".equals(context.queryParam("as"));
        show(
                context,
                (inside, now) -> {
                    Frame frame =
                            frame(context, inside, now, "/n/" + id + Routes.STEPS.get(step - 1));
                    PageWishes wishes = inside.pageChoices().find();
                    Reading reading = new Reading(inside, words(), now);
                    Optional<Views.Item> item =
                            ID.matcher(id).matches()
                                    ? reading.item(
                                            frame,
                                            new HitId(id),
                                            step,
                                            was,
                                            Wording.of(wishes, asFound))
                                    : Optional.empty();
                    Optional<Sitting> sitting = door.session(context).map(Session::sitting);
                    if (item.isPresent()
                            && sitting.isPresent()
                            && !sitting.get().opens(new HitId(id), wishes.sitting())) {
                        return LookingRoom.enough(frame, wishes, sitting.get().count());
                    }
                    return item.<Views.View>map(found -> found)
                            .orElseGet(() -> missing(context, inside, now));
                });
    }

    /// Labels an item; "someone else" is asked about first, since it erases (R6.5).
    void label(Context context) {
        Optional<Inside> inside = desk.inside();
        String id = context.pathParam("id");
        Optional<Hit> hit =
                ID.matcher(id).matches()
                        ? inside.flatMap(open -> open.hits().find(new HitId(id)))
                        : Optional.empty();
        Optional<Label> label = label(context.formParam("label"));
        if (inside.isEmpty() || hit.isEmpty() || label.isEmpty()) {
            door.refuse(context, HttpStatus.BAD_REQUEST, "page.refused");
            return;
        }
        String here = "/n/" + id + step(context);
        if (label.get() == Label.NOT_ME && hit.get().finding().isPresent()) {
            context.redirect("/n/" + id + "/other", HttpStatus.SEE_OTHER);
            return;
        }
        inside.get().changes().label(hit.get().id(), label.get(), false);
        context.redirect(here + "?was=" + hit.get().label().word(), HttpStatus.SEE_OTHER);
    }

    private static Optional<Label> label(@Nullable String word) {
        return Stream.of(Label.values()).filter(label -> label.word().equals(word)).findFirst();
    }

    /// How the address of the step ends that a form was sent from.
    static String step(Context context) {
        String step = context.formParam("step");
        boolean sound = step != null && step.matches("[1-4]");
        return Routes.STEPS.get(sound ? Integer.parseInt(step) - 1 : 0);
    }

    /// Asks before an item is said to be about someone else.
    void askOther(Context context) {
        String id = context.pathParam("id");
        show(
                context,
                (inside, now) -> {
                    boolean isThere =
                            ID.matcher(id).matches()
                                    && inside.hits().find(new HitId(id)).isPresent();
                    return isThere
                            ? new Views.Other(
                                    frame(context, inside, now, "/n/" + id),
                                    "/n/" + id,
                                    "/n/" + id,
                                    rule(inside.changes().rule(new HitId(id))))
                            : missing(context, inside, now);
                });
    }

    private List<String> rule(Optional<Changes.Rule> offered) {
        return offered.map(rule ->
                        List.of(
                                words().say("page.other.rule", rule.site()),
                                words().say("line.changes-shown", rule.raised(), rule.lowered())))
                .orElse(List.of());
    }

    void other(Context context) {
        Optional<Inside> inside = desk.inside();
        String id = context.pathParam("id");
        if (inside.isEmpty() || !ID.matcher(id).matches()) {
            door.refuse(context, HttpStatus.BAD_REQUEST, "page.refused");
            return;
        }
        Optional<HitId> following =
                inside.get()
                        .hits()
                        .find(new HitId(id))
                        .flatMap(new Shelves(inside.get().hits())::following);
        boolean rule = "yes".equals(context.formParam("rule"));
        inside.get().changes().label(new HitId(id), Label.NOT_ME, rule);
        context.redirect(following.map(next -> "/n/" + next).orElse("/list"), HttpStatus.SEE_OTHER);
    }

    /// There is no such page, or it is none of these.
    Views.View missing(Context context, Inside inside, Instant now) {
        context.status(HttpStatus.NOT_FOUND);
        return new Views.Note(frame(context, inside, now, "/"), words().say("page.missing"));
    }

    void waiting(Context context) {
        show(
                context,
                (inside, now) ->
                        new Reading(inside, words(), now)
                                .waiting(frame(context, inside, now, "/waiting")));
    }

    /// Pauses, in one step and without a question (R1.8).
    void pause(Context context) {
        Optional<Inside> inside = desk.inside();
        Instant now = desk.clock().instant();
        Optional<Optional<Instant>> until = until(context.formParam("for"), now);
        String what = context.formParam("what");
        if (inside.isEmpty() || until.isEmpty() || !List.of("telling", "looking").contains(what)) {
            door.refuse(context, HttpStatus.BAD_REQUEST, "page.refused");
            return;
        }
        inside.get().pause(new Pause(Optional.empty(), now, until.get(), "looking".equals(what)));
        back(context);
    }

    private static Optional<Optional<Instant>> until(@Nullable String length, Instant now) {
        return switch (length) {
            case "3d" -> Optional.of(Optional.of(now.plus(Duration.ofDays(3))));
            case "1w" -> Optional.of(Optional.of(now.plus(Duration.ofDays(7))));
            case "open" -> Optional.of(Optional.empty());
            case null, default -> Optional.empty();
        };
    }

    /// Ends a pause.
    void resume(Context context) {
        Optional<Inside> inside = desk.inside();
        String of = context.formParam("of");
        if (inside.isEmpty() || of == null || !(of.isEmpty() || isPaused(inside.get(), of))) {
            door.refuse(context, HttpStatus.BAD_REQUEST, "page.refused");
            return;
        }
        inside.get().resume(of.isEmpty() ? new PauseScope.Everything() : PauseScope.of(of));
        back(context);
    }

    private static boolean isPaused(Inside inside, String of) {
        return inside.hearings().pauses().stream()
                .anyMatch(pause -> pause.scope().key().equals(of));
    }

    private static void back(Context context) {
        context.redirect(own(context.formParam("back")), HttpStatus.SEE_OTHER);
    }

    /// That address if it is a page of ours, else the first one.
    static String own(@Nullable String back) {
        return back != null && OWN.matcher(back).matches() ? back : "/";
    }

    Frame frame(Context context, Inside inside, Instant now, String here) {
        List<Frame.PauseEnd> ends = new ArrayList<>();
        for (Pause pause : inside.hearings().pauses()) {
            if (pause.holdsAt(now)) {
                String of = pause.scope().key();
                String which = of.substring(of.indexOf(':') + 1);
                ends.add(
                        pause.isOfEverything()
                                ? new Frame.PauseEnd("", words().say("page.pause.end"))
                                : new Frame.PauseEnd(of, words().say("page.pause.end.one", which)));
            }
        }
        String token = door.session(context).map(Session::token).orElse("");
        String elsewhere = Elsewhere.of(inside.pageChoices().find());
        door.session(context).ifPresent(stay -> stay.sitting().leaveFor(elsewhere));
        return new Frame(words(), true, token, here, inside.pauseLines(), ends, elsewhere);
    }
}
