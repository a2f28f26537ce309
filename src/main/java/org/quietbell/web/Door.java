package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quietbell.channel.PauseLink;
import org.quietbell.config.Secret;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// Lets visitors in, keeps them apart from others, and lets them leave. Safe for many threads.
final class Door {
    /// Where "Leave now" goes: a page that everybody may look at.
    static final String ELSEWHERE = "https://www.wikipedia.org/";

    static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src"
                    + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int LONGEST_PASSPHRASE = 1024;
    private static final String SESSION = "session";

    private final Site site;
    private final Desk desk;
    private final Screens screens;
    private final Sessions sessions;
    private final Tries tries;
    private final Semaphore one = new Semaphore(1);

    Door(Site site, Desk desk, Screens screens) {
        this.site = site;
        this.desk = desk;
        this.screens = screens;
        this.sessions = new Sessions(desk.clock());
        this.tries = new Tries(desk.clock());
    }

    /// For every request, before anything else: what each answer carries, and whether it may be
    /// answered under this name (F33).
    void greet(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (!site.answersTo(context.header("Host"))) {
            refuse(context, HttpStatus.MISDIRECTED_REQUEST, "page.missing");
        } else if (!READING.contains(context.method().name())
                && !isLink(context.path())
                && isFromElsewhere(context)) {
            refuse(context, HttpStatus.FORBIDDEN, "page.refused");
        }
    }

    /// Where mail and push programs post to, from wherever they are. Its address is its key.
    private static boolean isLink(String path) {
        return path.startsWith(PauseLink.PATH) && path.indexOf('/', PauseLink.PATH.length()) < 0;
    }

    /// Browsers say where a form came from. A page that sends no referrer sends the origin `null`,
    /// so that one counts where the browser also says that it is the same site.
    private boolean isFromElsewhere(Context context) {
        String fetchSite = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        if (fetchSite != null && !fetchSite.equals("same-origin")) {
            return true;
        }
        if (origin == null || (origin.equals("null") && fetchSite != null)) {
            return false;
        }
        return !site.isOwn(origin, context.header("Host"));
    }

    /// For every route that was found, before its handler (F31, F32).
    void admit(Context context) {
        Set<?> rules = context.routeRoles();
        if (rules.equals(Set.of(Rule.LINK))) {
            return;
        }
        boolean inside = !rules.equals(Set.of(Rule.OPEN));
        if (inside && !rules.equals(Set.of(Rule.INSIDE))) {
            refuse(context, HttpStatus.FORBIDDEN, "page.missing"); // it declares no rule
            return;
        }
        boolean reads = READING.contains(context.method().name());
        Optional<Session> session = session(context);
        if (inside && reads) { // the page does not stay on the screen longer than the stay lasts
            context.header("Refresh", Sessions.IDLE.toSeconds() + "; url=/enter");
        }
        if (inside && session.filter(Session::isInside).isEmpty()) {
            if (!reads) {
                refuse(context, HttpStatus.UNAUTHORIZED, "page.refused");
                return;
            }
            if (!(desk.entrance() instanceof Entrance.Free) || desk.inside().isEmpty()) {
                context.redirect("/enter", HttpStatus.SEE_OTHER);
                context.skipRemainingHandlers();
                return;
            }
            session = Optional.of(begin(context, Session.Where.INSIDE));
        }
        boolean holds =
                session.filter(s -> s.holds(reads ? s.token() : token(context))).isPresent();
        if (!reads && !holds) {
            if (context.path().equals("/begin")) {
                context.status(HttpStatus.FORBIDDEN);
                begin(
                        context,
                        String.valueOf(context.formParam("k")),
                        List.of(words(context).say("page.door.ended")),
                        true);
                context.skipRemainingHandlers();
            } else if (context.path().startsWith("/enter")) {
                door(context, HttpStatus.FORBIDDEN, "page.door.ended");
                context.skipRemainingHandlers();
            } else {
                refuse(context, HttpStatus.FORBIDDEN, "page.refused");
            }
        }
    }

    private static @Nullable String token(Context context) {
        return context.formParam("token");
    }

    /// The visitor's stay. Whoever was inside is not while the store is locked.
    Optional<Session> session(Context context) {
        Session known = context.attribute(SESSION);
        if (known != null) {
            return Optional.of(known);
        }
        sessions.heed(desk.inside().map(Inside::entryChanges));
        Optional<Session> session = sessions.find(context.cookie(cookieName()));
        session.ifPresent(found -> context.attribute(SESSION, found));
        return session;
    }

    Session begin(Context context, Session.Where where) {
        Session session = sessions.begin(where);
        context.attribute(SESSION, session);
        context.cookie(cookie(session.id(), -1));
        return session;
    }

    private Cookie cookie(String value, int age) {
        return new Cookie(
                cookieName(), value, "/", age, site.isByTls(), true, null, SameSite.STRICT);
    }

    private String cookieName() {
        return site.isByTls() ? "__Host-s" : "s";
    }

    /// The page at the door.
    void show(Context context) {
        boolean isInside = session(context).filter(Session::isInside).isPresent();
        if (desk.inside().isPresent() && (isInside || desk.entrance() instanceof Entrance.Free)) {
            context.redirect("/", HttpStatus.SEE_OTHER);
            return;
        }
        door(
                context,
                HttpStatus.OK,
                desk.inside().isPresent() ? "page.door.ask" : "page.door.locked");
    }

    private void door(Context context, HttpStatus status, String key) {
        context.status(status);
        Words words = words(context);
        switch (desk.entrance()) {
            case Entrance.ByPassphrase _ -> door(context, List.of(words.say(key)), true);
            case Entrance.Free _ -> door(context, List.of(words.say("page.door.starting")), false);
            case Entrance.FirstTime _ ->
                    door(context, List.of(words.say("page.begin.elsewhere")), false);
            case Entrance.Shut _ ->
                    door(
                            context,
                            List.of(
                                    words.say("page.door.shut"),
                                    words.say("page.door.shut.commands")),
                            false);
        }
    }

    private void door(Context context, List<String> sentences, boolean asks) {
        Optional<Session> known = asks ? session(context) : Optional.empty();
        String token =
                asks
                        ? known.orElseGet(() -> begin(context, Session.Where.AT_THE_DOOR)).token()
                        : "";
        screens.show(context, new Views.Door(outside(context, token), sentences, asks));
    }

    /// As the browser wishes, for whoever is not inside yet.
    Words words(Context context) {
        Session known = context.attribute(SESSION);
        return known != null && known.isInside()
                ? desk.words()
                : desk.speech().atTheDoor(context.header("Accept-Language"));
    }

    Frame outside(Context context, String token) {
        return new Frame(words(context), false, token, "/", List.of(), List.of());
    }

    /// The very first page.
    void showBegin(Context context) {
        String key = String.valueOf(context.queryParam("k"));
        boolean asks =
                desk.entrance() instanceof Entrance.FirstTime(Entrance.Beginning beginning)
                        && beginning.isGood(key);
        begin(context, key, List.of(), asks);
    }

    private void begin(Context context, String key, List<String> problems, boolean asks) {
        Language language = beginsIn(context);
        Words words = Words.of(language);
        String token =
                asks
                        ? session(context)
                                .orElseGet(() -> begin(context, Session.Where.AT_THE_DOOR))
                                .token()
                        : "";
        Frame frame = new Frame(words, false, token, "/", List.of(), List.of());
        List<Views.Way> others =
                Stream.of(Language.values())
                        .filter(other -> asks && !other.equals(language))
                        .map(other ->
                                new Views.Way(
                                        "/begin?k=" + key + "&l=" + other.tag(),
                                        Words.of(other).say("page.language.own")))
                        .toList();
        screens.show(context, new Views.Begin(frame, asks ? key : "", problems, others, asks));
    }

    /// As was chosen on the page; else as the browser wishes.
    private static Language beginsIn(Context context) {
        String header = context.header("Accept-Language");
        String chosen =
                READING.contains(context.method().name())
                        ? context.queryParam("l")
                        : context.formParam("l");
        return Language.of(String.valueOf(chosen))
                .or(() -> Language.wished(header == null ? "" : header))
                .orElse(Language.EN);
    }

    /// Takes the passphrase that is chosen first.
    void begin(Context context) {
        String key = String.valueOf(context.formParam("k"));
        if (!(desk.entrance() instanceof Entrance.FirstTime(Entrance.Beginning beginning))
                || !beginning.isGood(key)) {
            context.status(HttpStatus.FORBIDDEN);
            begin(context, key, List.of(), false);
            return;
        }
        Words words = Words.of(beginsIn(context));
        Typed typed = Typed.of(context);
        Optional<Secret> passphrase = typed.passphrase().filter(Door::isGoodLength);
        if (passphrase.isEmpty()) {
            refuseToBegin(context, key, words.say("page.begin.short", Typed.SHORTEST_PASSPHRASE));
        } else if (!typed.isRepeated()) {
            refuseToBegin(context, key, words.say("page.begin.differ"));
        } else if (!one.tryAcquire()) {
            refuseToBegin(context, key, words.say("page.door.busy"));
        } else {
            try {
                begun(context, key, beginning.begin(key, passphrase.get(), words.language()));
            } finally {
                one.release();
            }
        }
    }

    static boolean isGoodLength(Secret passphrase) {
        int length = passphrase.reveal().length();
        return length >= Typed.SHORTEST_PASSPHRASE && length <= LONGEST_PASSPHRASE;
    }

    private void refuseToBegin(Context context, String key, String sentence) {
        context.status(HttpStatus.BAD_REQUEST);
        begin(context, key, List.of(sentence), true);
    }

    private void begun(Context context, String key, Entrance.Answer answer) {
        switch (answer) {
            case Entrance.Answer.Opened _ -> {
                session(context).ifPresent(sessions::end);
                begin(context, Session.Where.INSIDE);
                context.redirect(FirstSteps.HEAR, HttpStatus.SEE_OTHER);
            }
            case Entrance.Answer.Halfway _, Entrance.Answer.Wrong _ -> {
                context.status(HttpStatus.FORBIDDEN);
                begin(context, key, List.of(), false);
            }
            case Entrance.Answer.Failed(String sentence) -> refuseToBegin(context, key, sentence);
        }
    }

    /// Takes a passphrase.
    void enter(Context context) {
        if (!(desk.entrance() instanceof Entrance.ByPassphrase(Entrance.Gate gate))) {
            door(context, HttpStatus.FORBIDDEN, "page.door.locked");
            return;
        }
        Optional<Secret> passphrase =
                Typed.of(context)
                        .passphrase()
                        .filter(typed -> typed.reveal().length() <= LONGEST_PASSPHRASE);
        if (passphrase.isEmpty()) {
            door(context, HttpStatus.UNAUTHORIZED, "page.door.wrong");
            return;
        }
        if (!tries.mayTry(context.ip()) || !one.tryAcquire()) {
            door(context, HttpStatus.TOO_MANY_REQUESTS, "page.door.busy");
            return;
        }
        try {
            Entrance.Answer answer = gate.answer(passphrase.get());
            tries.tried(context.ip(), answer instanceof Entrance.Answer.Wrong);
            enter(context, answer);
        } finally {
            one.release();
        }
    }

    private void enter(Context context, Entrance.Answer answer) {
        switch (answer) {
            case Entrance.Answer.Opened _ -> {
                session(context).ifPresent(sessions::end);
                // a new id: the one from before may be known to others
                begin(context, Session.Where.INSIDE);
                context.redirect("/", HttpStatus.SEE_OTHER);
            }
            case Entrance.Answer.Halfway _ -> {
                session(context).ifPresent(sessions::end);
                begin(context, Session.Where.HALFWAY);
                context.redirect(CodeDoor.PATH, HttpStatus.SEE_OTHER);
            }
            case Entrance.Answer.Wrong _ ->
                    door(context, HttpStatus.UNAUTHORIZED, "page.door.wrong");
            case Entrance.Answer.Failed(String sentence) -> {
                context.status(HttpStatus.SERVICE_UNAVAILABLE);
                door(context, List.of(sentence), true);
            }
        }
    }

    /// Whether a passphrase from there is looked at now.
    boolean mayTry(Context context) {
        return tries.mayTry(context.ip());
    }

    /// Remembers how a passphrase from there turned out.
    void tried(Context context, boolean isWrong) {
        tries.tried(context.ip(), isWrong);
    }

    /// Ends the stay of this visitor alone.
    void end(Context context) {
        session(context).ifPresent(sessions::end);
    }

    /// Ends all stays, and begins this visitor's anew (F29): what somebody has to know to come in
    /// is another from now on.
    void endOthers(Context context) {
        sessions.endInside();
        begin(context, Session.Where.INSIDE);
    }

    /// Ends the stay, and shows something else.
    void leave(Context context) {
        String to = session(context).map(stay -> stay.sitting().elsewhere()).orElse(ELSEWHERE);
        session(context).ifPresent(sessions::end);
        context.cookie(cookie("", 0));
        context.header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        context.redirect(to, HttpStatus.SEE_OTHER);
    }

    /// Says one sentence, and does nothing.
    void refuse(Context context, HttpStatus status, String key) {
        context.status(status);
        screens.show(context, new Views.Note(outside(context, ""), words(context).say(key)));
        context.skipRemainingHandlers();
    }
}
