package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.channel.BrowserPush;
import org.quietbell.json.Json;

/// The page on which a browser is asked to show notes, and what becomes of its answer.
///
/// What the browser gives is kept as a way to hear that waits: nothing goes out by it before
/// somebody says yes with the passphrase (R1.6). Safe for many threads.
final class PushRoom {
    static final String PATH = "/browser";
    static final String WORKER = "/worker.js";

    /// Besides what every page may: have the one worker that is served here.
    private static final String POLICY = Door.POLICY + "; worker-src 'self'";

    private final Desk desk;
    private final Screens screens;
    private final Door door;
    private volatile BrowserPush keys = BrowserPush.fresh();

    PushRoom(Desk desk, Screens screens, Door door) {
        this.desk = desk;
        this.screens = screens;
        this.door = door;
    }

    void show(Context context) {
        context.header("Content-Security-Policy", POLICY);
        String key = keys.publicKey();
        answer(context, frame -> new Views.Push(frame, key));
    }

    private void answer(Context context, Function<Frame, Views.View> view) {
        Optional<Inside> inside = desk.inside();
        if (inside.isEmpty()) { // it was locked just now
            context.redirect("/enter", HttpStatus.SEE_OTHER);
            return;
        }
        String token = door.session(context).map(Session::token).orElse("");
        Frame frame =
                new Frame(
                        desk.words(),
                        true,
                        token,
                        "/",
                        inside.get().pauseLines(),
                        List.of(),
                        Elsewhere.of(inside.get().pageChoices().find()));
        screens.show(context, view.apply(frame));
    }

    /// Keeps what the browser gave. The keys are used for one browser only, so that nobody sees
    /// that two belong together.
    void subscribe(Context context) {
        String subscription = context.formParam("subscription");
        BrowserPush used = keys;
        Optional<Inside> inside = desk.inside();
        Optional<Json> settings =
                subscription == null || !used.publicKey().equals(context.formParam("key"))
                        ? Optional.empty()
                        : used.settings(subscription);
        if (inside.isEmpty() || settings.isEmpty()) {
            door.refuse(context, HttpStatus.BAD_REQUEST, "page.browser.not-kept");
            return;
        }
        keys = BrowserPush.fresh();
        String id = inside.get().hearByBrowser(settings.get()).value();
        answer(context, frame -> new Views.Note(frame, frame.say("page.browser.kept", id)));
    }

    static void worker(Context context) {
        context.contentType("text/javascript; charset=utf-8").result(Resource.of("worker.js"));
    }
}
