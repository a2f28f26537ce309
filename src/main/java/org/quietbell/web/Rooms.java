package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quietbell.hit.HitId;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.web.Views.Shelf;
import org.quietbell.words.Words;

/// The pages for whoever has come in. Safe for many threads.
final class Rooms {
    private static final Pattern ID = Pattern.compile("[a-z2-7]{16}");

    /// The pages that a form may lead back to.
    private static final Pattern OWN =
            Pattern.compile(
                    "/(waiting|n/[a-z2-7]{16}(/(site|text|address))?"
                            + "|\\?list=[a-z]{1,10}(&page=[0-9]{1,6})?)?");

    private static final int MOST_PAGES = 1_000_000;

    private final Desk desk;
    private final Words words;
    private final Screens screens;
    private final Door door;

    Rooms(Desk desk, Words words, Screens screens, Door door) {
        this.desk = desk;
        this.words = words;
        this.screens = screens;
        this.door = door;
    }

    private interface Room {
        Views.View show(Inside inside, Instant now);
    }

    private void show(Context context, Room room) {
        Optional<Inside> inside = desk.inside();
        if (inside.isEmpty()) { // it was locked just now
            context.redirect("/enter", HttpStatus.SEE_OTHER);
            return;
        }
        screens.show(context, room.show(inside.get(), desk.clock().instant()));
    }

    void listing(Context context) {
        Shelf shelf = shelf(context.queryParam("list"));
        int page = page(context.queryParam("page"));
        show(
                context,
                (inside, now) ->
                        new Reading(inside, words, now)
                                .listing(
                                        frame(context, inside, now, Reading.address(shelf, page)),
                                        shelf,
                                        page));
    }

    private static Shelf shelf(@Nullable String word) {
        for (Shelf shelf : Shelf.values()) {
            if (shelf.word().equals(word)) {
                return shelf;
            }
        }
        return Shelf.FRESH;
    }

    private static int page(@Nullable String number) {
        boolean sound = number != null && number.matches("[0-9]{1,6}");
        return sound ? Math.min(MOST_PAGES, Integer.parseInt(number)) : 0;
    }

    void item(Context context, int step) {
        String id = context.pathParam("id");
        show(
                context,
                (inside, now) -> {
                    String here = "/n/" + id + Routes.STEPS.get(step - 1);
                    Optional<Views.Item> item =
                            ID.matcher(id).matches()
                                    ? new Reading(inside, words, now)
                                            .item(
                                                    frame(context, inside, now, here),
                                                    new HitId(id),
                                                    step)
                                    : Optional.empty();
                    return item.<Views.View>map(found -> found)
                            .orElseGet(() -> missing(context, inside, now));
                });
    }

    private Views.View missing(Context context, Inside inside, Instant now) {
        context.status(HttpStatus.NOT_FOUND);
        return new Views.Note(frame(context, inside, now, "/"), words.say("page.missing"));
    }

    void waiting(Context context) {
        show(
                context,
                (inside, now) ->
                        new Reading(inside, words, now)
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
        String back = context.formParam("back");
        boolean own = back != null && OWN.matcher(back).matches();
        context.redirect(own ? back : "/", HttpStatus.SEE_OTHER);
    }

    private Frame frame(Context context, Inside inside, Instant now, String here) {
        List<Frame.PauseEnd> ends = new ArrayList<>();
        for (Pause pause : inside.hearings().pauses()) {
            if (pause.holdsAt(now)) {
                String of = pause.scope().key();
                String which = of.substring(of.indexOf(':') + 1);
                ends.add(
                        pause.isOfEverything()
                                ? new Frame.PauseEnd("", words.say("page.pause.end"))
                                : new Frame.PauseEnd(of, words.say("page.pause.end.one", which)));
            }
        }
        String token = door.session(context).map(Session::token).orElse("");
        return new Frame(words, true, token, here, inside.pauseLines(), ends);
    }
}
