package org.quietbell.http;

import java.io.IOException;
import java.io.Serial;

/// An answer that is not let in.
final class UnfitBodyException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Fault fault;

    UnfitBodyException(Fault.Kind kind, String detail) {
        super(detail);
        this.fault = new Fault(kind, detail);
    }

    Fault fault() {
        return fault;
    }
}
