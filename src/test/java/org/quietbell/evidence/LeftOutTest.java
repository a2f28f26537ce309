package org.quietbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

/// What stays out of an export by choice.
class LeftOutTest {
    private static final Map<String, String> SAID =
            Map.of(
                    "text", "It was up on Monday.",
                    "suspected", "Somebody I know.",
                    "details-posted", "My street.");

    private static Entry entry(Kind kind) {
        return new Chain(new SecureRandom())
                .next(
                        Optional.empty(),
                        Draft.of(kind, Optional.empty(), SAID),
                        Instant.parse("2026-11-22T09:00:00Z"));
    }

    @Test
    @Covers("R3.8")
    void isWhatWasChosenAndNothingElse() {
        Entry note = entry(Kind.NOTE);

        assertThat(LeftOut.fields(note, Set.of())).isEmpty();
        assertThat(LeftOut.fields(note, Set.of(LeftOut.SUSPECTED))).containsExactly("suspected");
        assertThat(LeftOut.fields(note, Set.of(LeftOut.DETAILS))).containsExactly("details-posted");
        assertThat(LeftOut.fields(note, Set.of(LeftOut.NOTES))).isEqualTo(note.fields().keySet());
        assertThat(LeftOut.fields(entry(Kind.LOGGED), Set.of(LeftOut.NOTES)))
                .isEqualTo(note.fields().keySet());
    }

    @Test
    void isNothingWhereNothingOfTheKindWasSaid() {
        Entry plain =
                new Chain(new SecureRandom())
                        .next(
                                Optional.empty(),
                                Draft.of(Kind.NOTE, Optional.empty(), Map.of("text", "Here.")),
                                Instant.parse("2026-11-22T09:00:00Z"));

        assertThat(LeftOut.fields(plain, Set.of(LeftOut.SUSPECTED, LeftOut.DETAILS))).isEmpty();
    }

    @Test
    void isNeverWhatTheProgramFoundOrNotedItself() {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.NOTE && kind != Kind.LOGGED) {
                assertThat(LeftOut.fields(entry(kind), Set.of(LeftOut.values())))
                        .as(kind.word())
                        .isEmpty();
            }
        }
    }
}
