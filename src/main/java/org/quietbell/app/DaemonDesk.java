package org.quietbell.app;

/// Runs a command that came in by the socket, where the store is open.
record DaemonDesk(Daemon daemon, Opening opening) implements CommandSocket.Desk {
    @Override
    public int run(String[] arguments, Terminal terminal) {
        return CommandTree.run(
                arguments, terminal, opening.clock(), _ -> opening.speech(), access());
    }

    private Access access() {
        return new Access() {
            @Override
            public int with(Work work, Options options) {
                return work.on(
                        daemon.installation()
                                .orElseThrow(() ->
                                        new Refusal(
                                                Exit.LOCKED,
                                                "store",
                                                "it is locked",
                                                "run `quietbell unlock`")));
            }

            @Override
            public int withDaemon(DaemonWork work, Options options) {
                return work.on(daemon);
            }
        };
    }
}
