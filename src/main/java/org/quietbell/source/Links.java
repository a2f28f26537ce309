package org.quietbell.source;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Makes relative addresses absolute; leaves all others as they came, byte for byte.
final class Links {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}:");
    private static final int LONGEST = 8_192;

    private Links() {}

    /// The address itself if it has a scheme, cannot be read or is overlong; else resolved against
    /// the base.
    static String absolute(String address, String base) {
        if (address.isEmpty()
                || base.isEmpty()
                || address.length() > LONGEST
                || SCHEME.matcher(address).lookingAt()) {
            return address;
        }
        try {
            URI against = URI.create(encoded(base));
            if (address.startsWith("?") || against.getRawPath() == null) {
                String path = against.getRawPath() == null ? "" : against.getRawPath();
                return against.getScheme() + "://" + against.getRawAuthority() + path + address;
            }
            if (against.getRawPath().isEmpty()) {
                against = against.resolve("/");
            }
            return against.resolve(encoded(address)).toString();
        } catch (IllegalArgumentException _) {
            return address; // no address we could make sense of: it stays as claimed
        }
    }

    /// Text as one segment of a path.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7)
                || address.regionMatches(true, 0, "https://", 0, 8);
    }

    /// Characters that [URI] refuses and browsers do not, percent-encoded.
    private static String encoded(String address) {
        StringBuilder to = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
                to.append('%');
                to.append(Character.toUpperCase(Character.forDigit((c >> 4) & 15, 16)));
                to.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                to.append(c);
            }
        }
        return to.toString();
    }
}
