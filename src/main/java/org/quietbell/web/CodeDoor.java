package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The door's second step: a code, where one is asked for. Safe for many threads.
///
/// Whoever comes here knows the passphrase, so guesses are slowed for all of them together: nobody
/// without it can make the others wait. After five wrong ones the passphrase is asked for again.
final class CodeDoor {
    static final String PATH = "/enter/code";

    private static final String ALL = "";
    private static final int MOST_WRONG = 5;
    private static final int MOST_STAYS = 64;

    private final Desk desk;
    private final Screens screens;
    private final Door door;
    private final Tries tries;
    private final Map<String, Integer> wrong = new LinkedHashMap<>();

    CodeDoor(Desk desk, Screens screens, Door door) {
        this.desk = desk;
        this.screens = screens;
        this.door = door;
        this.tries = new Tries(desk.clock());
    }

    private Optional<Session> halfway(Context context) {
        return door.session(context).filter(s -> s.where() == Session.Where.HALFWAY);
    }

    void show(Context context) {
        Optional<Session> session = halfway(context);
        if (session.isEmpty()) {
            context.redirect("/enter", HttpStatus.SEE_OTHER);
            return;
        }
        show(context, session.get(), HttpStatus.OK, "page.code.ask");
    }

    private void show(Context context, Session session, HttpStatus status, String key) {
        context.status(status);
        screens.show(
                context,
                new Views.Code(
                        door.outside(context, session.token()),
                        List.of(door.words(context).say(key))));
    }

    /// Takes a code. One is looked at at a time.
    synchronized void enter(Context context) {
        Optional<Session> session = halfway(context);
        if (session.isEmpty()
                || !(desk.entrance() instanceof Entrance.ByPassphrase(Entrance.Gate gate))) {
            context.redirect("/enter", HttpStatus.SEE_OTHER);
            return;
        }
        if (!tries.mayTry(ALL)) {
            show(context, session.get(), HttpStatus.TOO_MANY_REQUESTS, "page.code.wait");
            return;
        }
        boolean isRight =
                gate.code(Typed.of(context).text("code")) instanceof Entrance.Answer.Opened;
        tries.tried(ALL, !isRight);
        if (isRight) {
            wrong.remove(session.get().id());
            door.end(context);
            door.begin(context, Session.Where.INSIDE);
            context.redirect("/", HttpStatus.SEE_OTHER);
        } else if (isTooOften(session.get())) {
            door.end(context);
            context.redirect("/enter", HttpStatus.SEE_OTHER);
        } else {
            show(context, session.get(), HttpStatus.UNAUTHORIZED, "page.code.wrong");
        }
    }

    private boolean isTooOften(Session session) {
        int times = wrong.merge(session.id(), 1, Integer::sum);
        if (times >= MOST_WRONG) {
            wrong.remove(session.id());
        } else if (wrong.size() > MOST_STAYS) {
            wrong.remove(wrong.keySet().iterator().next());
        }
        return times >= MOST_WRONG;
    }
}
