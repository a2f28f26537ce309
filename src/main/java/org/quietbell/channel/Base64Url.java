package org.quietbell.channel;

import java.util.Base64;
import java.util.Optional;

/// Reads base64url (RFC 4648 section 5), with or without padding.
final class Base64Url {
    private Base64Url() {}

    /// Empty if the text is none, or is empty itself.
    static Optional<byte[]> read(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text)).filter(b -> b.length > 0);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
