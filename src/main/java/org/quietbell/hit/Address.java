package org.quietbell.hit;

import java.util.Locale;
import java.util.Optional;

/// A web address in its parts, as written.
///
/// @param scheme `http` or `https`, or empty if none stood there
/// @param user what stands before an `@` in front of the host, perhaps empty
/// @param host as written but in lower case, perhaps in brackets; never empty
/// @param port digits, perhaps empty
/// @param path as written, perhaps empty
/// @param query what follows `?`, without it, perhaps empty
/// @param fragment what follows `#`, without it, perhaps empty
record Address(
        String scheme,
        String user,
        String host,
        String port,
        String path,
        String query,
        String fragment) {

    /// Reads an address of a web page, with its scheme or without; empty for all else (mail
    /// addresses, scripts, plain words). Never throws.
    static Optional<Address> parse(String written) {
        String text = written.strip();
        String scheme = scheme(text);
        int from;
        if (scheme.isEmpty()) {
            from = text.startsWith("//") ? 2 : 0;
        } else if (scheme.equals("http") || scheme.equals("https")) {
            from = scheme.length() + 3;
        } else {
            return Optional.empty();
        }
        int end = first(text, from, "/?#");
        String authority = text.substring(from, end);
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String hostAndPort = authority.substring(at + 1);
        int colon = hostAndPort.lastIndexOf(':');
        boolean hasPort = colon >= 0 && hostAndPort.indexOf(']', colon) < 0;
        String port = hasPort ? hostAndPort.substring(colon + 1) : "";
        String host =
                (hasPort ? hostAndPort.substring(0, colon) : hostAndPort).toLowerCase(Locale.ROOT);
        if (host.isEmpty()
                || !mayBeHost(host)
                || !port.chars().allMatch(c -> c >= '0' && c <= '9')
                || (scheme.isEmpty() && (from == 0) && !isBareHost(user, host))) {
            return Optional.empty();
        }
        int queryAt = first(text, end, "?#");
        int fragmentAt = first(text, queryAt, "#");
        return Optional.of(
                new Address(
                        scheme,
                        user,
                        host,
                        port,
                        text.substring(end, queryAt),
                        queryAt < fragmentAt ? text.substring(queryAt + 1, fragmentAt) : "",
                        fragmentAt < text.length() ? text.substring(fragmentAt + 1) : ""));
    }

    /// The scheme in lower case if one stands there with `://`.
    private static String scheme(String text) {
        int end = text.indexOf("://");
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || "0123456789+.-".indexOf(c) < 0)) {
                return "";
            }
        }
        return end <= 0 ? "" : text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /// Without a scheme only what has a dot or brackets is taken for a host.
    private static boolean isBareHost(String user, String host) {
        return user.indexOf(':') < 0 && (host.indexOf('.') > 0 || host.charAt(0) == '[');
    }

    private static boolean mayBeHost(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]")
                    && host.substring(1, host.length() - 1)
                            .chars()
                            .allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
        }
        return host.chars()
                .allMatch(c ->
                        c == '.'
                                || c == '-'
                                || c == '_'
                                || Character.isLetterOrDigit(c)
                                || (c > 0x7F
                                        && !Character.isWhitespace(c)
                                        && !Character.isSpaceChar(c)));
    }

    private static int first(String text, int from, String marks) {
        for (int i = from; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
