package org.quietbell.http;

/// Sends requests. The one way out of the program for HTTP.
public interface Http {
    /// Sends one request and reads the whole reply into memory.
    ///
    /// Follows at most 5 redirects, each hop checked against the blocked address ranges, with
    /// credentials dropped across hosts; never from https to http, never to an address that only
    /// configuration may name. Waits for its turn at the host and for room in the memory budget.
    /// Never retries; safe for use by many threads. Never interrupts and may not be interrupted.
    ///
    /// @return see [Reply]; never null, and no exception for anything a network can do
    Reply send(Request request);
}
