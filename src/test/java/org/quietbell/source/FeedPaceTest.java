package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class FeedPaceTest {
    private static final String SY =
            "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <ttl>90</ttl>                                                                      | PT1H30M
                    <ttl> 15 </ttl>                                                                    | PT15M
                    <ttl>525600</ttl>                                                                  | PT24H
                    <ttl>often</ttl>                                                                   | PT0S
                    <ttl>999999999999</ttl>                                                            | PT24H
                    <sy:updatePeriod>hourly</sy:updatePeriod>                                          | PT1H
                    <sy:updatePeriod> Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency> | PT6H
                    <sy:updateFrequency>2</sy:updateFrequency><sy:updatePeriod>hourly</sy:updatePeriod> | PT30M
                    <sy:updatePeriod>weekly</sy:updatePeriod>                                          | PT24H
                    <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency> | PT1H
                    <sy:updateFrequency>2</sy:updateFrequency>                                         | PT0S
                    <ttl>10</ttl><sy:updatePeriod>hourly</sy:updatePeriod>                             | PT1H
                    <item><ttl>90</ttl></item>                                                         | PT0S
                    """)
    void readsTheTimeBetweenThatAFeedAsksFor(String said, Duration least) throws Exception {
        assertThat(Bodies.feed(SY + said + "</channel></rss>").pace().least()).isEqualTo(least);
    }

    @Test
    void readsTheHoursAndDaysToSkip() throws Exception {
        FeedPace pace =
                Bodies.feed(
                                "<rss><channel><skipHours><hour>0</hour><hour> 7 </hour>"
                                        + "<hour>24</hour><hour>99</hour></skipHours><skipDays>"
                                        + "<day>Saturday</day><day>sunday</day><day>Someday</day>"
                                        + "</skipDays></channel></rss>")
                        .pace();

        assertThat(pace.skipHours()).containsExactlyInAnyOrder(0, 7);
        assertThat(pace.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    max-age=3600                |                               |      | PT1H
                    public, max-age="600"       |                               | 100  | PT8M20S
                    max-age=60                  | Sun, 22 Nov 2026 15:00:00 GMT |      | PT1M
                    no-cache, max-age=3600      |                               |      | PT0S
                    no-store                    | Sun, 22 Nov 2026 15:00:00 GMT |      | PT0S
                    s-maxage=3600               |                               |      | PT0S
                                                | Sun, 22 Nov 2026 15:00:00 GMT |      | PT3H
                                                | Sun, 22 Nov 2026 09:00:00 GMT |      | PT0S
                                                | 0                             |      | PT0S
                    max-age=99999999            |                               |      | PT24H
                    max-age=60                  |                               | 90   | PT0S
                    max-age=nonsense            |                               | x    | PT0S
                    """)
    void readsHowLongAnAnswerStaysFresh(
            String control, String expires, String age, Duration least) {
        Map<String, String> headers = new HashMap<>();
        putIfSaid(headers, "cache-control", control);
        putIfSaid(headers, "expires", expires);
        putIfSaid(headers, "age", age);

        assertThat(FeedPace.ofHeaders(Bodies.of("x", "text/xml", headers)).least())
                .isEqualTo(least);
    }

    private static void putIfSaid(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    @Test
    void stretchesAnIntervalAndNeverShortensIt() {
        FeedPace hour = new FeedPace(Duration.ofHours(1), Set.of(), Set.of());

        assertThat(hour.stretched(Duration.ofMinutes(30))).isEqualTo(Duration.ofHours(1));
        assertThat(hour.stretched(Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
        assertThat(FeedPace.NONE.stretched(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsUntilTheHoursToSkipAreOver() {
        FeedPace nights = new FeedPace(Duration.ZERO, Set.of(22, 23, 0, 1), Set.of());

        assertThat(nights.from(Instant.parse("2026-11-22T22:20:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(nights.from(Instant.parse("2026-11-22T12:20:05Z")))
                .isEqualTo(Instant.parse("2026-11-22T12:20:05Z"));
    }

    @Test
    void neverWaitsLongerThanADay() {
        FeedPace weekends =
                new FeedPace(Duration.ZERO, Set.of(), Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

        assertThat(weekends.from(Instant.parse("2026-11-21T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(weekends.from(Instant.parse("2026-11-22T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    }

    @Test
    void takesAFeedThatWantsNeverToBeAskedForNoWish() {
        Set<Integer> all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        FeedPace never = new FeedPace(Duration.ofDays(-1), all, Set.of(DayOfWeek.values()));

        assertThat(never).isEqualTo(FeedPace.NONE);
    }

    @Test
    void putsWhatTheFeedAndItsServerSayTogetherOnThePage() throws Exception {
        String feed =
                "<rss><channel><ttl>30</ttl><skipHours><hour>3</hour></skipHours></channel></rss>";

        Json settings = Json.object().put("url", "http://127.0.0.1/").build();
        Source source =
                Sources.build(new SourceId("x"), "feed", Section.of(settings, new Problems()))
                        .orElseThrow();

        Page page =
                source.ask(new Query.Everything())
                        .orElseThrow()
                        .reading()
                        .read(Bodies.of(feed, "text/xml", Map.of("cache-control", "max-age=7200")))
                        .page();

        assertThat(page.pace()).isEqualTo(new FeedPace(Duration.ofHours(2), Set.of(3), Set.of()));
    }

    @Test
    void keepsItWhenAnswersArePutTogetherOrRemarkedUpon() {
        FeedPace hour = new FeedPace(Duration.ofHours(1), Set.of(3), Set.of());
        Page page = new Page(List.of(), Optional.empty(), 0, Optional.empty(), hour);
        Receipt receipt = new Receipt("", "feed/1", Bodies.NOW, "", Optional.empty());
        Conversation conversation = new Conversation();
        conversation.add(
                new Answer.Found.Part(page, receipt), Validators.NONE, Answer.Aside.NOTHING);

        assertThat(conversation.found())
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.page().pace()).isEqualTo(hour));
        assertThat(page.remarked("a").pace()).isEqualTo(hour);
        assertThat(page.blinded("b").pace()).isEqualTo(hour);
    }
}
