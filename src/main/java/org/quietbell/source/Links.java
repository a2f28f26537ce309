package org.quietbell.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Makes relative addresses absolute; leaves all others as they came, but for line breaks and tabs,
/// which no address may hold. Pure.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2">RFC 3986, relative
///   resolution</a>
final class Links {
    private static final int LONGEST = 8_192;
    private static final int LONGEST_SCHEME = 24;

    private Links() {}

    /// The address itself if it has a scheme, is overlong, or the base is none that could serve;
    /// else resolved against the base. What is neither escaped nor ASCII stays so.
    static String absolute(String written, String base) {
        String address = unbroken(written);
        if (address.isEmpty() || address.length() > LONGEST || schemeEnd(address) > 0) {
            return address;
        }
        int colon = schemeEnd(base);
        if (colon < 0 || colon + 1 >= base.length() || base.charAt(colon + 1) != '/') {
            return address;
        }
        int path = pathStart(base, colon + 1);
        int query = firstOf(base, path, "?#");
        if (address.startsWith("//")) {
            int start = firstOf(address, 2, "/?#");
            return base.substring(0, colon + 1)
                    + address.substring(0, start)
                    + withoutDots(address.substring(start));
        }
        String root = base.substring(0, path);
        return switch (address.charAt(0)) {
            case '/' -> root + withoutDots(address);
            case '?' -> base.substring(0, query) + address;
            case '#' -> base.substring(0, firstOf(base, path, "#")) + address;
            default -> {
                String folder = base.substring(path, query);
                folder = folder.substring(0, folder.lastIndexOf('/') + 1);
                yield root + withoutDots((folder.isEmpty() ? "/" : folder) + address);
            }
        };
    }

    /// Line breaks and tabs come from the folding of a text, not from the address.
    private static String unbroken(String written) {
        String address = written.trim().strip(); // controls go too, as every browser has it
        boolean broken =
                address.indexOf('\n') >= 0
                        || address.indexOf('\r') >= 0
                        || address.indexOf('\t') >= 0;
        return broken ? address.replace("\n", "").replace("\r", "").replace("\t", "") : address;
    }

    /// Where the colon after the scheme stands; -1 without one.
    private static int schemeEnd(String address) {
        int limit = Math.min(address.length(), LONGEST_SCHEME);
        for (int at = 0; at < limit; at++) {
            char c = address.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == ':' && at > 0) {
                return at;
            }
            if (!letter && (at == 0 || "0123456789+-.".indexOf(c) < 0)) {
                return -1;
            }
        }
        return -1;
    }

    /// The scheme in lower case; empty without one.
    static String scheme(String address) {
        int end = schemeEnd(address);
        return end < 0 ? "" : address.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static int pathStart(String base, int after) {
        return base.startsWith("//", after) ? firstOf(base, after + 2, "/?#") : after;
    }

    private static int firstOf(String text, int from, String any) {
        for (int at = from; at < text.length(); at++) {
            if (any.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return text.length();
    }

    /// Section 5.2.4: `.` and `..` between slashes of the path, none above the root.
    private static String withoutDots(String path) {
        int end = firstOf(path, 0, "?#");
        if (path.indexOf("/.") < 0 || path.indexOf("/.") >= end) {
            return path;
        }
        StringBuilder to = new StringBuilder(path.length());
        int at = 0;
        while (at < end) {
            int next = Math.min(firstOf(path, at + 1, "/"), end);
            String segment = path.substring(at, next);
            boolean last = next == end;
            if (segment.equals("/..")) {
                to.setLength(Math.max(to.lastIndexOf("/"), 0));
            } else if (!segment.equals("/.")) {
                to.append(segment);
            }
            if (last && (segment.equals("/..") || segment.equals("/."))) {
                to.append('/');
            }
            at = next;
        }
        return to.append(path, end, path.length()).toString();
    }

    /// Text as one segment of a path.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7)
                || address.regionMatches(true, 0, "https://", 0, 8);
    }
}
