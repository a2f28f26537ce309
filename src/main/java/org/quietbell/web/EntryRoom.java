package org.quietbell.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.people.SecondStep;
import org.quietbell.words.Words;

/// What somebody has to know to come in: the passphrase, and a code as well if she wants that. Each
/// change asks for the passphrase and ends all other stays (F29). Safe for many threads.
final class EntryRoom {
    static final String PATH = "/entry";

    private static final String STEP = PATH + "/step";
    private static final Duration SHOWN = Duration.ofMinutes(30);

    private final Desk desk;
    private final Rooms rooms;
    private final Door door;
    private final SecureRandom random = new SecureRandom();
    private volatile Optional<Offered> offered = Optional.empty();

    /// A secret that was shown, and is asked for from when its first code was typed.
    private record Offered(String session, String secret, Instant at) {}

    EntryRoom(Desk desk, Rooms rooms, Door door) {
        this.desk = desk;
        this.rooms = rooms;
        this.door = door;
    }

    private Words words() {
        return desk.words();
    }

    void show(Context context) {
        rooms.show(context, (inside, now) -> all(context, inside, now, List.of()));
    }

    private Views.View all(Context context, Inside inside, Instant now, List<String> problems) {
        List<Sheet> sheets = new ArrayList<>();
        Optional<SecondStep> step = inside.secondSteps().find();
        if (step.isEmpty()) {
            sheets.add(
                    new Sheet(
                            STEP,
                            words().say("page.entry.step.begin"),
                            List.of(
                                    heading("page.entry.step"),
                                    say("page.entry.step.off"),
                                    say("page.entry.step.about"),
                                    passphrase())));
        } else {
            sheets.add(
                    new Sheet(
                            STEP + "/spare",
                            words().say("page.entry.spare.new"),
                            List.of(
                                    heading("page.entry.step"),
                                    say("page.entry.step.on"),
                                    say("page.entry.spare.left", step.get().spare().size()),
                                    passphrase())));
            sheets.add(
                    new Sheet(
                            STEP + "/away",
                            words().say("page.entry.step.end"),
                            List.of(heading("page.entry.step.end"), passphrase())));
        }
        sheets.add(change());
        return sheets(context, inside, now, problems, sheets);
    }

    private Sheet change() {
        return new Sheet(
                PATH + "/passphrase",
                words().say("page.entry.change"),
                List.of(
                        heading("page.entry.change"),
                        say("page.entry.change.about"),
                        secret("now", "page.entry.now", ""),
                        secret("passphrase", "page.entry.next", "page.begin.passphrase.about"),
                        secret("again", "page.begin.again", "")));
    }

    private Views.View sheets(
            Context context,
            Inside inside,
            Instant now,
            List<String> problems,
            List<Sheet> sheets) {
        return new Views.Sheets(
                rooms.frame(context, inside, now, PATH),
                words().say("page.entry"),
                Optional.empty(),
                problems,
                sheets,
                List.of(new Views.Way("/", words().say("page.door-to.today"))));
    }

    private Sheet.Field heading(String key) {
        return new Sheet.Heading(words().say(key));
    }

    private Sheet.Field say(String key, Object... details) {
        return new Sheet.Say(words().say(key, details));
    }

    private Sheet.Field passphrase() {
        return secret("now", "page.door.passphrase", "");
    }

    private Sheet.Field secret(String name, String label, String about) {
        String more = about.isEmpty() ? "" : words().say(about);
        return new Sheet.Line(name, "password", words().say(label), more, "");
    }

    /// Why the passphrase that was typed does not do; empty if it is right.
    private Optional<String> wrong(Context context, Changes.Outcome outcome) {
        return switch (outcome) {
            case Changes.Outcome.Kept _ -> {
                door.tried(context, false);
                yield Optional.empty();
            }
            case Changes.Outcome.AsksPassphrase _, Changes.Outcome.WrongPassphrase _ -> {
                door.tried(context, true);
                yield Optional.of(words().say("page.door.wrong"));
            }
            case Changes.Outcome.Refused(String sentence) -> Optional.of(sentence);
        };
    }

    private Optional<String> wrong(Context context, Inside inside) {
        if (!door.mayTry(context)) {
            return Optional.of(words().say("page.door.busy"));
        }
        return wrong(
                context,
                Typed.of(context)
                        .passphrase("now")
                        .map(inside.changes()::check)
                        .orElseGet(Changes.Outcome.AsksPassphrase::new));
    }

    /// Goes on only if the passphrase that was typed is right.
    private void passed(Context context, Rooms.Room then) {
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<String> problem = wrong(context, inside);
                    return problem.isPresent()
                            ? refused(context, inside, now, problem.get())
                            : then.show(inside, now);
                });
    }

    private Views.View refused(Context context, Inside inside, Instant now, String sentence) {
        context.status(400);
        return all(context, inside, now, List.of(sentence));
    }

    /// Puts another passphrase in place of the present one.
    void change(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<String> problem = changed(context, inside);
                    if (problem.isPresent()) {
                        return refused(context, inside, now, problem.get());
                    }
                    door.endOthers(context);
                    return done(context, inside, now, say("page.entry.changed"));
                });
    }

    private Optional<String> changed(Context context, Inside inside) {
        Typed typed = Typed.of(context);
        Optional<Secret> present = typed.passphrase("now");
        Optional<Secret> next = typed.passphrase().filter(Door::isGoodLength);
        if (next.isEmpty()) {
            return Optional.of(words().say("page.begin.short", Typed.SHORTEST_PASSPHRASE));
        }
        if (!typed.isRepeated()) {
            return Optional.of(words().say("page.begin.differ"));
        }
        if (!door.mayTry(context)) {
            return Optional.of(words().say("page.door.busy"));
        }
        return wrong(
                context,
                present.map(now -> inside.changes().changePassphrase(now, next.get()))
                        .orElseGet(Changes.Outcome.AsksPassphrase::new));
    }

    private Views.View done(Context context, Inside inside, Instant now, Sheet.Field... fields) {
        return sheets(context, inside, now, List.of(), List.of(Sheet.of(fields)));
    }

    /// Shows a secret for her device. Nothing is asked for before a code of it was typed.
    void begin(Context context) {
        passed(
                context,
                (inside, now) -> {
                    Offered made =
                            new Offered(session(context), SecondStep.freshSecret(random), now);
                    offered = Optional.of(made);
                    return offer(context, inside, now, made.secret(), List.of());
                });
    }

    private String session(Context context) {
        return door.session(context).map(Session::id).orElse("");
    }

    private Views.View offer(
            Context context, Inside inside, Instant now, String secret, List<String> problems) {
        String label = words().say("page.title");
        return sheets(
                context,
                inside,
                now,
                problems,
                List.of(
                        new Sheet(
                                STEP + "/right",
                                words().say("page.entry.step.right"),
                                List.of(
                                        heading("page.entry.step.device"),
                                        say("page.entry.step.device.about"),
                                        new Sheet.Codes(List.of(grouped(secret))),
                                        say("page.entry.step.address"),
                                        new Sheet.Codes(List.of(SecondStep.address(label, secret))),
                                        new Sheet.Line(
                                                "code",
                                                "text",
                                                words().say("page.entry.step.code"),
                                                "",
                                                "")))));
    }

    private static String grouped(String secret) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < secret.length(); i += 4) {
            groups.append(i == 0 ? "" : " ").append(secret, i, Math.min(i + 4, secret.length()));
        }
        return groups.toString();
    }

    /// Asks for codes from now on, if the first is right.
    void confirm(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Offered> shown =
                            offered.filter(one -> one.session().equals(session(context)))
                                    .filter(one -> now.isBefore(one.at().plus(SHOWN)));
                    if (shown.isEmpty()) {
                        return rooms.to(context, PATH);
                    }
                    List<String> spare = SecondStep.freshSpare(random);
                    String code = Typed.of(context).text("code");
                    String secret = shown.get().secret();
                    if (!inside.secondSteps().begin(secret, code, now, spare)) {
                        context.status(400);
                        return offer(
                                context,
                                inside,
                                now,
                                secret,
                                List.of(words().say("page.entry.step.wrong")));
                    }
                    offered = Optional.empty();
                    door.endOthers(context);
                    return spare(context, inside, now, "page.entry.step.on", spare);
                });
    }

    private Views.View spare(
            Context context, Inside inside, Instant now, String key, List<String> spare) {
        return done(
                context,
                inside,
                now,
                say(key),
                heading("page.entry.spare"),
                say("page.entry.spare.about"),
                new Sheet.Codes(spare));
    }

    /// Puts other spare codes in place of those that are left.
    void renew(Context context) {
        passed(
                context,
                (inside, now) -> {
                    List<String> spare = SecondStep.freshSpare(random);
                    inside.secondSteps().renew(spare);
                    door.endOthers(context);
                    return spare(context, inside, now, "page.entry.spare.gone", spare);
                });
    }

    /// Asks for the passphrase only.
    void end(Context context) {
        passed(
                context,
                (inside, now) -> {
                    inside.secondSteps().end();
                    door.endOthers(context);
                    return rooms.to(context, PATH);
                });
    }
}
