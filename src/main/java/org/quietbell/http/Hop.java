package org.quietbell.http;

import java.net.URI;

/// One redirect that was followed.
///
/// @param status 301, 302, 303, 307 or 308
/// @param to absolute address it led to
public record Hop(int status, URI to) {
    /// Whether it says that the address has moved for good.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110, redirection</a>
    public boolean isPermanent() {
        return status == 301 || status == 308;
    }
}
