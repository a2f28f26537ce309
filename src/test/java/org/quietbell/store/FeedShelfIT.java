package org.quietbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.NOW;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.channel.FeedShelf;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;

class FeedShelfIT {
    private static final ChannelId READER = new ChannelId("reader");

    private @TempDir Path folder;

    private static FeedShelf.Entry entry(int number, String caseId) {
        return new FeedShelf.Entry(
                new NoticeId("n" + number),
                caseId,
                NOW.plusSeconds(number),
                Level.OUTLINE,
                "Canary subject",
                "Canary body");
    }

    @Test
    void keepsTheNewestOfEachFeedAndARepeatOnce() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            FeedShelf shelf = opened.store().feedShelf();
            shelf.put(new ChannelId("other"), entry(0, ""));
            for (int i = 0; i < FeedShelf.MOST + 10; i++) {
                assertThat(shelf.put(READER, entry(i, JANE.value()))).isEmpty();
                shelf.put(READER, entry(i, JANE.value()));
            }
        }
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            FeedShelf shelf = opened.store().feedShelf();

            assertThat(shelf.of(READER)).hasSize(FeedShelf.MOST);
            assertThat(shelf.of(READER).getFirst())
                    .isEqualTo(entry(FeedShelf.MOST + 9, JANE.value()));
            assertThat(shelf.of(new ChannelId("other"))).containsExactly(entry(0, ""));
            assertThat(shelf.of(new ChannelId("none"))).isEmpty();
        }
    }

    @Test
    @Covers("R2.18")
    void itsTextIsSealedInTheTable() {
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store().feedShelf().put(READER, entry(1, JANE.value()));

            byte[] sealed =
                    opened.store()
                            .database()
                            .read(session ->
                                    session.first(
                                            "SELECT sealed FROM feed_entry",
                                            row -> row.getBytes(1)))
                            .orElseThrow();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Canary");
        }
    }
}
