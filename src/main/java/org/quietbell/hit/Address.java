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
        String text = stripped(written);
        String scheme = scheme(text);
        int from;
        if (scheme.isEmpty()) {
            from = text.startsWith("//") ? 2 : 0;
        } else if (scheme.equals("http") || scheme.equals("https")) {
            from = scheme.length() + 3;
        } else {
            return Optional.empty();
        }
        int end = authorityEnd(text, from);
        int at = text.lastIndexOf('@', end - 1);
        int hostFrom = at < from ? from : at + 1;
        String user = at < from ? "" : text.substring(from, at);
        int colon = text.lastIndexOf(':', end - 1);
        int bracket = text.indexOf(']', Math.max(colon, from));
        boolean hasPort = colon >= hostFrom && (bracket < 0 || bracket >= end);
        String port = hasPort ? text.substring(colon + 1, end) : "";
        String host = lowerCase(text.substring(hostFrom, hasPort ? colon : end));
        if (host.isEmpty()
                || !mayBeHost(host)
                || !isDigits(port)
                || (scheme.isEmpty() && (from == 0) && !isBareHost(user, host))) {
            return Optional.empty();
        }
        int fragmentAt = text.indexOf('#', end);
        fragmentAt = fragmentAt < 0 ? text.length() : fragmentAt;
        int queryAt = text.indexOf('?', end);
        queryAt = queryAt < 0 || queryAt > fragmentAt ? fragmentAt : queryAt;
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
        if (text.startsWith("https://")) {
            return "https";
        }
        if (text.startsWith("http://")) {
            return "http";
        }
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
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean fits =
                    (c >= 'a' && c <= 'z')
                            || (c >= '0' && c <= '9')
                            || c == '.'
                            || c == '-'
                            || c == '_'
                            || (c > 0x7F
                                    && !Character.isWhitespace(c)
                                    && !Character.isSpaceChar(c));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String lowerCase(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c > 0x7F || (c >= 'A' && c <= 'Z')) {
                return host.toLowerCase(Locale.ROOT);
            }
        }
        return host;
    }

    /// Without what cannot be seen around it: spaces of any kind, and a mark of byte order.
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
    }

    private static int authorityEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return text.length();
    }
}
