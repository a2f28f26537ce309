package org.quietbell.channel;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/// An address by which whoever reads a notice may pause the way it came, and nothing else.
///
/// @param address where it is posted to, absolute
/// @param label what a button for it says
public record PauseLink(URI address, String label) {
    /// Where such addresses lie below the pages' own.
    public static final String PATH = "/q/";

    /// Whether such an address may lie below that one: over TLS, since whoever reads it on the way
    /// could use it; or on this machine.
    ///
    /// @param base as `web.base-url` holds it
    public static boolean mayLieBelow(URI base) {
        if ("https".equals(String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT))) {
            return true;
        }
        String host = String.valueOf(base.getHost());
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false; // a name, which somebody else may say belongs to this machine
        }
    }

    /// Without the address, which is as good as a key.
    @Override
    public String toString() {
        return "pause link";
    }
}
