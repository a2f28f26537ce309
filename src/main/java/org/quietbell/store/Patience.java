package org.quietbell.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/// Waiting for work on the database that no interruption of the waiting may reach.
final class Patience {
    private Patience() {}

    /// Waits to the end, whatever happens to the caller: who is interrupted inside H2 closes the
    /// file for all, or leaves H2 locked up for good.
    ///
    /// @throws RuntimeException the work's own
    static <T> T await(CompletableFuture<T> done) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException _) {
                    interrupted = true; // handed back below
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("working on the database", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Ends a future with what the work comes to, so that nobody waits for ever.
    static <T> void complete(CompletableFuture<T> done, Supplier<T> work) {
        try {
            done.complete(work.get());
        } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }
}
