package org.quietbell.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a host, as it stands in an address, is: a literal address in its one usual spelling, a
/// name, or a number in disguise.
///
/// Resolvers and proxies read `127.1`, `0177.0.0.1`, `0x7f.1` and `2130706433` as addresses, each
/// in its own way; so every host whose last label is a number and that is no plain dotted quad is
/// [Odd], and we do not go there. The rule is that of the WHATWG URL Standard, "ends in a number".
sealed interface HostSpelling {
    /// An address in its usual spelling.
    record Literal(InetAddress address) implements HostSpelling {}

    /// A name to be looked up.
    ///
    /// @param near whether it can only mean this machine or its own network
    record Name(boolean near) implements HostSpelling {}

    /// A number in an unusual spelling, or no host at all.
    record Odd() implements HostSpelling {}

    /// @param host in lower case, without brackets
    static HostSpelling of(String host) {
        if (host.indexOf(':') >= 0) {
            return literal(host);
        }
        if (host.endsWith("..") || host.startsWith(".")) {
            return new Odd();
        }
        String name = withoutFinalDots(host);
        if (name.isEmpty() || name.length() > 253) {
            return new Odd();
        }
        if (Patterns.QUAD.matcher(name).matches()) {
            return literal(name);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (Patterns.NUMBER.matcher(last).matches()) {
            return new Odd();
        }
        return new Name(isNear(name.toLowerCase(Locale.ROOT)));
    }

    /// The same host without dots at its end.
    static String withoutFinalDots(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        return host.substring(0, end);
    }

    /// Whether the name is `localhost` or below it: no look-up is needed to know where it leads.
    static boolean isThisMachine(String host) {
        String name = withoutFinalDots(host.toLowerCase(Locale.ROOT));
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private static HostSpelling literal(String text) {
        if (text.indexOf('%') >= 0) {
            return new Odd(); // a zone exists only on a link of ours
        }
        try {
            return new Literal(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return new Odd();
        }
    }

    private static boolean isNear(String name) {
        return name.indexOf('.') < 0
                || isThisMachine(name)
                || name.endsWith(".local")
                || name.endsWith(".internal")
                || name.endsWith(".lan")
                || name.endsWith(".home.arpa");
    }

    /// Kept apart because an interface cannot hide its constants.
    final class Patterns {
        private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
        private static final Pattern QUAD = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
        private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");

        private Patterns() {}
    }
}
