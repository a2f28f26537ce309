package org.quietbell.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;
import org.quietbell.notice.WrittenTime;
import org.quietbell.words.Words;

/// "How would you like to hear?" as a form. Shorter for the first visit. For one request.
final class HearSheet {
    private static final List<How> FIRST =
            List.of(How.ONLY_WHEN_OPENED, How.FIXED_TIMES, How.NOT_NOW);
    private static final int MOST_A_DAY = 24;
    private static final int MOST_TIMES = 3;

    private final Words words;
    private final Optional<Hearing> before;
    private final ZoneId here;
    private final Typed typed;
    private final List<String> problems = new ArrayList<>();

    /// @param before what holds now
    /// @param here the zone of the machine
    HearSheet(Words words, Optional<Hearing> before, ZoneId here, Typed typed) {
        this.words = words;
        this.before = before;
        this.here = here;
        this.typed = typed;
    }

    /// What kept the form from being read, in sentences.
    List<String> problems() {
        return problems;
    }

    /// The few questions of the first visit.
    List<Sheet.Field> first() {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.One("how", words.say("page.hear.how"), ways(FIRST)));
        fields.add(times());
        fields.add(zone());
        fields.add(quiet());
        return fields;
    }

    /// All that can be chosen here.
    List<Sheet.Field> all() {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.One("how", words.say("page.hear.how"), ways(offered())));
        fields.add(times());
        fields.add(days());
        fields.add(zone());
        fields.add(quiet());
        fields.add(
                new Sheet.Lines(
                        "kept",
                        words.say("page.hear.kept"),
                        words.say("page.hear.kept.about"),
                        value("kept", before.map(HearSheet::keptText).orElse(""))));
        fields.add(
                new Sheet.Line(
                        "ceiling",
                        "number",
                        words.say("page.hear.ceiling"),
                        words.say("page.hear.ceiling.about"),
                        value("ceiling", String.valueOf(ceiling().perDay()))));
        before.map(Hearing::channels).orElse(List.of()).forEach(tuned -> fields.add(level(tuned)));
        fields.add(
                new Sheet.One(
                        "after",
                        words.say("page.hear.after"),
                        List.of(
                                choice("after", "one", afterPause() == Wishes.AfterPause.ONE),
                                choice("after", "none", afterPause() == Wishes.AfterPause.NONE))));
        return fields;
    }

    private List<How> offered() {
        List<How> all = new ArrayList<>(FIRST);
        all.add(How.AS_IT_HAPPENS);
        before.map(Hearing::how).filter(how -> how == How.HELPER_FIRST).ifPresent(all::add);
        return all;
    }

    private List<Sheet.Choice> ways(List<How> ways) {
        How present =
                How.of(typed.text("how")).orElse(before.map(Hearing::how).orElse(FIRST.getFirst()));
        return ways.stream()
                .map(how ->
                        new Sheet.Choice(
                                how.word(),
                                words.say("page.hear." + how.word()),
                                words.say("page.hear." + how.word() + ".about"),
                                how == present))
                .toList();
    }

    private Sheet.Choice choice(String name, String value, boolean isChosen) {
        String typedValue = typed.text(name);
        return new Sheet.Choice(
                value,
                words.say("page.hear." + name + "." + value),
                "",
                typedValue.isEmpty() ? isChosen : typedValue.equals(value));
    }

    private Sheet.Line times() {
        String present =
                before.map(Hearing::times).orElse(List.of()).stream()
                        .map(LocalTime::toString)
                        .collect(Collectors.joining(", "));
        return new Sheet.Line(
                "times",
                "text",
                words.say("page.hear.times"),
                words.say("page.hear.times.about"),
                value("times", present.isEmpty() ? "18:00" : present));
    }

    private Sheet.Some days() {
        Set<DayOfWeek> present =
                typed.isEmpty()
                        ? before.map(Hearing::days).orElse(EnumSet.allOf(DayOfWeek.class))
                        : typedDays();
        return new Sheet.Some(
                "day",
                words.say("page.hear.days"),
                List.of(DayOfWeek.values()).stream()
                        .map(day ->
                                new Sheet.Choice(
                                        String.valueOf(day.getValue()),
                                        words.say("page.day." + day.getValue()),
                                        "",
                                        present.contains(day)))
                        .toList());
    }

    private Set<DayOfWeek> typedDays() {
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> typed.has("day", String.valueOf(day.getValue())))
                .collect(Collectors.toSet());
    }

    private Sheet.Line zone() {
        return new Sheet.Line(
                "zone",
                "text",
                words.say("page.hear.zone"),
                words.say("page.hear.zone.about"),
                value("zone", present().getId()));
    }

    private ZoneId present() {
        return before.map(Hearing::zone).orElse(here);
    }

    private Sheet.Line quiet() {
        String present =
                before.map(Hearing::quiet).orElse(List.of()).stream()
                        .map(QuietHours::text)
                        .collect(Collectors.joining(", "));
        return new Sheet.Line(
                "quiet",
                "text",
                words.say("page.hear.quiet"),
                words.say("page.hear.quiet.about"),
                value("quiet", present));
    }

    private Sheet.One level(Tuned tuned) {
        String name = "level-" + tuned.channel();
        String present = typed.isEmpty() ? tuned.level().word() : typed.text(name);
        return new Sheet.One(
                name,
                words.say("page.hear.level", tuned.channel()),
                List.of(Level.values()).stream()
                        .map(level ->
                                new Sheet.Choice(
                                        level.word(),
                                        words.say("page.level." + level.word()),
                                        "",
                                        level.word().equals(present)))
                        .toList());
    }

    private static String keptText(Hearing hearing) {
        return hearing.noContact().stream()
                .map(KeptDays::text)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private Ceiling ceiling() {
        return before.map(Hearing::ceiling).orElse(Ceiling.DEFAULT);
    }

    private Wishes.AfterPause afterPause() {
        return before.map(Hearing::wishes).orElse(Wishes.USUAL).afterPause();
    }

    private String value(String name, String present) {
        return typed.isEmpty() ? present : typed.text(name);
    }

    /// What was chosen; empty, and there are problems, if something cannot be read. What a shorter
    /// form does not ask for stays as it is.
    ///
    /// @param whole whether it was the whole form
    Optional<Hearing> read(boolean whole) {
        How how = How.of(typed.text("how")).orElse(How.ONLY_WHEN_OPENED);
        boolean timed = how == How.FIXED_TIMES || how == How.AS_IT_HAPPENS;
        List<LocalTime> times = readTimes(how == How.FIXED_TIMES);
        ZoneId zone = read(this::readZone, here, "page.wrong.zone");
        List<QuietHours> quiet =
                read(() -> QuietHours.all(typed.text("quiet")), List.of(), "page.wrong.quiet");
        Set<DayOfWeek> days =
                whole
                        ? typedDays()
                        : before.map(Hearing::days).orElse(EnumSet.allOf(DayOfWeek.class));
        if (timed && days.isEmpty()) {
            problems.add(words.say("page.wrong.days"));
        }
        Set<KeptDays> kept = whole ? readKept() : before.map(Hearing::noContact).orElse(Set.of());
        Ceiling ceiling = whole ? readCeiling() : ceiling();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Wishes wishes = before.map(Hearing::wishes).orElse(Wishes.USUAL);
        return Optional.of(
                new Hearing(
                        how,
                        times,
                        days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                        zone,
                        before.map(Hearing::channels).orElse(List.of()).stream()
                                .map(tuned -> whole ? tuned(tuned) : tuned)
                                .toList(),
                        before.map(Hearing::band).orElse(Band.LIKELY),
                        quiet,
                        kept,
                        ceiling,
                        before.flatMap(Hearing::helper),
                        before.flatMap(Hearing::cover),
                        whole ? wishes(wishes) : wishes));
    }

    private Wishes wishes(Wishes present) {
        Wishes.AfterPause after =
                typed.text("after").equals("none") ? Wishes.AfterPause.NONE : Wishes.AfterPause.ONE;
        return new Wishes(after, present.atOnce(), present.stillLooking(), present.language());
    }

    private Tuned tuned(Tuned present) {
        String word = typed.text("level-" + present.channel());
        return List.of(Level.values()).stream()
                .filter(level -> level.word().equals(word))
                .findFirst()
                .map(level -> new Tuned(present.channel(), level, present.confirmEvery()))
                .orElse(present);
    }

    /// What stands in the field is read, or said to be wrong, even if these times are not used now:
    /// nothing she typed is lost without a word.
    private List<LocalTime> readTimes(boolean needed) {
        List<LocalTime> times =
                read(
                        () -> typed.list("times").stream().map(WrittenTime::time).toList(),
                        List.of(),
                        "page.wrong.times");
        if (problems.isEmpty() && (times.size() > MOST_TIMES || (needed && times.isEmpty()))) {
            problems.add(words.say("page.wrong.times"));
        }
        return times;
    }

    /// What a machine calls its zone may be no region. It stays if it is left as it is.
    private ZoneId readZone() {
        String text = typed.text("zone");
        return text.equals(present().getId()) ? present() : WrittenTime.zone(text);
    }

    /// @param reader throws [IllegalArgumentException] for what it cannot read
    private <T> T read(Supplier<T> reader, T otherwise, String problem) {
        try {
            return reader.get();
        } catch (IllegalArgumentException _) {
            problems.add(words.say(problem));
            return otherwise;
        }
    }

    private Set<KeptDays> readKept() {
        return read(
                () -> typed.list("kept").stream().map(KeptDays::of).collect(Collectors.toSet()),
                Set.of(),
                "page.wrong.kept");
    }

    private Ceiling readCeiling() {
        String text = typed.text("ceiling");
        boolean sound = text.matches("[0-9]{1,2}");
        int number = sound ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST_A_DAY) {
            problems.add(words.say("page.wrong.ceiling"));
            return ceiling();
        }
        return new Ceiling(number, ceiling().perWeek());
    }
}
