package org.quietbell.channel;

import java.util.Optional;
import org.quietbell.http.Endpoint;
import org.quietbell.notice.ChannelId;

/// A way to deliver. Sends once; whether to try again is decided outside, by the fault's kind. Safe
/// for many threads.
public interface Channel extends AutoCloseable {
    /// Which configured channel this is.
    ChannelId id();

    /// Its type, a key of the registry [Channels].
    String type();

    /// Sends one message to exactly one recipient and returns when the other side has it.
    ///
    /// Never throws for anything that a network, a disk or the other side can do.
    Delivery send(Message message);

    /// The host and port it speaks to, for the wiring to permit; empty: it uses no network, or none
    /// but what is open to everybody.
    default Optional<Endpoint> endpoint() {
        return Optional.empty();
    }

    @Override
    default void close() {}
}
