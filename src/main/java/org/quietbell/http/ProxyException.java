package org.quietbell.http;

import java.io.IOException;
import java.io.Serial;

/// The proxy did not let us through. The message is a sentence for a person.
final class ProxyException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    ProxyException(String message) {
        super(message);
    }
}
