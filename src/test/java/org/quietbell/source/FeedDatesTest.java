package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2025-06-03T11:05:30Z                | 2025-06-03T11:05:30Z
                    2025-06-03t11:05:30z                | 2025-06-03T11:05:30Z
                    2025-06-03T11:05:30.123456+02:00    | 2025-06-03T09:05:30.123456Z
                    2025-06-03T11:05:30,5Z              | 2025-06-03T11:05:30.500Z
                    2025-06-03T11:05:30-0330            | 2025-06-03T14:35:30Z
                    2025-06-03T11:05Z                   | 2025-06-03T11:05:00Z
                    2025-06-03T11Z                      | 2025-06-03T11:00:00Z
                    2025-06-03T11:05:30                 | 2025-06-03T11:05:30Z
                    2025-06-03 11:05:30                 | 2025-06-03T11:05:30Z
                    2025-06-03 11:05:30 +0200           | 2025-06-03T09:05:30Z
                    2025-06-03 11:05:30 UTC             | 2025-06-03T11:05:30Z
                    2025-06-03 11:05:30.0               | 2025-06-03T11:05:30Z
                    2025-06-03 11:05 PM                 | 2025-06-03T23:05:00Z
                    2025-06-03T24:00:00Z                | 2025-06-04T00:00:00Z
                    2016-12-31T23:59:60Z                | 2017-01-01T00:00:00Z
                    2025-06-03                          | 2025-06-03T00:00:00Z
                    2025-06-03Z                         | 2025-06-03T00:00:00Z
                    2025-06-03+02:00                    | 2025-06-02T22:00:00Z
                    2025/06/03                          | 2025-06-03T00:00:00Z
                    2025/6/3 11:05:30                   | 2025-06-03T11:05:30Z
                    2025-06                             | 2025-06-01T00:00:00Z
                    2025                                | 2025-01-01T00:00:00Z
                    20250603                            | 2025-06-03T00:00:00Z
                    20250603T110530Z                    | 2025-06-03T11:05:30Z
                    20250603T1105+0200                  | 2025-06-03T09:05:00Z
                    20250603110530                      | 2025-06-03T11:05:30Z
                    2025-154                            | 2025-06-03T00:00:00Z
                    2025-154T10:00:00Z                  | 2025-06-03T10:00:00Z
                    1748948730                          | 2025-06-03T11:05:30Z
                    1748948730123                       | 2025-06-03T11:05:30.123Z
                    """)
    void readsIsoInAllItsForms(String written, Instant meant) {
        assertThat(FeedDates.read(written)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Tue, 03 Jun 2025 11:05:30 GMT           | 2025-06-03T11:05:30Z
                    Tue, 3 Jun 2025 11:05:30 +0000          | 2025-06-03T11:05:30Z
                    Tue, 03 Jun 25 11:05:30 GMT             | 2025-06-03T11:05:30Z
                    Tue, 03 Jun 95 11:05:30 GMT             | 1995-06-03T11:05:30Z
                    Tue, 03 Jun 125 11:05:30 GMT            | 2025-06-03T11:05:30Z
                    03 Jun 2025 11:05 EST                   | 2025-06-03T16:05:00Z
                    Tue, 03 Jun 2025 11:05 PDT              | 2025-06-03T18:05:00Z
                    Tue,  3  June  2025  11:05:30  UT       | 2025-06-03T11:05:30Z
                    Tues, 3 June 2025 11:05:30 Z            | 2025-06-03T11:05:30Z
                    Mon, 03 Jun 2025 11:05:30 GMT           | 2025-06-03T11:05:30Z
                    Tuesday, 03-Jun-25 11:05:30 GMT         | 2025-06-03T11:05:30Z
                    Tue, 03 Jun 2025 11:05:30 +02:00        | 2025-06-03T09:05:30Z
                    Tue, 03 Jun 2025 11:05:30 -2:30         | 2025-06-03T13:35:30Z
                    Tue, 03 Jun 2025 11:05:30 GMT+2         | 2025-06-03T09:05:30Z
                    Tue, 03 Jun 2025 11:05:30 UTC-0500      | 2025-06-03T16:05:30Z
                    Tue, 03 Jun 2025 11:05:30 +0200 (CEST)  | 2025-06-03T09:05:30Z
                    Tue, 03 Jun 2025 11:05:30 +0200 CEST    | 2025-06-03T09:05:30Z
                    Tue, 03 Jun 2025 11:05:30 Etc/GMT       | 2025-06-03T11:05:30Z
                    Tue, 03 Jun 2025 11:05:30 A             | 2025-06-03T11:05:30Z
                    Tue, 03 Jun 2025 11:05:30               | 2025-06-03T11:05:30Z
                    Tue, 03 Jun 2025                        | 2025-06-03T00:00:00Z
                    Tue 3 Jun 2025 11:05:30 GMT             | 2025-06-03T11:05:30Z
                    Tue, 03 Jun 2025 9:5:3 GMT              | 2025-06-03T09:05:03Z
                    Tue, 03 Jun 2025 11:05:30 PM GMT        | 2025-06-03T23:05:30Z
                    Jun 3, 2025                             | 2025-06-03T00:00:00Z
                    June 3, 2025 11:05 AM                   | 2025-06-03T11:05:00Z
                    June 3rd, 2025 11:05pm EST              | 2025-06-04T04:05:00Z
                    3 June 2025                             | 2025-06-03T00:00:00Z
                    Tue Jun  3 11:05:30 2025                | 2025-06-03T11:05:30Z
                    Tue Jun  3 11:05:30 PDT 2025            | 2025-06-03T18:05:30Z
                    Tue Jun 03 11:05:30 +0000 2025          | 2025-06-03T11:05:30Z
                    Tue, Jun 3 2025 11:05:30 GMT            | 2025-06-03T11:05:30Z
                    """)
    void readsWhatMailAndItsImitatorsWrite(String written, Instant meant) {
        assertThat(FeedDates.read(written)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Di, 03 Jun 2025 11:05:30 +0200          | 2025-06-03T09:05:30Z
                    Di., 3. Juni 2025 11:05                 | 2025-06-03T11:05:00Z
                    Dienstag, 03 März 2026 11:05:30 +0100   | 2026-03-03T10:05:30Z
                    mar., 03 févr. 2026 11:05:30 +0100      | 2026-02-03T10:05:30Z
                    3 août 2025                             | 2025-08-03T00:00:00Z
                    mar, 03 dic 2024 11:05:30 GMT           | 2024-12-03T11:05:30Z
                    3 de junio de 2025                      | 2025-06-03T00:00:00Z
                    вт, 03 июня 2025 11:05:30 +0300         | 2025-06-03T08:05:30Z
                    Τρι, 03 Ιούν 2025 11:05:30 EET          | 2025-06-03T09:05:30Z
                    2025-június-3T11:05-05:00               | 2025-06-03T16:05:00Z
                    2025년 06월 03일  11:05:30               | 2025-06-03T02:05:30Z
                    2025-06-03 오후 11:05:30                 | 2025-06-03T14:05:30Z
                    2025年6月3日 11:05                        | 2025-06-03T11:05:00Z
                    """)
    void readsMonthsInOtherLanguages(String written, Instant meant) {
        assertThat(FeedDates.read(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "3 days ago",
                "2025-02-30T00:00:00Z",
                "2025-13-01",
                "2025-06-03T25:00:00Z",
                "2025-06-03T11:61:00Z",
                "2025-06-03T11:05:61Z",
                "2025-06-03T11:05:30+25:00",
                "2025-06-03T11:05:30Z and more",
                "2025-06-03T11:05:30Zjunk",
                "2025-06-03garbage",
                "2025-366",
                "Tue, 31 Jun 2025 11:05:30 GMT",
                "Tue, 03 Foo 2025 11:05:30 GMT",
                "Tue, 03 Jun 2025 11:05:30 QQQ",
                "Tue, 03 Jun 2025 11:05:30 GMT extra words",
                "Tue, 03 Jun 2025 25:05:30 GMT",
                "Tue, 00 Jun 2025 11:05:30 GMT",
                "<b>2025</b>",
                "0000-00-00 00:00:00",
                "06/03/2025",
                "123456789012345",
                "99999999999999999999"
            })
    void callsTheImpossibleAndTheLeftOverNoDate(String written) {
        assertThat(FeedDates.read(written)).isEmpty();
    }

    @Test
    void neverFailsWhateverItReads() {
        long seed = 20261122;
        Random random = new Random(seed);
        String alphabet = "0123456789-:/.,+TZ ()AaPpMJuneFebGMTESTäя년오";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int c = 0; c < length; c++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }

            assertThat(FeedDates.read(text.toString()))
                    .as("seed %d, text <%s>", seed, text)
                    .isNotNull();
        }
    }

    @Test
    void readsTheCommonShapesAsThePatternsDo() {
        long seed = 20261123;
        Random random = new Random(seed);
        String[] months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"};
        for (int i = 0; i < 5_000; i++) {
            int day = random.nextInt(33);
            int hour = random.nextInt(25);
            int minute = random.nextInt(61);
            int year = 1990 + random.nextInt(50);
            int month = random.nextInt(months.length);
            String offset = "%s%02d%02d".formatted(i % 2 == 0 ? "+" : "-", hour, minute % 60);
            String mail =
                    "Mon, %02d %s %d %02d:%02d:%02d %s"
                            .formatted(
                                    day,
                                    months[month],
                                    year,
                                    hour,
                                    minute,
                                    minute,
                                    i % 3 == 0 ? "GMT" : offset);
            String slow = mail.replace("Mon, ", "Mon,  "); // two spaces: the patterns' turn

            assertThat(FeedDates.read(mail))
                    .as("seed %d, text <%s>", seed, mail)
                    .isEqualTo(FeedDates.read(slow));

            String internet =
                    "%04d-%02d-%02dT%02d:%02d:%02d%s"
                            .formatted(
                                    year,
                                    month + random.nextInt(5),
                                    day,
                                    hour,
                                    minute,
                                    minute,
                                    i % 3 == 0
                                            ? "Z"
                                            : offset.substring(0, 3) + ":" + offset.substring(3));

            assertThat(FeedDates.read(internet))
                    .as("seed %d, text <%s>", seed, internet)
                    .isEqualTo(FeedDates.read(internet.replace('T', ' ')));
        }
    }
}
