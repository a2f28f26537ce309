package org.quietbell.app;

/// Whom the pages let in.
enum Visitors {
    /// Whoever knows the passphrase; nobody where there is none.
    ASKED,
    /// Everybody who reaches the port: only for a store that holds nothing of anybody.
    ANYBODY
}
