package org.quietbell.source;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/// What an answer says of the address that was asked: whether it still holds.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110, redirection</a>
public sealed interface Whereabouts {
    /// One redirect on the way.
    ///
    /// @param status 301, 302, 303, 307 or 308
    /// @param to absolute address it led to
    record Hop(int status, URI to) {
        boolean isPermanent() {
            return status == 301 || status == 308;
        }
    }

    /// The address holds.
    record Same() implements Whereabouts {}

    /// It has moved for good.
    ///
    /// @param to where from now on
    /// @param asksFirst whether a person must agree: another host, or no longer encrypted
    record Moved(URI to, boolean asksFirst) implements Whereabouts {}

    /// It is gone for good (410): not to be asked again until somebody says so.
    record Gone() implements Whereabouts {}

    /// @param asked the address as kept
    /// @param hops redirects in their order; those after the first one that is not permanent change
    ///   nothing about the address
    /// @param status of the answer at the end
    static Whereabouts of(URI asked, List<Hop> hops, int status) {
        if (status == 410) {
            return new Gone();
        }
        URI now = asked;
        for (Hop hop : hops) {
            if (!hop.isPermanent()) {
                break;
            }
            now = hop.to();
        }
        boolean answered = status == 304 || (status >= 200 && status < 300);
        return now.equals(asked) || !answered
                ? new Same()
                : new Moved(now, !host(now).equals(host(asked)) || isLowered(asked, now));
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    private static boolean isLowered(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme())
                && !"https".equalsIgnoreCase(to.getScheme());
    }
}
