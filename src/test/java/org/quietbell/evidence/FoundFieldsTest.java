package org.quietbell.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.Provenance;
import org.quietbell.match.Band;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchId;

/// The machine's part of an entry says what was seen, and nothing else.
class FoundFieldsTest {
    private static final Instant SEEN = Instant.parse("2026-11-22T13:00:00Z");

    private static Finding finding(Optional<String> claimed) {
        return new Finding(
                "guid-1",
                "A title",
                "A snippet",
                "https://www.google.com/url?q=https://forum.example/t/7%3Fp%3D2&sa=U",
                4,
                Optional.of("en"),
                claimed.map(_ -> Instant.parse("2026-11-20T00:00:00Z")),
                claimed);
    }

    private static Provenance provenance() {
        Receipt receipt =
                new Receipt(
                        "https://search.example/?q=Jane",
                        "searxng/2",
                        SEEN,
                        "ab".repeat(32),
                        Optional.of(Duration.ofMillis(-1500)));
        return new Provenance(
                new SourceId("meta"), receipt, "2026-11-22T09:00:00-04:00[America/Halifax]", "1.2");
    }

    private static Hit hit(Optional<Finding> finding, Optional<Provenance> provenance) {
        return new Hit(
                new HitId("h7"),
                new CaseId("case-17"),
                new WatchId("case-17"),
                new SourceId("meta"),
                SEEN,
                SEEN,
                1,
                Band.CERTAIN,
                90,
                List.of(new Reason("exact-name", List.of("Jane Doe"), 60)),
                false,
                Label.ME,
                finding,
                provenance);
    }

    @Test
    @Covers("R3.1")
    void holdAllThatIsKnownOfHowThePageWasFound() {
        Draft draft =
                FoundFields.of(
                                hit(
                                        Optional.of(finding(Optional.of("20 Nov 2026"))),
                                        Optional.of(provenance())),
                                "0f1e")
                        .orElseThrow();

        assertThat(draft.kind()).isEqualTo(Kind.FOUND);
        assertThat(draft.fields())
                .containsEntry(
                        "address",
                        "https://www.google.com/url?q=https://forum.example/t/7%3Fp%3D2&sa=U")
                .containsEntry("address-unwrapped", "https://forum.example/t/7?p=2")
                .containsEntry("host", "forum.example")
                .containsEntry("title", "A title")
                .containsEntry("snippet", "A snippet")
                .containsEntry("language", "en")
                .containsEntry("source", "meta")
                .containsEntry("connector", "searxng/2")
                .containsEntry("asked", "https://search.example/?q=Jane")
                .containsEntry("rank", "4")
                .containsEntry("item", "guid-1")
                .containsEntry("claimed-date", "20 Nov 2026")
                .containsEntry("published", "2026-11-20T00:00:00Z")
                .containsEntry("first-seen", "2026-11-22T13:00:00Z")
                .containsEntry("first-seen-local", "2026-11-22T09:00:00-04:00[America/Halifax]")
                .containsEntry("answered-at", "2026-11-22T13:00:00Z")
                .containsEntry("clock-source", "system, compared with the source")
                .containsEntry("clock-offset", "PT-1.5S")
                .containsEntry("program", "1.2")
                .containsEntry("instance", "0f1e")
                .containsEntry("answer-sha256", "ab".repeat(32))
                .containsEntry("watch", "case-17")
                .containsEntry("hit", "h7")
                .containsEntry("band", "certain")
                .containsEntry("score", "90")
                .containsEntry("reasons", "exact-name: Jane Doe")
                .containsEntry("there-from-the-start", "no");
    }

    @Test
    void leaveOutWhatTheSourceDidNotSay() {
        Draft draft =
                FoundFields.of(
                                hit(
                                        Optional.of(finding(Optional.empty())),
                                        Optional.of(provenance())),
                                "0f1e")
                        .orElseThrow();

        assertThat(draft.fields()).doesNotContainKeys("published", "claimed-date", "same-text-as");
    }

    @Test
    @Covers("R3.14")
    void haveNoPlaceForWhatOtherPeopleSaidBesideThePage() {
        Draft draft =
                FoundFields.of(
                                hit(
                                        Optional.of(finding(Optional.of("20 Nov 2026"))),
                                        Optional.of(provenance())),
                                "0f1e")
                        .orElseThrow();

        assertThat(draft.fields().keySet())
                .isSubsetOf(
                        "address",
                        "address-unwrapped",
                        "answer-sha256",
                        "answered-at",
                        "asked",
                        "band",
                        "claimed-date",
                        "clock-offset",
                        "clock-source",
                        "connector",
                        "first-seen",
                        "first-seen-local",
                        "hit",
                        "host",
                        "instance",
                        "item",
                        "language",
                        "program",
                        "published",
                        "rank",
                        "reasons",
                        "same-text-as",
                        "score",
                        "snippet",
                        "source",
                        "there-from-the-start",
                        "title",
                        "watch");
    }

    @Test
    void areNotMadeOfWhatWasErased() {
        assertThat(FoundFields.of(hit(Optional.empty(), Optional.empty()), "0f1e")).isEmpty();
    }
}
