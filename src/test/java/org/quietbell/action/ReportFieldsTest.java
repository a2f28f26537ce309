package org.quietbell.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;
import org.quietbell.action.ReportEvent.Answered;
import org.quietbell.action.ReportEvent.Back;
import org.quietbell.action.ReportEvent.Ended;
import org.quietbell.action.ReportEvent.Prepared;
import org.quietbell.action.ReportEvent.Sent;
import org.quietbell.action.ReportEvent.Unlisted;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Kind;
import org.quietbell.hit.HitId;

/// Events as texts by name.
class ReportFieldsTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00.123456Z");
    private static final ReportId ID = new ReportId("r".repeat(16));
    private static final HitId PAGE = new HitId("aaaaaaaaaaaaaaaa");

    static List<ReportEvent> events() {
        return List.of(
                new Prepared(ID, NOW, "us-request", List.of(PAGE, new HitId("b")), true),
                new Prepared(ID, NOW, "site-form", List.of(PAGE), false),
                new Sent(ID, NOW, NOW, Optional.of(NOW), "Officer Ada, badge 7", "A-17 é \n 2"),
                new Sent(ID, NOW, NOW, Optional.empty(), "", ""),
                new Answered(ID, NOW, "no"),
                new Answered(ID, NOW, ""),
                new Ended(ID, NOW, Outcome.NO_ANSWER, "a year on"),
                new Unlisted(ID, NOW, PAGE, NOW.minusSeconds(5)),
                new Back(ID, NOW, PAGE, NOW.minusSeconds(3)));
    }

    @ParameterizedTest
    @MethodSource("events")
    @Covers("R3.3")
    void areReadAsTheyWereWrittenAndCanBeEnteredInALog(ReportEvent event) {
        NavigableMap<String, String> fields = ReportFields.of(event);

        assertThat(ReportFields.event(fields)).contains(event);
        assertThat(Draft.of(Kind.ACTION, Optional.empty(), fields).fields()).isEqualTo(fields);
    }

    @ParameterizedTest
    @MethodSource("events")
    void areReadWithoutWhatAPersonWroteOnceThatIsErased(ReportEvent event) {
        NavigableMap<String, String> left = new TreeMap<>(ReportFields.of(event));
        left.keySet().removeAll(ReportFields.WRITTEN);

        assertThat(ReportFields.event(left))
                .map(ReportFields::word)
                .contains(ReportFields.word(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void areNotReadWithoutAnyOtherFieldOrTakenForLessCareful(ReportEvent event) {
        Set<String> needed = new HashSet<>(ReportFields.of(event).keySet());
        needed.removeAll(ReportFields.WRITTEN);
        needed.removeAll(Set.of("received-at", "under-18"));
        for (String name : needed) {
            Map<String, String> left = new TreeMap<>(ReportFields.of(event));
            left.remove(name);

            assertThat(ReportFields.event(left)).as(name).isEmpty();
        }
        Map<String, String> unsure = new TreeMap<>(ReportFields.of(event));
        unsure.remove("under-18");
        if (ReportFields.event(unsure).orElseThrow() instanceof Prepared prepared) {
            assertThat(prepared.young()).isTrue();
        }
    }

    @Test
    void anEntryOfAnotherKindIsNone() {
        assertThat(ReportFields.event(Map.of("text", "a note"))).isEmpty();
        Map<String, String> later = new TreeMap<>(ReportFields.of(new Answered(ID, NOW, "x")));
        later.put("event", "sung");
        assertThat(ReportFields.event(later)).isEmpty();
        later.put("event", "answered");
        later.put("noted-at", "yesterday");
        assertThat(ReportFields.event(later)).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithoutItsWords() {
        assertThatThrownBy(() -> new Prepared(ID, NOW, "ftc", List.of(), false))
                .hasMessage("report: must have a route and an address");
        Optional<Instant> before = Optional.of(NOW.minusSeconds(1));
        assertThatThrownBy(() -> new Sent(ID, NOW, NOW, before, "Ada", "17"))
                .hasMessage("received: must not be before it was sent");
        assertThat(new Prepared(ID, NOW, "ftc", List.of(PAGE, PAGE), false).hits())
                .containsExactly(PAGE);
    }

    @Test
    void everyOutcomeHasItsWord() {
        for (Outcome outcome : Outcome.values()) {
            assertThat(Outcome.of(outcome.word())).contains(outcome);
        }
        assertThat(Outcome.of("gone")).isEmpty();
    }
}
