package org.quietbell.http;

/// How a connection to some endpoint is made.
sealed interface Way {
    /// Straight there.
    ///
    /// @param named whether settings name the endpoint, and nobody sent us there
    record Direct(boolean named) implements Way {}

    /// Through a SOCKS 5 proxy, which looks the name up.
    record Socks(Endpoint proxy) implements Way {}

    /// Through an HTTP proxy, which looks the name up.
    record HttpProxy(Endpoint proxy) implements Way {}
}
