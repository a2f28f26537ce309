package org.quietbell.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class WordsTest {
    private final Words words = Words.of(Locale.ENGLISH);

    @Test
    void fillsDetailsInTheOrderTheSentenceWants() {
        assertThat(words.say("pause.one.looking", "3 May", "case-17"))
                .isEqualTo("case-17 is paused until 3 May. Still saving what it finds.");
    }

    @Test
    @Covers("F10")
    void leavesPlaceholdersInDetailsAsTheyAre() {
        assertThat(words.say("notice.summary.item", "{1}{{7*7}}", "${jndi:x}", "%n {0}"))
                .isEqualTo("- {1}{{7*7}}: ${jndi:x}, %n {0}");
    }

    @Test
    void speaksEnglishWhereALanguageIsMissingWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);

            assertThat(Words.of(Locale.forLanguageTag("xx")).say("how.not-now"))
                    .isEqualTo("Not now");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refusesAKeyOrADetailThatIsNotThere() {
        assertThatThrownBy(() -> words.say("no.such")).isInstanceOf(MissingResourceException.class);
        assertThatThrownBy(() -> words.say("why.owed", "self"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("why.owed");
    }

    @Test
    void writesDaysAndTimesAsHerCalendarShowsThem() {
        Instant now = Instant.parse("2027-04-30T12:00:00Z");
        ZoneId zone = ZoneId.of("America/Halifax");

        assertThat(words.day(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 4, 30)))
                .isEqualTo("3 May");
        assertThat(words.day(LocalDate.of(2028, 1, 3), LocalDate.of(2027, 4, 30)))
                .isEqualTo("3 January 2028");
        assertThat(words.time(LocalTime.of(9, 0))).isEqualTo("09:00");
        assertThat(words.moment(Instant.parse("2027-04-30T21:00:00Z"), zone, now))
                .isEqualTo("18:00");
        assertThat(words.moment(Instant.parse("2027-05-04T01:30:00Z"), zone, now))
                .isEqualTo("22:30 on 3 May");
    }
}
