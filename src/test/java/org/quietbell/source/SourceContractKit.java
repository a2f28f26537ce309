package org.quietbell.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.json.Json;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;

/// What every source must do, whatever its kind: a connector's test extends this.
abstract class SourceContractKit extends SourceUnderTest {
    @Test
    void isInTheRegistryUnderItsNameAndVersion() {
        assertThat(Sources.types()).extracting(Type::name).contains(type());
        assertThat(source().connector()).matches(type() + "/[0-9]+");
        assertThat(source().id()).isEqualTo(new SourceId("s1"));
        assertThat(source().pace().requests()).isPositive();
    }

    @Test
    void cannotBeAskedBothForEverythingAndForSomebody() {
        boolean everything = source().request(new Query.Everything()).isPresent();
        boolean phrase = source().request(new Query.Phrase("Ada Marlowe")).isPresent();

        assertThat(everything).isNotEqualTo(phrase);
    }

    @Test
    void canBeAskedWhateverItPutsTogetherAndLosesNoTerm() {
        List<Query> terms =
                List.of(
                        new Query.Phrase("Ada Marlowe"),
                        new Query.Phrase("Ada Marlowe-Quist"),
                        new Query.Account(Handle.parse("@ada_m")),
                        new Query.Account(Handle.parse("example.org/ada.m")));

        List<Query> questions = source().together(terms, terms.size());

        assertThat(questions.stream().flatMap(question -> question.parts().stream()))
                .containsExactlyInAnyOrderElementsOf(terms);
        boolean isFeed = source().request(new Query.Everything()).isPresent();
        assertThat(questions)
                .allMatch(question -> source().request(question).isPresent() != isFeed);
        assertThat(questions.size() < terms.size())
                .isEqualTo(source().joining() != Joining.NEVER)
                .isEqualTo(source().request(new Query.AnyOf(terms.subList(0, 3))).isPresent());
    }

    @Test
    void refusesAnUnknownKeyAndAMissingAddress() {
        Problems problems = new Problems();
        Json settings = Json.object().put("colour", "red").build();

        assertThat(Sources.build(new SourceId("s1"), type(), Section.of(settings, problems)))
                .isEmpty();
        assertThat(problems.all())
                .extracting("key")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(missing().stream(), Stream.of("colour")).toList());
    }

    @Test
    void givesFindingsWithRankClaimAndReceipt() {
        Answer answer = answerTo(sample(), contentType());

        List<Finding> findings = page(answer).findings();
        assertThat(findings).hasSizeGreaterThan(1);
        assertThat(findings.getFirst().rank()).isEqualTo(1);
        assertThat(findings).extracting(Finding::rank).isSorted().doesNotHaveDuplicates();
        assertThat(findings).anyMatch(finding -> finding.claimed().isPresent());
        assertThat(findings).allMatch(finding -> !finding.address().isEmpty());
        assertThat(page(answer).isComplete()).isTrue();
        Receipt receipt = ((Answer.Found) answer).receipt();
        assertThat(receipt.asked().contains(CANARY)).isNotEqualTo(isKeyed());
        assertThat(receipt.connector()).isEqualTo(source().connector());
        assertThat(receipt.at()).isEqualTo(NOW);
        assertThat(receipt.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void takesAnAnswerWithoutEntriesForComplete() {
        Page page = page(answerTo(nothingFound(), contentType()));

        assertThat(page.findings()).isEmpty();
        assertThat(page.isComplete()).isTrue();
        assertThat(page.skipped()).isZero();
    }

    @Test
    @Covers("F26")
    void neverTakesThePageOfAnotherKindForNothingFound() {
        for (String other :
                List.of(
                        "",
                        "  ",
                        "<html><body>Back soon</body></html>",
                        "<!DOCTYPE html><html><head><title>Hi</title></head></html>",
                        "{\"message\":\"hello\"}",
                        "[1,2,3]",
                        "null",
                        "OK",
                        "<opml version='2.0'><body/></opml>")) {
            Fault fault = fault(answerTo(other, contentType()));

            assertThat(fault.kind()).isEqualTo(Fault.Kind.BROKEN);
            assertThat(fault.detail()).startsWith(type() + ": ").doesNotContain("Back soon");
        }
    }

    @Test
    @Covers("F26")
    void callsASignInOrRobotCheckPageBlocked() {
        for (String wall :
                List.of(
                        "<html><title>Log in</title></html>",
                        "<html><form><input type=\"password\"></form></html>",
                        "<!doctype html><html><div class=\"g-recaptcha\"></div></html>")) {
            assertThat(fault(answerTo(wall, "text/html")).kind()).isEqualTo(Fault.Kind.BLOCKED);
        }
    }

    @Test
    @Covers("F26")
    void neverTakesHalfAnAnswerForAWholeOne() {
        byte[] whole = sample().strip().getBytes(UTF_8);
        for (int length = 1; length < whole.length - 1; length += 1 + whole.length / 97) {
            Body half = Bodies.of(Arrays.copyOf(whole, length), contentType());

            switch (ask(new Reply.Ok(200, half))) {
                case Answer.Found(Page page, _, _, _) ->
                        assertThat(page.isComplete()).as("cut at %d", length).isFalse();
                case Answer.Failed(Fault fault) ->
                        assertThat(fault.kind()).isEqualTo(Fault.Kind.BROKEN);
                case Answer.Unchanged _, Answer.RateLimited _, Answer.Gone _ ->
                        throw new AssertionError();
            }
        }
    }

    @Test
    void namesEveryRefusal() {
        Body body = Bodies.of("<html>no " + CANARY + "</html>", "text/html");
        for (int status :
                List.of(400, 401, 402, 403, 404, 407, 408, 410, 418, 451, 500, 502, 599)) {
            Fault fault = fault(ask(new Reply.Refused(status, body)));

            assertThat(fault.detail()).contains(String.valueOf(status)).doesNotContain(CANARY);
        }
        assertThat(fault(ask(new Reply.Refused(500, body))).kind()).isEqualTo(Fault.Kind.TROUBLED);
        assertThat(fault(ask(new Reply.Refused(403, body))).kind())
                .isIn(Fault.Kind.BLOCKED, Fault.Kind.MISCONFIGURED);
    }

    @Test
    @Covers("F25")
    void namesEveryErrorOfTheServicesOwnAndRepeatsNothingOfIt() {
        for (ErrorRow row : errorRows()) {
            Fault fault = fault(ask(row.reply()));

            assertThat(fault.kind()).as("%s: %s", row, fault.detail()).isEqualTo(row.kind());
            assertThat(fault.detail()).doesNotContain("ixture", CANARY, "Exception");
            assertThat(fault.detail().toLowerCase(Locale.ROOT)).contains(type());
        }
    }

    @Test
    @Covers("F25")
    void waitsAsLongAsItIsToldButNoLongerThanADay() {
        Body body = Bodies.of("Too many", "text/plain");
        Instant soon = NOW.plusSeconds(90);

        Answer short_ = ask(new Reply.RateLimited(soon, 429, body));
        Answer long_ = ask(new Reply.RateLimited(NOW.plus(Duration.ofDays(400)), 429, body));

        assertThat(until(short_)).isBetween(soon, NOW.plus(Duration.ofMinutes(30)));
        assertThat(fault(short_).kind()).isEqualTo(Fault.Kind.QUOTA);
        assertThat(until(long_)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    @Covers("F25")
    void restsAsSoonAsAnAnswerSaysThatNothingIsLeft() {
        Map<String, String> said = nothingLeft();

        assertThat(rests(said)).isEqualTo(said.isEmpty() ? List.of() : List.of(RESET));
        assertThat(rests(Map.of())).isEmpty();
        for (String header : said.keySet()) {
            for (String odd : List.of("", "soon", "-1", "99999999999999999999", ",,", "1,2,3")) {
                Map<String, String> garbled = new HashMap<>(said);
                garbled.put(header, odd);
                assertThat(rests(garbled)).as("%s: %s", header, odd).isEmpty();
            }
        }
    }

    private List<Instant> rests(Map<String, String> headers) {
        Body body = Bodies.of(sample(), contentType(), headers);
        Answer.Found found = (Answer.Found) ask(new Reply.Ok(200, body));
        assertThat(found.page().findings()).isNotEmpty();
        return found.aside().rests().stream().toList();
    }

    @Test
    void readsTenMebibytes() {
        String title = "x".repeat(10 * 1024 * 1024);

        Page page = page(answerTo(entry(title, "https://n.example/1", null), contentType()));

        assertThat(words(page.findings().getFirst()))
                .startsWith("xxx")
                .hasSizeLessThanOrEqualTo(Text.MAX_SNIPPET);
    }

    @Test
    void keepsAClaimedDateThatIsNotBelieved() {
        for (String absurd :
                List.of(
                        "0001-01-01T00:00:00Z",
                        "1970-01-01T00:00:00Z",
                        "2999-01-01T00:00:00Z",
                        "2026-11-25T00:00:00Z",
                        "soon")) {
            Finding finding =
                    page(answerTo(entry("Ada", "https://n.example/1", absurd), contentType()))
                            .findings()
                            .getFirst();

            assertThat(finding.published()).as(absurd).isEmpty();
            assertThat(finding.claimed()).contains(absurd);
        }
        assertThat(
                        page(answerTo(
                                        entry("Ada", "https://n.example/1", "2026-11-24T00:00:00Z"),
                                        contentType()))
                                .findings()
                                .getFirst()
                                .published())
                .contains(Instant.parse("2026-11-24T00:00:00Z"));
    }

    @Test
    @Covers({"F8", "F9", "F10", "F11", "R2.11"})
    void makesHostileTitlesHarmless() {
        String title =
                "<script>alert(1)</script><img src=x onerror=alert(1)>Ada\u202E \u200BMarlowe"
                        + "\r\nBcc: x {{7*7}} ${jndi:ldap://x} %n";

        Page page = page(answerTo(entry(title, "javascript:alert(1)", null), contentType()));

        assertThat(words(page.findings().getFirst()))
                .isEqualTo("Ada Marlowe Bcc: x {{7*7}} ${jndi:ldap://x} %n \uFFFD");
        if (givesAddresses()) {
            assertThat(page.findings().getFirst().address()).isEqualTo("javascript:alert(1)");
        }
    }

    @Test
    @Covers("R1.18")
    void asksForNothingButTheAnswerItself() {
        List<Reply> replies = conversation(new Reply.Ok(200, Bodies.of(sample(), contentType())));
        FakeHttp http = new FakeHttp(replies.toArray(Reply[]::new));
        Source source = source();
        URI first = source.request(query()).orElseThrow().address();

        new Asker(http, new SettableClock(NOW)).ask(source, query(), Validators.NONE);

        assertThat(http.asked).hasSameSizeAs(replies);
        assertThat(http.asked.getFirst().address()).isEqualTo(first);
        assertThat(http.asked).allMatch(asked -> asked.address().getHost().equals(first.getHost()));
    }

    @Test
    void tellsItsSecretToNobody() {
        Source source = source();
        Step step = source.ask(query()).orElseThrow();
        Request request = step.request();
        Body bad = Bodies.of("<html>" + CANARY + "</html>", "text/html; " + CANARY);
        List<String> said =
                new ArrayList<>(List.of(source.toString(), request.toString(), step.toString()));
        if (isKeyed()) {
            said.add(step.asked());
        }
        for (Reply reply :
                List.of(
                        new Reply.Ok(200, bad),
                        new Reply.Refused(403, bad),
                        new Reply.Refused(500, Bodies.of("{\"error\":\"" + CANARY + "?x=1\"}", "")),
                        new Reply.RateLimited(NOW.plusSeconds(60), 429, bad))) {
            said.add(fault(ask(reply)).toString());
        }

        String payload = request.payload().map(sent -> new String(sent.bytes(), UTF_8)).orElse("");
        assertThat(request.address() + " " + request.headers() + payload).contains(CANARY);
        assertThat(said).noneMatch(text -> text.contains(CANARY));
    }

    @Test
    @Covers("F3")
    void survivesWhateverComes() {
        long seed = 42;
        Random random = new Random(seed);
        byte[] good = sample().getBytes(UTF_8);
        Source source = source();
        for (int round = 0; round < 400; round++) {
            byte[] bytes = good.clone();
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                int at = random.nextInt(bytes.length);
                switch (random.nextInt(4)) {
                    case 0 -> bytes[at] = (byte) random.nextInt(256);
                    case 1 -> bytes[at] = (byte) "<>&\"'/[]{},:;".charAt(random.nextInt(13));
                    case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                    default -> {
                        int from = random.nextInt(bytes.length);
                        int length = Math.min(bytes.length - Math.max(at, from), 40);
                        System.arraycopy(bytes.clone(), from, bytes, at, length);
                    }
                }
            }
            Body body = Bodies.of(bytes, contentType());

            assertThatCode(
                            () -> {
                                try {
                                    parsed(source, body);
                                } catch (MalformedReplyException malformed) {
                                    assertThat(malformed).hasMessageStartingWith(type() + ": ");
                                }
                            })
                    .as("seed %d, round %d", seed, round)
                    .doesNotThrowAnyException();
        }
    }
}
