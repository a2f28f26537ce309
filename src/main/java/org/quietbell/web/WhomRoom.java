package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.match.Matching;
import org.quietbell.match.VariantExamples;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// Whom to look for: the name and what goes with it, then the ways to write it. Before a change
/// does something to what is saved, it is shown what. Safe for many threads.
final class WhomRoom {
    private static final int MANY = 20;

    private final Desk desk;
    private final Rooms rooms;
    private final FirstVisit steps;

    WhomRoom(Desk desk, Rooms rooms, FirstVisit steps) {
        this.desk = desk;
        this.rooms = rooms;
        this.steps = steps;
    }

    private Words words() {
        return desk.words();
    }

    /// What a change would do to what is saved, if she has not been shown it yet.
    private static Optional<Changes.Effect> effect(Inside inside, Watch watch, Typed typed) {
        return typed.has("sure", "yes") ? Optional.empty() : inside.changes().effect(watch);
    }

    private static boolean tells(Typed typed) {
        return typed.has("tell", "yes");
    }

    /// What would change, with all that was typed; nothing is kept yet.
    private Views.Sheets shown(Frame frame, String path, Typed typed, Changes.Effect effect) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(
                new Sheet.Say(
                        words().say("line.changes-shown", effect.raised(), effect.lowered())));
        typed.fields()
                .forEach((name, values) -> {
                    if (!name.equals("token")) {
                        values.forEach(value -> fields.add(new Sheet.Kept(name, value)));
                    }
                });
        fields.add(new Sheet.Kept("sure", "yes"));
        if (effect.raised() > 0) {
            fields.add(
                    new Sheet.One(
                            "tell",
                            words().say("page.changes.tell"),
                            List.of(
                                    new Sheet.Choice(
                                            "no", words().say("page.changes.tell.no"), "", true),
                                    new Sheet.Choice(
                                            "yes",
                                            words().say("page.changes.tell.yes"),
                                            "",
                                            false))));
        }
        return new Views.Sheets(
                frame,
                words().say("page.changes"),
                Optional.empty(),
                List.of(),
                List.of(new Sheet(path, words().say("page.changes.keep"), fields)),
                List.of(new Views.Way(path, words().say("page.changes.leave"))));
    }

    void name(Context context) {
        rooms.show(
                context,
                (inside, now) ->
                        name(
                                rooms.frame(context, inside, now, FirstSteps.NAME),
                                typedOf(inside),
                                List.of()));
    }

    /// What is kept already, as if it had been typed.
    private static Typed typedOf(Inside inside) {
        return present(inside)
                .map(watch ->
                        new Typed(
                                Map.of(
                                        "agreed", List.of("yes"),
                                        "name", List.of(watch.name()),
                                        "aliases", List.of(String.join(", ", watch.aliases())),
                                        "handles",
                                                List.of(
                                                        String.join(
                                                                ", ",
                                                                watch.handles().stream()
                                                                        .map(WhomRoom::written)
                                                                        .toList())),
                                        "context", List.of(String.join(", ", watch.context())),
                                        "exclude", List.of(String.join(", ", watch.exclude())))))
                .orElse(Typed.NOTHING);
    }

    private static String written(Handle handle) {
        return handle.site().map(site -> site + "/").orElse("@") + handle.name();
    }

    private static Optional<Watch> present(Inside inside) {
        return inside.changes().own().map(WatchedCase::watches).orElse(List.of()).stream()
                .findFirst();
    }

    private Views.Sheets name(Frame frame, Typed typed, List<String> problems) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(
                new Sheet.Some(
                        "agreed",
                        words().say("page.first.agreed.about"),
                        List.of(
                                new Sheet.Choice(
                                        "yes",
                                        words().say("page.first.agreed"),
                                        "",
                                        typed.has("agreed", "yes")))));
        fields.add(steps.line("name", typed));
        fields.add(steps.line("aliases", typed));
        fields.add(steps.line("handles", typed));
        fields.add(steps.line("context", typed));
        return steps.page(
                frame,
                "page.first.name",
                2,
                problems,
                List.of(new Sheet(FirstSteps.NAME, words().say("page.first.go-on"), fields)),
                FirstSteps.PLACES);
    }

    void keepName(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    List<String> problems = new ArrayList<>();
                    Optional<Watch> watch = watch(inside, typed, problems);
                    if (watch.isPresent()) {
                        Optional<Changes.Effect> effect = effect(inside, watch.get(), typed);
                        if (effect.isPresent()) {
                            return shown(
                                    rooms.frame(context, inside, now, FirstSteps.NAME),
                                    FirstSteps.NAME,
                                    typed,
                                    effect.get());
                        }
                        switch (inside.changes().person(watch.get(), tells(typed))) {
                            case Changes.Outcome.Refused(String sentence) -> problems.add(sentence);
                            case Changes.Outcome.Kept _,
                                    Changes.Outcome.AsksPassphrase _,
                                    Changes.Outcome.WrongPassphrase _ -> {
                                return rooms.to(context, FirstSteps.CHECK);
                            }
                        }
                    }
                    context.status(HttpStatus.BAD_REQUEST);
                    return name(
                            rooms.frame(context, inside, now, FirstSteps.NAME), typed, problems);
                });
    }

    private Optional<Watch> watch(Inside inside, Typed typed, List<String> problems) {
        if (!typed.has("agreed", "yes")) {
            problems.add(words().say("page.wrong.agreed"));
        }
        if (typed.text("name").isEmpty()) {
            problems.add(words().say("page.wrong.name"));
        }
        if (typed.isTooLong("name", "aliases", "handles", "context")) {
            problems.add(words().say("page.wrong.long", Typed.LONGEST));
        }
        List<Handle> handles = new ArrayList<>();
        for (String handle : typed.list("handles")) {
            try {
                handles.add(Handle.parse(handle));
            } catch (IllegalArgumentException _) {
                problems.add(words().say("page.wrong.handle", handle));
            }
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<Watch> present = present(inside);
        return Optional.of(
                new Watch(
                        inside.changes().watchId(),
                        inside.changes().ownId(),
                        typed.text("name"),
                        typed.list("aliases"),
                        handles,
                        typed.list("context"),
                        present.map(Watch::exclude).orElse(List.of()),
                        present.map(Watch::former).orElse(List.of()),
                        present.map(Watch::without).orElse(Set.of()),
                        present.map(Watch::details).orElse(Details.none())));
    }

    /// The ways to write the name, which can be switched off (R6.7), and how much noise to expect
    /// (R6.3).
    void check(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Watch> watch = present(inside);
                    return watch.isEmpty()
                            ? rooms.to(context, FirstSteps.NAME)
                            : check(
                                    rooms.frame(context, inside, now, FirstSteps.CHECK),
                                    watch.get());
                });
    }

    private Views.Sheets check(Frame frame, Watch watch) {
        List<Sheet.Field> fields = new ArrayList<>();
        Map<Variant, String> examples = VariantExamples.of(watch);
        List<Sheet.Choice> ways = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            boolean isOn = !watch.without().contains(variant);
            if (examples.containsKey(variant) || !isOn) {
                ways.add(
                        new Sheet.Choice(
                                variant.word(),
                                words().say("variant." + variant.word()),
                                examples.getOrDefault(variant, ""),
                                isOn));
            }
        }
        if (!ways.isEmpty()) {
            fields.add(new Sheet.Some("way", words().say("page.first.ways"), ways));
        }
        boolean isCommon = Matching.lacksContext(watch);
        fields.add(
                new Sheet.Say(
                        words().say(
                                        isCommon
                                                ? "page.first.noise.much"
                                                : "page.first.noise.some",
                                        MANY)));
        Typed present =
                new Typed(
                        Map.of(
                                "context", List.of(String.join(", ", watch.context())),
                                "exclude", List.of(String.join(", ", watch.exclude()))));
        fields.add(steps.line("context", present));
        fields.add(steps.line("exclude", present));
        return steps.page(
                frame,
                "page.first.check",
                3,
                List.of(),
                List.of(new Sheet(FirstSteps.CHECK, words().say("page.first.go-on"), fields)),
                FirstSteps.PLACES);
    }

    void keepCheck(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Watch> watch = present(inside);
                    if (watch.isEmpty() || typed.isTooLong("context", "exclude")) {
                        return rooms.to(
                                context, watch.isEmpty() ? FirstSteps.NAME : FirstSteps.CHECK);
                    }
                    Watch was = watch.get();
                    Set<Variant> shown = new HashSet<>(VariantExamples.of(was).keySet());
                    shown.addAll(was.without());
                    Set<Variant> off = EnumSet.noneOf(Variant.class);
                    shown.stream()
                            .filter(variant -> !typed.has("way", variant.word()))
                            .forEach(off::add);
                    Watch next =
                            new Watch(
                                    was.id(),
                                    was.caseId(),
                                    was.name(),
                                    was.aliases(),
                                    was.handles(),
                                    typed.list("context"),
                                    typed.list("exclude"),
                                    was.former(),
                                    off,
                                    was.details());
                    Optional<Changes.Effect> effect = effect(inside, next, typed);
                    if (effect.isPresent()) {
                        return shown(
                                rooms.frame(context, inside, now, FirstSteps.CHECK),
                                FirstSteps.CHECK,
                                typed,
                                effect.get());
                    }
                    inside.changes().person(next, tells(typed));
                    return rooms.to(context, FirstSteps.after(inside, words()));
                });
    }
}
