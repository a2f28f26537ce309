package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.json.Json;
import org.quietbell.watch.Query;

class AskerTest {
    private static final String FEED =
            "<rss><channel><item><title>Ada</title></item></channel></rss>";
    private static final Query EVERYTHING = new Query.Everything();
    private final Source source =
            Sources.build(
                            new SourceId("news"),
                            "feed",
                            Section.of(
                                    Json.object().put("url", "http://127.0.0.1/a.xml").build(),
                                    new Problems()))
                    .orElseThrow();

    @Test
    @Covers("F26")
    void sendsValidatorsBackByteForByte() {
        Body first =
                Bodies.of(
                        FEED,
                        "text/xml",
                        Map.of(
                                "etag",
                                "W/\"a-gzip;x\" ",
                                "last-modified",
                                "Thu, 1 Jan 26 0:0:0 +0"));
        FakeHttp http =
                new FakeHttp(
                        new Reply.Ok(200, first), new Reply.NotModified(Bodies.of("", "text/xml")));
        Asker asker = new Asker(http, new SettableClock(Bodies.NOW));

        Answer.Found found = (Answer.Found) asker.ask(source, EVERYTHING, Validators.NONE);
        Answer again = asker.ask(source, EVERYTHING, found.validators());

        assertThat(http.asked.getFirst().headers())
                .doesNotContainKeys("If-None-Match", "If-Modified-Since");
        assertThat(http.asked.get(1).headers())
                .containsEntry("If-None-Match", "W/\"a-gzip;x\" ")
                .containsEntry("If-Modified-Since", "Thu, 1 Jan 26 0:0:0 +0");
        assertThat(again).isEqualTo(new Answer.Unchanged(found.validators()));
    }

    @Test
    void callsASourceBrokenWhoseReadingThrowsAndSaysNothingOfWhatItRead() {
        FakeHttp http = new FakeHttp(new Reply.Ok(200, Bodies.of(FEED, "text/xml")));

        Answer answer =
                new Asker(http, new SettableClock(Bodies.NOW))
                        .ask(new Throwing(source), EVERYTHING, Validators.NONE);

        assertThat(answer)
                .isEqualTo(
                        new Answer.Failed(
                                new Fault(
                                        Fault.Kind.BROKEN,
                                        "its answer could not be worked through")));
    }

    /// A source with a slip of ours in its reading.
    private record Throwing(Source sound) implements Source {
        @Override
        public SourceId id() {
            return sound.id();
        }

        @Override
        public String connector() {
            return sound.connector();
        }

        @Override
        public Pace pace() {
            return sound.pace();
        }

        @Override
        public Optional<Step> ask(Query query) {
            return sound.request(query).map(request -> Step.of(request, Throwing::slips));
        }

        private static Step.Read slips(Body body) {
            throw new IllegalStateException("Ada at line 1");
        }

        @Override
        public Fault refusal(int status, Body body) {
            return sound.refusal(status, body);
        }
    }

    @Test
    void keepsNewValidatorsOfAnUnchangedAnswer() {
        Validators known = new Validators(Optional.of("\"1\""), Optional.of("then"));
        Body body = Bodies.of("", "", Map.of("etag", "\"2\""));
        FakeHttp http = new FakeHttp(new Reply.NotModified(body));

        Answer answer =
                new Asker(http, new SettableClock(Bodies.NOW)).ask(source, EVERYTHING, known);

        assertThat(answer)
                .isEqualTo(
                        new Answer.Unchanged(
                                new Validators(Optional.of("\"2\""), Optional.of("then"))));
    }

    @Test
    @Covers("F26")
    void believesNoUnchangedThatItDidNotAskFor() {
        Answer answer = ask(new Reply.NotModified(Bodies.of("", "")));

        assertThat(((Answer.Failed) answer).fault().kind()).isEqualTo(Fault.Kind.BROKEN);
    }

    @Test
    void keepsNoValidatorThatCouldNotBeSentAgain() {
        Body body = Bodies.of(FEED, "", Map.of("etag", "\"a\r\nX: y\"", "last-modified", "é"));

        Answer.Found found = (Answer.Found) ask(new Reply.Ok(200, body));

        assertThat(found.validators()).isEqualTo(Validators.NONE);
    }

    @Test
    void measuresTheServersClock() {
        Body ahead = Bodies.of(FEED, "", Map.of("date", "Sun, 22 Nov 2026 12:00:07 GMT"));
        Body cached =
                Bodies.of(FEED, "", Map.of("date", "Sun, 22 Nov 2026 11:59:00 GMT", "age", "58"));

        assertThat(offset(ahead)).contains(Duration.ofSeconds(7));
        assertThat(offset(cached)).contains(Duration.ofSeconds(-2));
        assertThat(offset(Bodies.of(FEED, "", Map.of("date", "now")))).isEmpty();
    }

    @Test
    void digestsTheBodyAsItCame() {
        Answer.Found found = (Answer.Found) ask(new Reply.Ok(200, Bodies.of(FEED, "")));

        assertThat(found.receipt().digest())
                .isEqualTo("889c511450fcff29eb5ec435ffde6b3d5f49a22acc210fe2ec822da7b1eb8140");
        assertThat(found.receipt().asked()).isEqualTo("http://127.0.0.1/a.xml");
    }

    @Test
    void handsOnAFailureAsItIs() {
        Fault fault = new Fault(Fault.Kind.UNREACHABLE, "no such host");

        assertThat(ask(new Reply.Failed(fault))).isEqualTo(new Answer.Failed(fault));
    }

    @Test
    void refusesAQuestionThatTheSourceCannotBeAsked() {
        Asker asker = new Asker(new FakeHttp(), new SettableClock(Bodies.NOW));

        assertThatThrownBy(() -> asker.ask(source, new Query.Phrase("Ada"), Validators.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ada");
    }

    private Answer ask(Reply reply) {
        return new Asker(new FakeHttp(reply), new SettableClock(Bodies.NOW))
                .ask(source, EVERYTHING, Validators.NONE);
    }

    private Optional<Duration> offset(Body body) {
        return ((Answer.Found) ask(new Reply.Ok(200, body))).receipt().clockOffset();
    }
}
