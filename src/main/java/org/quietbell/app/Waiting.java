package org.quietbell.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for work on another thread, without being interrupted: an interrupt inside the database
/// would close it for everybody.
final class Waiting {
    private Waiting() {}

    /// @throws IllegalStateException if the work failed
    static <T> T on(Future<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (InterruptedException _) {
                // nobody here interrupts; whoever does waits for the work to end
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                throw new IllegalStateException("a part of a round failed", e.getCause());
            }
        }
    }
}
