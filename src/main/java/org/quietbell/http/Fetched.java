package org.quietbell.http;

import java.util.Optional;

/// A reply, and the room its body takes until it is closed.
record Fetched(Reply reply, Optional<Room.Share> share) implements AutoCloseable {
    static Fetched failed(Fault fault) {
        return new Fetched(new Reply.Failed(fault), Optional.empty());
    }

    static Fetched failed(Fault.Kind kind, String detail) {
        return failed(new Fault(kind, detail));
    }

    @Override
    public void close() {
        share.ifPresent(Room.Share::close);
    }
}
