package org.quietbell.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quietbell.action.Circumstances;
import org.quietbell.action.Route;
import org.quietbell.action.RouteLines;
import org.quietbell.action.Routes;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;
import org.quietbell.words.Words;

/// Where she can turn: by country, by how old somebody was in the picture, by kind of place (R4.2).
/// Nothing is opened, filled in or sent, and no address is a link (R4.1). What she answers goes
/// along in a form: it stands in no address and is not kept. Safe for many threads.
final class TurnRoom {
    static final String PATH = "/turn";

    private static final String ANY = "";
    static final String ADULT = "adult";
    static final List<String> AGES = List.of(ADULT, "under-18", "not-sure");

    private final Desk desk;
    private final Rooms rooms;

    TurnRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    /// Asks; a way that leads here from an item knows its kind of place.
    void ask(Context context) {
        Optional<String> of = Optional.ofNullable(context.queryParam("of"));
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<PlaceKind> place =
                            of.filter(Rooms::isId)
                                    .flatMap(id -> inside.hits().find(new HitId(id)))
                                    .flatMap(hit -> hit.finding())
                                    .map(finding -> PlaceKind.of(finding.address()));
                    return page(
                            context,
                            inside,
                            now,
                            List.of(),
                            List.of(
                                    question(
                                            ANY,
                                            ANY,
                                            place.map(PlaceKind::name).orElse(ANY),
                                            place.isPresent() ? of.orElse(ANY) : ANY)));
                });
    }

    /// Answers.
    void answer(Context context) {
        Typed typed = Typed.of(context);
        String country = known(Routes.STANDARD.countries(), typed.text("country"));
        String age = known(AGES, typed.text("age"));
        String kind = typed.text("kind");
        String of = Rooms.isId(typed.text("of")) ? typed.text("of") : ANY;
        Optional<PlaceKind> place =
                java.util.Arrays.stream(PlaceKind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst();
        String named = place.map(PlaceKind::name).orElse(ANY);
        rooms.show(
                context,
                (inside, now) -> {
                    Sheet question = question(country, age, named, of);
                    if (age.isEmpty()) {
                        context.status(400);
                        return page(
                                context,
                                inside,
                                now,
                                List.of(words().say("page.turn.age.needed")),
                                List.of(question));
                    }
                    List<Sheet> sheets = new ArrayList<>();
                    sheets.add(question);
                    LocalDate today = LocalDate.ofInstant(now, inside.zone());
                    sheets.addAll(
                            routes(
                                    new Circumstances(
                                            Optional.of(country).filter(code -> !code.isEmpty()),
                                            !age.equals(ADULT),
                                            place),
                                    today,
                                    of,
                                    age));
                    return page(context, inside, now, List.of(), sheets);
                });
    }

    private static String known(Iterable<String> all, String typed) {
        for (String one : all) {
            if (one.equals(typed)) {
                return one;
            }
        }
        return ANY;
    }

    private List<Sheet> routes(
            Circumstances circumstances, LocalDate today, String of, String age) {
        RouteLines lines = new RouteLines(words(), today);
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(
                Sheet.of(
                        new Sheet.Say(
                                words().say(
                                                circumstances.young()
                                                        ? "route.before.young"
                                                        : "route.before"))));
        for (Route route : Routes.STANDARD.of(circumstances)) {
            List<Sheet.Field> fields = new ArrayList<>();
            List<String> said = lines.of(route);
            fields.add(new Sheet.Heading(said.getFirst()));
            said.stream().skip(1).forEach(line -> fields.add(new Sheet.Say(line)));
            sheets.add(
                    of.isEmpty() || route.helps()
                            ? Sheet.of(fields.toArray(Sheet.Field[]::new))
                            : asks(route, fields, of, age));
        }
        return sheets;
    }

    /// A way that can be taken for the item that led here.
    private Sheet asks(Route route, List<Sheet.Field> fields, String of, String age) {
        fields.add(new Sheet.Kept("route", route.id()));
        fields.add(new Sheet.Kept("of", of));
        fields.add(new Sheet.Kept("age", age));
        return new Sheet(AskingRoom.OPEN, words().say("page.asked.open"), fields);
    }

    private Sheet question(String country, String age, String kind, String of) {
        List<Sheet.Choice> countries = new ArrayList<>();
        countries.add(choice(ANY, words().say("page.turn.country.any"), country));
        for (String code : Routes.STANDARD.countries()) {
            countries.add(choice(code, name(code), country));
        }
        List<Sheet.Choice> kinds = new ArrayList<>();
        kinds.add(choice(ANY, words().say("page.turn.kind.any"), kind));
        for (PlaceKind one : PlaceKind.values()) {
            if (one != PlaceKind.OTHER) {
                kinds.add(choice(one.name(), words().say(one.key()), kind));
            }
        }
        return new Sheet(
                PATH,
                words().say("page.turn.show"),
                List.of(
                        new Sheet.Say(words().say("route.yours")),
                        new Sheet.Kept("of", of),
                        new Sheet.One(
                                "age",
                                words().say("page.turn.age"),
                                AGES.stream()
                                        .map(one ->
                                                choice(
                                                        one,
                                                        words().say("page.turn.age." + one),
                                                        age))
                                        .toList()),
                        new Sheet.One("country", words().say("page.turn.country"), countries),
                        new Sheet.One("kind", words().say("page.turn.kind"), kinds)));
    }

    private static Sheet.Choice choice(String value, String label, String chosen) {
        return new Sheet.Choice(value, label, "", value.equals(chosen));
    }

    /// What a country is called in the language of the page; a part of one has a name of ours.
    private String name(String code) {
        return code.contains("-")
                ? words().say("page.turn.country." + code)
                : Locale.of("", code.toUpperCase(Locale.ROOT))
                        .getDisplayCountry(Locale.of(words().language().tag()));
    }

    private Views.View page(
            Context context,
            Inside inside,
            Instant now,
            List<String> problems,
            List<Sheet> sheets) {
        return new Views.Sheets(
                rooms.frame(context, inside, now, PATH),
                words().say("page.turn"),
                Optional.empty(),
                problems,
                sheets,
                List.of(
                        new Views.Way(AskedRoom.PATH, words().say("page.asked")),
                        new Views.Way("/", words().say("page.door-to.today"))));
    }
}
