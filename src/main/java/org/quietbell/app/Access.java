package org.quietbell.app;

/// How a command comes to the store: it opens it here, or it runs where it is open already.
interface Access {
    /// Runs work on the open store.
    ///
    /// @return the exit code
    /// @throws Refusal if the store cannot be had, with the exit code that says why
    int with(Work work, Options options);

    /// The daemon, for the few commands that are about it.
    ///
    /// @throws Refusal if no daemon runs
    int withDaemon(DaemonWork work, Options options);

    /// What a command does with the open store.
    interface Work {
        int on(Installation installation);
    }

    /// What a command does with the daemon.
    interface DaemonWork {
        int on(Daemon daemon);
    }
}
