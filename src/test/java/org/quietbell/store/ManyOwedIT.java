package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;
import org.quietbell.notice.Cause;
import org.quietbell.notice.Decision;

/// More is owed than one array of the database holds: a flood must not keep a telling from being
/// kept.
class ManyOwedIT {
    private static final int MANY = 65_600;

    @TempDir Path folder;

    @Test
    @Covers({"R1.12", "F62"})
    void aDecisionAboutMoreThanOneArrayHoldsIsKeptHeldAndTold() {
        List<HitId> hits = IntStream.range(0, MANY).mapToObj(i -> new HitId("h" + i)).toList();
        Decision.Held held = new Decision.Held(hits, Cause.PAUSED, Optional.empty(), true);
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            keep(opened, new Decision(Optional.empty(), List.of(held)));
            int afterHolding = opened.rows("held");
            keep(opened, OpenedStore.notice("n1", hits, OpenedStore.POST));

            assertThat(afterHolding).isEqualTo(MANY);
            assertThat(opened.rows("told")).isEqualTo(MANY);
            assertThat(opened.store().notices().outbox().getFirst().hits()).hasSize(MANY);
        }
    }

    private static void keep(OpenedStore opened, Decision decision) {
        opened.store()
                .notices()
                .keep(OpenedStore.JANE, OpenedStore.SELF, OpenedStore.NOW, decision);
    }
}
