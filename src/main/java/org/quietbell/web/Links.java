package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.quietbell.words.Words;

/// What is open to whoever has its address: what a link in a notice leads to, and private feeds.
///
/// A link asks nobody who they are, and answers the same whether it is good, used, too old or made
/// up. Looking at it (GET, HEAD: mail scanners do) changes nothing. Safe for many threads.
final class Links {
    private final Desk desk;
    private final Screens screens;
    private final Door door;
    private final Allowance allowance;
    private final Allowance reading;

    Links(Desk desk, Screens screens, Door door) {
        this.desk = desk;
        this.screens = screens;
        this.door = door;
        this.allowance = new Allowance(desk.clock());
        this.reading = new Allowance(desk.clock());
    }

    /// One button.
    void show(Context context) {
        screens.show(context, view("page.link.ask", true));
    }

    /// Pauses, if the link is good for it. Whatever else was sent along counts for nothing; it is
    /// read, since a connection with something unread in it is cut off.
    void use(Context context) {
        byte[] _ = context.bodyAsBytes();
        Optional<Inside> inside = desk.inside();
        if (inside.isEmpty()) { // it sends nothing now; later it may
            later(context, HttpStatus.SERVICE_UNAVAILABLE);
        } else if (!allowance.allows(context.ip())) {
            later(context, HttpStatus.TOO_MANY_REQUESTS);
        } else {
            inside.get().pauseByLink(context.pathParam("link"));
            screens.show(context, view("page.link.done", false));
        }
    }

    /// A private feed. One that is not there is missed as any other page is.
    void feed(Context context) {
        Optional<Inside> inside = desk.inside();
        if (inside.isEmpty()) {
            later(context, HttpStatus.SERVICE_UNAVAILABLE);
        } else if (!reading.allows(context.ip())) {
            later(context, HttpStatus.TOO_MANY_REQUESTS);
        } else {
            inside.get()
                    .feed(context.pathParam("feed"))
                    .ifPresentOrElse(
                            atom ->
                                    context.contentType("application/atom+xml; charset=utf-8")
                                            .result(atom),
                            () -> door.refuse(context, HttpStatus.NOT_FOUND, "page.missing"));
        }
    }

    private void later(Context context, HttpStatus status) {
        context.status(status);
        screens.show(context, view("page.link.later", false));
    }

    private Views.Link view(String key, boolean asks) {
        Words words = desk.words();
        Frame frame = new Frame(words, false, "", "/", List.of(), List.of());
        return new Views.Link(frame, words.say(key), asks);
    }
}
