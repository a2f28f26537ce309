package org.quietbell.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.PlaceKind;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Glimpse;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.HelperState;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Owed;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Situation;
import org.quietbell.notice.Telling;
import org.quietbell.notice.Tuned;
import org.quietbell.words.Words;

/// What it costs to plan a telling over many owed hits: to read them, to decide, and to keep what
/// was decided. Each of the turns holds all, one more tells all. More heap is what stays in use of
/// what was read and decided.
///
/// The hits are rows as wide as real ones, written straight into the table; a detailed notice opens
/// what stands in for them, not their seals. Arguments: how many, turns. Run by `bench/telling.sh`.
public final class TellingCost {
    private static final ChannelId POST = new ChannelId("post");

    private TellingCost() {}

    /// @param arguments see above
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "telling");
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            fill(opened.store(), count);
            NoticeLog log = opened.store().notices();
            for (int turn = 0; turn < turns; turn++) {
                turn(log, "held", "23:00", Level.OUTLINE);
            }
            turn(log, "told", "12:00", Level.DETAIL);
        }
    }

    private static void fill(Store store, int count) throws Exception {
        try (Connection connection = store.quartzConnections().getConnection()) {
            Session session = new Session(connection);
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] fingerprint = ByteBuffer.allocate(36).putInt(8, i).array();
                long at = Moments.number(OpenedStore.NOW) - count + i;
                rows.add(
                        new Object[] {
                            String.format("h%08d", i), fingerprint, at, at, new byte[900], i % 3 * 7
                        });
            }
            session.batch(
                    "INSERT INTO hit (id, case_id, watch_id, source_id, fingerprint, first_seen,"
                            + " last_seen, sightings, band, score, baseline, label, sealed, wording)"
                            + " VALUES (?, '"
                            + OpenedStore.JANE.value()
                            + "', 'w', 'news', ?, ?, ?, 1, 'likely', 65, FALSE, 'not-sure', ?, ?)",
                    rows);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private static void turn(NoticeLog log, String what, String time, Level level) {
        long before = heap();
        long cpu = cpu();
        long began = System.nanoTime();
        List<Owed> owed = log.owed(OpenedStore.JANE, RecipientId.SELF, Band.LIKELY);
        long read = System.nanoTime();
        Decision decision =
                new Telling(Words.of(Locale.ENGLISH)).decide(situation(owed, time, level));
        long decided = System.nanoTime();
        long planning = cpu() - cpu;
        long more = heap() - before;
        long keeping = System.nanoTime();
        log.keep(OpenedStore.JANE, RecipientId.SELF, OpenedStore.NOW, decision);
        long kept = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%s %d: read %.0f ms, decided %.0f ms (both: %.0f ms of CPU), kept %.0f ms,"
                        + " %.1f MiB more heap%n",
                what,
                owed.size(),
                (read - began) / 1e6,
                (decided - read) / 1e6,
                planning / 1e6,
                (kept - keeping) / 1e6,
                more / 1048576.0);
    }

    /// Of the whole process, compiler and collector too: says more than the time on a machine that
    /// others use as well.
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Situation situation(List<Owed> owed, String time, Level level) {
        Hearing hearing =
                new Hearing(
                        How.FIXED_TIMES,
                        List.of(LocalTime.parse(time)),
                        EnumSet.allOf(DayOfWeek.class),
                        ZoneOffset.UTC,
                        List.of(new Tuned(POST, level)),
                        Band.LIKELY,
                        List.of(),
                        Set.of(),
                        Ceiling.DEFAULT,
                        Optional.empty(),
                        Optional.empty());
        return new Situation(
                OpenedStore.JANE,
                RecipientId.SELF,
                OpenedStore.NOW,
                Optional.of(hearing),
                List.of(),
                Set.of(POST),
                Map.of(POST, OpenedStore.NOW),
                owed,
                Optional.of(OpenedStore.NOW.minusSeconds(86_400)),
                List.of(),
                Optional.empty(),
                HelperState.NONE,
                List.of(),
                () -> new NoticeId("n1"),
                _ -> new Glimpse(PlaceKind.of(""), Optional.empty(), Optional.empty()));
    }
}
