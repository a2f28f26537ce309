package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.json.Json;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

class CaseJsonTest {
    private static final CaseId CASE = new CaseId("c");

    private static WatchedCase with(Set<Variant> without) {
        Watch watch =
                new Watch(
                        new WatchId("c"),
                        CASE,
                        "Mira Quellhorst",
                        List.of("Mira Ashdowne"),
                        List.of(),
                        List.of("Fernhaven"),
                        List.of(),
                        List.of("Max Quellhorst"),
                        without,
                        Details.none());
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.of(2026, 3, 1),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Map.of());
        return new WatchedCase(CASE, consent, List.of(watch), false, true);
    }

    @Test
    void readsBackWhichWaysToWriteANameDoNotCount() {
        WatchedCase kept = with(Set.of(Variant.NICKNAMES, Variant.DISGUISE));

        assertThat(CaseJson.read(CASE, false, true, CaseJson.of(kept))).isEqualTo(kept);
    }

    @Test
    void letsAllCountInRecordsThatKnowNothingOfIt() throws Exception {
        Json old = CaseJson.of(with(Set.of()));

        assertThat(old.line()).doesNotContain("without");
        assertThat(CaseJson.read(CASE, false, true, Json.read(old.line())))
                .isEqualTo(with(Set.of()));
    }
}
