package org.quietbell.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.quietbell.store.DataFolder;
import org.quietbell.store.StoreException;

/// Takes a data folder over, waiting a little for a short command that has it just now.
final class Claiming {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration STEP = Duration.ofMillis(200);

    private Claiming() {}

    /// @throws StoreException of kind `HELD` at once if a daemon has it, or if another command does
    ///   not end within 20 seconds; of another kind as [DataFolder#claim]
    static DataFolder claim(Path folder) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return DataFolder.claim(folder);
            } catch (StoreException e) {
                boolean mayEnd =
                        e.kind() == StoreException.Kind.HELD
                                && !CommandSocket.isServed(folder)
                                && System.nanoTime() < end;
                if (!mayEnd) {
                    throw e;
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }
}
