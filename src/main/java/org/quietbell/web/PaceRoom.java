package org.quietbell.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// How she hears: her times, her quiet hours, the days she keeps free. Safe for many threads.
final class PaceRoom {
    private static final int MONTHS = 12;
    private static final int WEEK = 7;

    private final Desk desk;
    private final Rooms rooms;

    PaceRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    void show(Context context) {
        rooms.show(
                context,
                (inside, now) -> {
                    if (isByFile(inside)) {
                        return byFile(rooms.frame(context, inside, now, "/pace"));
                    }
                    return page(
                            rooms.frame(context, inside, now, "/pace"),
                            inside,
                            now,
                            sheet(inside, Typed.NOTHING),
                            false,
                            "yes".equals(context.queryParam("kept")));
                });
    }

    /// Whether a settings file says how she hears.
    static boolean isByFile(Inside inside) {
        return inside.changes().own().isEmpty()
                && inside.cases().all().stream().anyMatch(WatchedCase::active);
    }

    private Views.Sheets byFile(Frame frame) {
        return new Views.Sheets(
                frame,
                words().say("page.pace"),
                Optional.empty(),
                List.of(),
                List.of(Sheet.of(new Sheet.Say(words().say("page.by-file")))),
                List.of(new Views.Way("/", words().say("page.door-to.today"))));
    }

    private static Optional<Hearing> before(Inside inside) {
        return inside.changes().own().flatMap(own -> inside.hearings().of(own.id()));
    }

    private HearSheet sheet(Inside inside, Typed typed) {
        return new HearSheet(words(), before(inside), inside.zone(), typed);
    }

    private Views.Sheets page(
            Frame frame,
            Inside inside,
            Instant now,
            HearSheet sheet,
            boolean asksPassphrase,
            boolean isKept) {
        List<Sheet.Field> fields = new ArrayList<>();
        if (asksPassphrase) {
            fields.add(passphrase(words()));
        }
        fields.addAll(sheet.all());
        List<Sheet> sheets = new ArrayList<>();
        if (isKept) {
            sheets.add(Sheet.of(new Sheet.Say(words().say("page.kept"))));
        }
        sheets.add(new Sheet("/pace", words().say("page.keep"), fields));
        sheets.add(Sheet.of(year(inside, now).toArray(Sheet.Field[]::new)));
        return new Views.Sheets(
                frame,
                words().say("page.pace"),
                Optional.empty(),
                sheet.problems(),
                sheets,
                List.of(
                        new Views.Way(HelperRoom.PATH, words().say("page.helper")),
                        new Views.Way("/", words().say("page.door-to.today"))));
    }

    static Sheet.Line passphrase(Words words) {
        return new Sheet.Line(
                "passphrase",
                "password",
                words.say("page.door.passphrase"),
                words.say("page.passphrase.about"),
                "");
    }

    void keep(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    if (isByFile(inside)) {
                        return byFile(rooms.frame(context, inside, now, "/pace"));
                    }
                    HearSheet sheet = sheet(inside, typed);
                    Optional<Hearing> chosen = sheet.read(true);
                    boolean asks = typed.fields().containsKey("passphrase");
                    if (chosen.isPresent()) {
                        switch (inside.changes().hear(chosen.get(), typed.passphrase())) {
                            case Changes.Outcome.Kept _ -> {
                                return rooms.to(context, "/pace?kept=yes");
                            }
                            case Changes.Outcome.AsksPassphrase _ -> {
                                asks = true;
                                sheet.problems().add(words().say("page.wrong.passphrase-needed"));
                            }
                            case Changes.Outcome.WrongPassphrase _ -> {
                                asks = true;
                                sheet.problems().add(words().say("page.door.wrong"));
                            }
                            case Changes.Outcome.Refused(String sentence) ->
                                    sheet.problems().add(sentence);
                        }
                    }
                    context.status(HttpStatus.BAD_REQUEST);
                    return page(
                            rooms.frame(context, inside, now, "/pace"),
                            inside,
                            now,
                            sheet,
                            asks,
                            false);
                });
    }

    /// The next twelve months: the days on which something may be told, and those kept free.
    private List<Sheet.Field> year(Inside inside, Instant now) {
        Optional<Hearing> hearing = before(inside);
        List<Sheet.Field> fields = new ArrayList<>();
        if (hearing.isEmpty()) {
            return fields;
        }
        fields.add(new Sheet.Heading(words().say("page.year")));
        fields.add(new Sheet.Say(words().say("page.year.about")));
        ZoneId zone = hearing.get().zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        YearMonth first = YearMonth.from(today);
        for (int i = 0; i < MONTHS; i++) {
            fields.add(new Sheet.Drawn(month(hearing.get(), first.plusMonths(i))));
        }
        return fields;
    }

    private Strip month(Hearing hearing, YearMonth month) {
        List<Strip.Square> squares = new ArrayList<>();
        int before = month.atDay(1).getDayOfWeek().getValue() - 1;
        for (int i = 0; i < before; i++) {
            squares.add(new Strip.Square(0));
        }
        int told = 0;
        List<String> free = new ArrayList<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            boolean isFree = hearing.noContact().stream().anyMatch(kept -> kept.contains(date));
            boolean isTold =
                    !isFree
                            && hearing.how() == How.FIXED_TIMES
                            && hearing.days().contains(date.getDayOfWeek());
            told += isTold ? 1 : 0;
            if (isFree) {
                free.add(String.valueOf(day));
            }
            squares.add(new Strip.Square(isFree ? 3 : isTold ? 2 : 1));
        }
        String name = words().say("date.month." + month.getMonthValue()) + " " + month.getYear();
        String said =
                free.isEmpty()
                        ? words().say("page.year.month", name, told)
                        : words().say("page.year.month.free", name, told, String.join(", ", free));
        return new Strip(WEEK, squares, said);
    }
}
