package org.quietbell.source;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.quietbell.http.Hop;

/// What an answer says of the address that was asked: whether it still holds.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4">RFC 9110, redirection</a>
public sealed interface Whereabouts {
    /// The address holds.
    record Same() implements Whereabouts {}

    /// It has moved for good.
    ///
    /// @param to where from now on
    /// @param asksFirst whether a person must agree: another host or port, or no longer encrypted
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
                : new Moved(
                        now,
                        !host(now).equals(host(asked))
                                || !isSamePort(asked, now)
                                || isLowered(asked, now));
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    /// The usual ports count as one: a server that encrypts from now on is the same server.
    private static boolean isSamePort(URI one, URI other) {
        return port(one) == port(other);
    }

    private static int port(URI address) {
        boolean isUsual = address.getPort() == 80 || address.getPort() == 443;
        return isUsual ? -1 : address.getPort();
    }

    private static boolean isLowered(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme())
                && !"https".equalsIgnoreCase(to.getScheme());
    }
}
