package org.quietbell.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quietbell.Covers;

@Timeout(30)
class RoomTest {
    private static final int MIB = 1 << 20;
    private static final Deadline NOW_OR_NEVER = Deadline.in(Duration.ZERO);

    @Test
    void letsOneLargeBodyInAtATimeAndTheNextWhenItIsGone() {
        Room room = new Room(16 * MIB, 32, 10 * MIB);
        Room.Share first = room.share(Duration.ZERO);
        Room.Share second = room.share(Duration.ZERO);
        assertThat(first.grow(5 * MIB, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
        assertThat(first.grow(10 * MIB, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
        assertThat(second.grow(5 * MIB, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.LATE);

        first.close();
        assertThat(second.grow(5 * MIB, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
    }

    @Test
    void takesNoMoreThanABodyIsKnownToNeed() {
        Room room = new Room(16 * MIB, 32, 10 * MIB);
        try (Room.Share first = room.share(Duration.ZERO);
                Room.Share second = room.share(Duration.ZERO)) {
            assertThat(first.grow(4 * MIB, true, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
            assertThat(second.grow(4 * MIB, true, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
        }
    }

    @Test
    @Covers("F55")
    void keepsSmallBodiesGoingWhileLargeOnesWait() {
        Room room = new Room(16 * MIB, 32, 10 * MIB);
        try (Room.Share large = room.share(Duration.ZERO);
                Room.Share small = room.share(Duration.ZERO);
                Room.Share middling = room.share(Duration.ZERO)) {
            assertThat(large.grow(8 * MIB, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
            assertThat(small.grow(60_000, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
            assertThat(middling.grow(200_000, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
        }
    }

    @Test
    void saysByNameWhatCanNeverFit() {
        Room room = new Room(8 * MIB, 32, 10 * MIB);
        try (Room.Share share = room.share(Duration.ZERO)) {
            assertThat(share.grow(9 * MIB, true, NOW_OR_NEVER)).isEqualTo(Room.Grown.NEVER);
            assertThat(share.grow(2 * MIB, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.YES);
            assertThat(share.grow(7 * MIB, false, NOW_OR_NEVER)).isEqualTo(Room.Grown.NEVER);
        }
    }

    @Test
    void givesEveryFetchItsFirstShare() {
        Room room = new Room(16 * MIB, 32, 10 * MIB);
        List<Room.Share> shares = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            shares.add(room.share(Duration.ZERO));
        }

        assertThat(shares).allMatch(Room.Share::hasRoom);
        assertThat(room.share(Duration.ZERO).hasRoom()).isFalse();

        shares.getFirst().close();
        assertThat(room.share(Duration.ZERO).hasRoom()).isTrue();
    }
}
