package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import org.quietbell.words.Words;

/// Adds a place that needs an address, an account or a key, or where items live themselves: what it
/// costs and learns first, then who is asked, and only then a yes with the key (R2.10, R2.12). What
/// was typed goes along in forms, never in the address of a page; a key is typed last, and never
/// shown again. Safe for many threads.
final class OtherPlaceRoom {
    static final String PATH = "/places/other";

    private static final int ALERT_STEPS = 6;
    private static final List<String> HELPFUL = List.of("key", "token", "feed-token");

    private final Desk desk;
    private final Rooms rooms;

    OtherPlaceRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    private String say(String key, Object... details) {
        return words().say(key, details);
    }

    /// The choice of one, for the page of all places.
    static Sheet choice(Words words) {
        List<Sheet.Choice> types =
                offered().stream().map(type -> Sheet.place(words, type.name(), false)).toList();
        return new Sheet(
                PATH,
                words.say("page.first.go-on"),
                List.of(
                        new Sheet.Heading(words.say("page.places.other")),
                        new Sheet.Say(words.say("page.places.other.about")),
                        new Sheet.One("type", words.say("page.places.other.which"), types)));
    }

    private static List<Type> offered() {
        return Sources.types().stream()
                .filter(type -> !type.isReady() && !type.name().equals("feed"))
                .toList();
    }

    private static boolean isSecret(Type type, String key) {
        return type.secrets().contains(key) && !key.equals("url");
    }

    /// Goes on from step to step.
    void go(Context context) {
        Typed typed = Typed.of(context);
        Optional<Type> type =
                offered().stream().filter(one -> one.name().equals(typed.text("type"))).findFirst();
        rooms.show(
                context,
                (inside, now) ->
                        type.map(known ->
                                        switch (typed.text("step")) {
                                            case "who" -> who(context, inside, now, known, typed);
                                            case "yes" -> add(context, inside, now, known, typed);
                                            default ->
                                                    ask(
                                                            context, inside, now, known, typed,
                                                            List.of());
                                        })
                                .orElseGet(() -> rooms.to(context, "/places")));
    }

    /// First: what it costs and learns, and what is no secret.
    private Views.View ask(
            Context context,
            Inside inside,
            Instant now,
            Type type,
            Typed typed,
            List<String> problems) {
        List<Sheet.Field> fields = new ArrayList<>(PlaceTerms.of(words(), type));
        if (type.name().equals("google-alerts")) {
            for (int i = 1; i <= ALERT_STEPS; i++) {
                fields.add(new Sheet.Say(say("line.alert-steps." + i)));
            }
        }
        for (String key : type.needs()) {
            if (!isSecret(type, key)) {
                String label =
                        key.equals("url") ? "source-address." + type.name() : "source." + key;
                fields.add(new Sheet.Line(key, "text", say("ask." + label), "", typed.text(key)));
            }
        }
        fields.add(new Sheet.Kept("type", type.name()));
        fields.add(new Sheet.Kept("step", "who"));
        return page(context, inside, now, problems, say("page.first.go-on"), fields);
    }

    private Views.View page(
            Context context,
            Inside inside,
            Instant now,
            List<String> problems,
            String button,
            List<Sheet.Field> fields) {
        return new Views.Sheets(
                rooms.frame(context, inside, now, "/places"),
                say("page.places.other"),
                Optional.empty(),
                problems,
                List.of(new Sheet(PATH, button, fields)),
                List.of(new Views.Way("/places", say("page.feed.leave"))));
    }

    /// What is no secret, as it was typed.
    private Map<String, String> plain(Type type, Typed typed, List<String> problems) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String key : type.needs()) {
            if (!isSecret(type, key)) {
                String value = typed.text(key);
                settings.put(key, value);
                if (value.length() > Typed.LONGEST) {
                    problems.add(say("page.wrong.long", Typed.LONGEST));
                } else if (value.isEmpty()) {
                    problems.add(say("page.wrong.place-needs"));
                }
            }
        }
        return settings;
    }

    /// Then: who is asked from then on.
    private Views.View who(Context context, Inside inside, Instant now, Type type, Typed typed) {
        List<String> problems = new ArrayList<>();
        Map<String, String> settings = plain(type, typed, problems);
        if (problems.isEmpty()) {
            switch (inside.placeChanges().host(type.name(), settings)) {
                case Changes.Feed.At(String host) -> {
                    return sure(context, inside, now, type, settings, host, List.of());
                }
                case Changes.Feed.Refused(String sentence) -> problems.add(sentence);
            }
        }
        context.status(HttpStatus.BAD_REQUEST);
        return ask(context, inside, now, type, typed, problems);
    }

    private Views.View sure(
            Context context,
            Inside inside,
            Instant now,
            Type type,
            Map<String, String> settings,
            String host,
            List<String> problems) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Say(say("page.feed.contact", host)));
        if (type.isPlace()) {
            fields.add(new Sheet.Say(say("page.place.is-one", host)));
        }
        settings.forEach((key, value) -> fields.add(new Sheet.Kept(key, value)));
        for (String key : type.needs()) {
            if (isSecret(type, key)) {
                fields.add(secret(key, "ask.source." + key));
            }
        }
        for (String key : HELPFUL) {
            if (type.secrets().contains(key) && !type.needs().contains(key)) {
                fields.add(secret(key, "ask.source." + key + ".or-none"));
                if (key.equals("feed-token")) { // they go together
                    fields.add(new Sheet.Line("user", "text", say("ask.source.user"), "", ""));
                }
            }
        }
        fields.add(new Sheet.Kept("type", type.name()));
        fields.add(new Sheet.Kept("step", "yes"));
        return page(context, inside, now, problems, say("page.place.yes"), fields);
    }

    private Sheet.Line secret(String key, String label) {
        return new Sheet.Line(key, "password", say(label), "", "");
    }

    /// Last: the yes, with the key.
    private Views.View add(Context context, Inside inside, Instant now, Type type, Typed typed) {
        List<String> problems = new ArrayList<>();
        Map<String, String> plain = plain(type, typed, problems);
        if (!problems.isEmpty()) {
            context.status(HttpStatus.BAD_REQUEST);
            return ask(context, inside, now, type, typed, problems);
        }
        Map<String, String> all = new LinkedHashMap<>(plain);
        for (String key : type.secrets()) {
            if (isSecret(type, key) && !typed.text(key).isEmpty()) {
                all.put(key, typed.text(key));
            }
        }
        if (all.containsKey("feed-token")) {
            all.put("user", typed.text("user"));
        }
        boolean lacks = !all.keySet().containsAll(type.needs());
        Changes.Outcome outcome =
                lacks
                        ? new Changes.Outcome.Refused(say("page.wrong.place-needs"))
                        : inside.placeChanges().add(type.name(), all);
        return switch (outcome) {
            case Changes.Outcome.Kept _ -> {
                inside.changes().look();
                yield rooms.to(context, "/places");
            }
            case Changes.Outcome.AsksPassphrase _, Changes.Outcome.WrongPassphrase _ ->
                    throw new IllegalStateException("no passphrase is asked for");
            case Changes.Outcome.Refused(String sentence) -> {
                context.status(HttpStatus.BAD_REQUEST);
                String host =
                        inside.placeChanges().host(type.name(), plain)
                                        instanceof Changes.Feed.At(String found)
                                ? found
                                : type.name();
                yield sure(context, inside, now, type, plain, host, List.of(sentence));
            }
        };
    }
}
