package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.QuietHours;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// The form of her pace loses nothing: neither what held before nor what she typed.
class HearSheetTest {
    private static final ZoneId HALIFAX = ZoneId.of("America/Halifax");
    private static final Words WORDS = Words.of(Language.EN);
    private static final List<QuietHours> QUIET =
            List.of(
                    new QuietHours(
                            LocalTime.of(21, 0),
                            LocalTime.of(8, 0),
                            Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY)),
                    new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 30)));

    private static Hearing before() {
        return new Hearing(
                How.FIXED_TIMES,
                List.of(LocalTime.of(18, 0)),
                Set.of(DayOfWeek.values()),
                HALIFAX,
                List.of(),
                Band.LIKELY,
                QUIET,
                Set.of(),
                Ceiling.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    private static HearSheet sheet(Typed typed) {
        return new HearSheet(WORDS, Optional.of(before()), HALIFAX, typed);
    }

    /// What a browser sends if she changes these fields and leaves all others as they are.
    private static Typed sent(Map<String, String> changed) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Sheet.Field field : sheet(Typed.NOTHING).all()) {
            switch (field) {
                case Sheet.Line line -> fields.put(line.name(), List.of(line.value()));
                case Sheet.Lines lines -> fields.put(lines.name(), List.of(lines.value()));
                case Sheet.One one -> fields.put(one.name(), chosen(one.choices()));
                case Sheet.Some some -> fields.put(some.name(), chosen(some.choices()));
                default -> throw new AssertionError("a field that is not filled in here: " + field);
            }
        }
        changed.forEach((name, value) -> fields.put(name, List.of(value)));
        return new Typed(fields);
    }

    private static List<String> chosen(List<Sheet.Choice> choices) {
        return choices.stream()
                .filter(Sheet.Choice::isChosen)
                .map(Sheet.Choice::value)
                .collect(Collectors.toList());
    }

    @Test
    void isReadAsItWasShown() {
        HearSheet sheet = sheet(sent(Map.of()));

        assertThat(sheet.read(true)).contains(before());
        assertThat(sheet.problems()).isEmpty();
    }

    @Test
    void takesQuietHoursOfSomeDays() {
        HearSheet sheet = sheet(sent(Map.of("quiet", "mon-fri 21:00 - 8:00, sat,sun 22:00-10:00")));

        assertThat(sheet.read(true).orElseThrow().quiet())
                .extracting(QuietHours::text)
                .containsExactly("mon,tue,wed,thu,fri 21:00-08:00", "sat,sun 22:00-10:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "times | 18:00, abc | page.wrong.times",
                "times | 18:00 19:00 | page.wrong.times",
                "times | 08:00, 12:00, 16:00, 20:00 | page.wrong.times",
                "times | '' | page.wrong.times",
                "quiet | 21:00 | page.wrong.quiet",
                "quiet | 21:00-08:00, later | page.wrong.quiet",
                "quiet | someday 21:00-08:00 | page.wrong.quiet",
                "zone | +02:00 | page.wrong.zone",
                "zone | Halifax | page.wrong.zone",
                "kept | 2027-02-30 | page.wrong.kept",
                "ceiling | 0 | page.wrong.ceiling",
                "ceiling | 25 | page.wrong.ceiling",
                "ceiling | many | page.wrong.ceiling",
            })
    void saysWhatItCannotRead(String field, String text, String problem) {
        HearSheet sheet = sheet(sent(Map.of(field, text)));

        assertThat(sheet.read(true)).isEmpty();
        assertThat(sheet.problems()).containsExactly(WORDS.say(problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"18:00, abc", "08:00, 12:00, 16:00, 20:00"})
    void saysSoOfTimesThatAreNotUsedNow(String times) {
        HearSheet sheet = sheet(sent(Map.of("how", "as-it-happens", "times", times)));

        assertThat(sheet.read(true)).isEmpty();
        assertThat(sheet.problems()).containsExactly(WORDS.say("page.wrong.times"));
    }

    @Test
    void leavesAZoneThatIsNoRegionAsItIs() {
        ZoneId odd = ZoneId.of("GMT+02:00");
        Typed typed = new Typed(Map.of("how", List.of("not-now"), "zone", List.of(odd.getId())));

        HearSheet sheet = new HearSheet(WORDS, Optional.empty(), odd, typed);

        assertThat(sheet.read(false).map(Hearing::zone)).contains(odd);
    }
}
