package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quietbell.store.OpenedStore.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;

class LinkUsesIT {
    private static final PauseScope POST = new PauseScope.OneChannel(new ChannelId("post"));
    private static final Instant EXPIRES = NOW.plus(Duration.ofDays(7));
    private static final Pause PAUSE =
            new Pause(POST, NOW, Optional.of(NOW.plus(Duration.ofDays(7))), false);

    private @TempDir Path folder;

    @Test
    void aLinkPausesOnceAlsoAfterAnotherStart() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            assertThat(opened.store().linkUses().use("link", EXPIRES, PAUSE)).isTrue();
            assertThat(opened.store().hearings().pauses()).containsExactly(PAUSE);
            assertThat(opened.store().linkUses().madeByLink()).containsExactly(POST);
            assertThat(opened.store().hearings().resume(POST)).isTrue();
        }
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            assertThat(opened.store().linkUses().use("link", EXPIRES, PAUSE)).isFalse();
            assertThat(opened.store().hearings().pauses()).isEmpty();
            assertThat(opened.store().linkUses().use("other", EXPIRES, PAUSE)).isTrue();
        }
    }

    @Test
    void herOwnLongerPauseStaysAsItIsAndIsNotSaidToBeTheLinks() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            for (Optional<Instant> end :
                    java.util.List.of(
                            Optional.<Instant>empty(),
                            Optional.of(NOW.plus(Duration.ofDays(30))))) {
                Pause own = new Pause(POST, NOW.minusSeconds(60), end, false);
                opened.store().hearings().pause(own);

                assertThat(opened.store().linkUses().use("link " + end, EXPIRES, PAUSE)).isTrue();
                assertThat(opened.store().hearings().pauses()).containsExactly(own);
                assertThat(opened.store().linkUses().madeByLink()).isEmpty();
            }
        }
    }

    @Test
    void aShorterPauseOfHersIsMadeLonger() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store()
                    .hearings()
                    .pause(new Pause(POST, NOW, Optional.of(NOW.plusSeconds(60)), false));

            opened.store().linkUses().use("link", EXPIRES, PAUSE);

            assertThat(opened.store().hearings().pauses()).containsExactly(PAUSE);
        }
    }

    @Test
    void aPauseThatSheMakesAfterwardsIsHerOwn() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store().linkUses().use("link", EXPIRES, PAUSE);

            opened.store()
                    .hearings()
                    .pause(new Pause(POST, NOW.plusSeconds(9), PAUSE.until(), false));

            assertThat(opened.store().linkUses().madeByLink()).isEmpty();
        }
    }

    @Test
    void aLinkCannotPauseForGood() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            Pause open = new Pause(POST, NOW, Optional.empty(), false);

            assertThatThrownBy(() -> opened.store().linkUses().use("link", EXPIRES, open))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
