package org.quietbell.http;

import java.io.IOException;
import java.io.Serial;

/// We do not connect there. The message is a sentence for a person and names the host alone.
public final class RefusedAddressException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    RefusedAddressException(String message) {
        super(message);
    }
}
