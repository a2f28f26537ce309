package org.quietbell.http;

import java.util.function.Function;

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

    /// Sends one request as [#send] does and hands the reply to a reader. The room that the body
    /// takes in the memory budget stays taken until the reader is done, so that the trees made of
    /// many bodies at once stay within it too.
    ///
    /// @param reader must not send anything itself
    default <T> T read(Request request, Function<? super Reply, ? extends T> reader) {
        return reader.apply(send(request));
    }
}
