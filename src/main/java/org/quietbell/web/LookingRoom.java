package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.quietbell.match.ChosenWords;
import org.quietbell.people.PageWishes;
import org.quietbell.people.PageWishes.Replaced;
import org.quietbell.words.Words;

/// How somebody wants the pages to be with her: words that are replaced (R1.17), how much she opens
/// in one stay, where "Leave now" leads (R2.3). Safe for many threads.
final class LookingRoom {
    static final String PATH = "/looking";
    static final String WORDS = PATH + "/words";
    static final String ENOUGH = "/enough";

    private static final String OWN = "own";

    private final Desk desk;
    private final Rooms rooms;
    private final Door door;

    LookingRoom(Desk desk, Rooms rooms, Door door) {
        this.desk = desk;
        this.rooms = rooms;
        this.door = door;
    }

    private Words words() {
        return desk.words();
    }

    private String say(String key, Object... details) {
        return words().say(key, details);
    }

    void show(Context context) {
        boolean isKept = "yes".equals(context.queryParam("kept"));
        rooms.show(
                context,
                (inside, now) -> page(context, inside, now, Typed.NOTHING, List.of(), isKept));
    }

    private Views.View page(
            Context context,
            Inside inside,
            Instant now,
            Typed typed,
            List<String> problems,
            boolean isKept) {
        PageWishes wishes = inside.pageChoices().find();
        List<Sheet> sheets = new ArrayList<>();
        if (isKept) {
            sheets.add(Sheet.of(new Sheet.Say(say("page.kept"))));
        }
        List<Sheet.Field> fields = new ArrayList<>(sitting(wishes, typed));
        fields.addAll(elsewhere(wishes, typed));
        sheets.add(new Sheet(PATH, say("page.keep"), fields));
        return new Views.Sheets(
                rooms.frame(context, inside, now, PATH),
                say("page.looking"),
                Optional.empty(),
                problems,
                sheets,
                List.of(
                        new Views.Way(WORDS, say("page.replaced")),
                        new Views.Way("/", say("page.door-to.today"))));
    }

    private List<Sheet.Field> sitting(PageWishes wishes, Typed typed) {
        OptionalInt most = wishes.sitting();
        String present = most.isPresent() ? String.valueOf(most.getAsInt()) : "";
        boolean counts = typed.isEmpty() ? wishes.counts() : typed.has("counts", "yes");
        return List.of(
                new Sheet.Heading(say("page.sitting")),
                new Sheet.Line(
                        "sitting",
                        "number",
                        say("page.sitting.most"),
                        say("page.sitting.most.about"),
                        typed.isEmpty() ? present : typed.text("sitting")),
                new Sheet.Some(
                        "counts",
                        say("page.sitting.counts"),
                        List.of(
                                new Sheet.Choice(
                                        "yes", say("page.sitting.counts.yes"), "", counts))));
    }

    private List<Sheet.Field> elsewhere(PageWishes wishes, Typed typed) {
        String present = Elsewhere.of(wishes);
        boolean isKnown = Elsewhere.KNOWN.contains(present);
        String chosen = typed.isEmpty() ? (isKnown ? present : OWN) : typed.text("elsewhere");
        List<Sheet.Choice> choices = new ArrayList<>();
        for (String address : Elsewhere.KNOWN) {
            choices.add(
                    new Sheet.Choice(
                            address,
                            URI.create(address).getHost() + URI.create(address).getPath(),
                            "",
                            address.equals(chosen)));
        }
        choices.add(new Sheet.Choice(OWN, say("page.leave-for.own"), "", OWN.equals(chosen)));
        return List.of(
                new Sheet.Heading(say("page.leave-for")),
                new Sheet.One("elsewhere", say("page.leave-for.which"), choices),
                new Sheet.Line(
                        "own",
                        "text",
                        say("page.leave-for.field"),
                        say("page.leave-for.field.about"),
                        typed.isEmpty() ? (isKnown ? "" : present) : typed.text("own")));
    }

    void keep(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    List<String> problems = new ArrayList<>();
                    OptionalInt sitting = readSitting(typed, problems);
                    Optional<URI> elsewhere = readElsewhere(typed, problems);
                    if (!problems.isEmpty()) {
                        context.status(HttpStatus.BAD_REQUEST);
                        return page(context, inside, now, typed, problems, false);
                    }
                    inside.pageChoices()
                            .keep(
                                    new PageWishes(
                                            inside.pageChoices().find().replaced(),
                                            sitting,
                                            typed.has("counts", "yes"),
                                            elsewhere));
                    return rooms.to(context, PATH + "?kept=yes");
                });
    }

    private OptionalInt readSitting(Typed typed, List<String> problems) {
        String text = typed.text("sitting");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > PageWishes.LARGEST_SITTING) {
            problems.add(say("page.wrong.sitting", PageWishes.LARGEST_SITTING));
            return OptionalInt.empty();
        }
        return OptionalInt.of(number);
    }

    private Optional<URI> readElsewhere(Typed typed, List<String> problems) {
        String chosen = typed.text("elsewhere");
        if (chosen.equals(Door.ELSEWHERE)) {
            return Optional.empty();
        }
        String address = Elsewhere.KNOWN.contains(chosen) ? chosen : typed.text("own");
        try {
            return Optional.of(PageWishes.elsewhere(address));
        } catch (IllegalArgumentException _) {
            problems.add(say("page.wrong.leave-for"));
            return Optional.empty();
        }
    }

    /// The words themselves are shown only to whoever asks for them.
    void showWords(Context context) {
        boolean sees = "yes".equals(context.queryParam("see"));
        boolean isKept = "yes".equals(context.queryParam("kept"));
        rooms.show(
                context,
                (inside, now) -> {
                    List<Replaced> present = inside.pageChoices().find().replaced();
                    String lines =
                            present.stream()
                                    .map(LookingRoom::line)
                                    .collect(Collectors.joining("\n"));
                    return words(context, inside, now, sees, sees ? lines : "", List.of(), isKept);
                });
    }

    private static String line(Replaced one) {
        return one.word() + one.instead().map(text -> " = " + text).orElse("");
    }

    private Views.View words(
            Context context,
            Inside inside,
            Instant now,
            boolean sees,
            String lines,
            List<String> problems,
            boolean isKept) {
        boolean any = !inside.pageChoices().find().replaced().isEmpty();
        List<Sheet.Field> fields = new ArrayList<>();
        if (isKept) {
            fields.add(new Sheet.Say(say("page.kept")));
        }
        fields.add(new Sheet.Say(say("page.replaced.about")));
        fields.add(new Sheet.Say(say(any ? "page.replaced.some" : "page.replaced.none")));
        fields.add(new Sheet.Kept("all", sees ? "yes" : ""));
        fields.add(
                new Sheet.Lines(
                        "words",
                        say(sees ? "page.replaced.all" : "page.replaced.add"),
                        say("page.replaced.add.about"),
                        lines));
        List<Views.Way> ways = new ArrayList<>();
        if (any && !sees) {
            ways.add(new Views.Way(WORDS + "?see=yes", say("page.replaced.see")));
        }
        ways.add(new Views.Way(PATH, say("page.looking")));
        return new Views.Sheets(
                rooms.frame(context, inside, now, WORDS),
                say("page.replaced"),
                Optional.empty(),
                problems,
                List.of(new Sheet(WORDS, say("page.keep"), fields)),
                ways);
    }

    void keepWords(Context context) {
        Typed typed = Typed.of(context);
        boolean sees = typed.text("all").equals("yes");
        rooms.show(
                context,
                (inside, now) -> {
                    PageWishes present = inside.pageChoices().find();
                    Map<String, Replaced> all = new LinkedHashMap<>();
                    if (!sees) {
                        present.replaced().forEach(one -> all.put(one.word(), one));
                    }
                    List<String> problems = read(typed.text("words"), all);
                    if (!problems.isEmpty()) {
                        context.status(HttpStatus.BAD_REQUEST);
                        return words(
                                context, inside, now, sees, typed.text("words"), problems, false);
                    }
                    inside.pageChoices().keep(present.replacing(List.copyOf(all.values())));
                    return rooms.to(context, WORDS + "?kept=yes");
                });
    }

    /// Reads line by line, and says of the first that cannot be kept why.
    private List<String> read(String text, Map<String, Replaced> into) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Optional<Replaced> one = read(line);
            if (one.isEmpty()) {
                return List.of(say("page.wrong.replaced", number, Replaced.LONGEST));
            }
            into.put(one.get().word(), one.get());
            if (into.size() > PageWishes.MOST_WORDS) {
                return List.of(say("page.wrong.replaced.many", PageWishes.MOST_WORDS));
            }
        }
        return List.of();
    }

    private static Optional<Replaced> read(String line) {
        int equals = line.indexOf('=');
        String word = (equals < 0 ? line : line.substring(0, equals)).strip();
        Optional<String> instead =
                equals < 0 ? Optional.empty() : Optional.of(line.substring(equals + 1));
        try {
            return Optional.of(new Replaced(word, instead))
                    .filter(one -> ChosenWords.isFindable(one.word()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What is shown in place of one item more than she wanted to open.
    static Views.View enough(Frame frame, PageWishes wishes, int opened) {
        Words words = frame.words();
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Say(words.say("page.sitting.enough.about")));
        if (wishes.counts()) {
            fields.add(new Sheet.Say(words.say("page.sitting.enough.count", opened)));
        }
        fields.add(new Sheet.Kept("back", frame.here()));
        return new Views.Sheets(
                frame,
                words.say("page.sitting.enough"),
                Optional.empty(),
                List.of(),
                List.of(new Sheet(ENOUGH, words.say("page.sitting.go-on"), fields)),
                List.of(new Views.Way("/", words.say("page.sitting.stop"))));
    }

    /// Goes on, after she was asked.
    void goOn(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    inside.pageChoices()
                            .find()
                            .sitting()
                            .ifPresent(most ->
                                    door.session(context)
                                            .ifPresent(stay -> stay.sitting().goOn(most)));
                    return rooms.to(context, Rooms.own(context.formParam("back")));
                });
    }
}
