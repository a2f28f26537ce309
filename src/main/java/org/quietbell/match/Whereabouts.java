package org.quietbell.match;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a finding's address says that may speak of a person: its host and the segments of its path.
///
/// Query and fragment are left out: a name there is what somebody asked for, not what a page says.
///
/// @param host in lower case without `www.`; empty if there is none
/// @param segments the path's, decoded, none of them empty
record Whereabouts(String host, List<String> segments) {
    private static final Whereabouts NOWHERE = new Whereabouts("", List.of());

    /// Reads an address; never throws, whatever it is given.
    static Whereabouts of(String address) {
        int scheme = address.indexOf("://");
        if (scheme < 0) {
            return NOWHERE;
        }
        int from = scheme + 3;
        int end = address.length();
        for (int i = from; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == '?' || c == '#') {
                end = i;
                break;
            }
        }
        int slash = address.indexOf('/', from);
        int hostEnd = slash < 0 || slash > end ? end : slash;
        String host = address.substring(from, hostEnd).toLowerCase(Locale.ROOT);
        host = host.substring(host.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        if (port > 0) {
            host = host.substring(0, port);
        }
        if (host.startsWith("www.")) {
            host = host.substring(4);
        }
        List<String> segments = new ArrayList<>();
        for (int i = hostEnd; i < end; ) {
            int next = address.indexOf('/', i + 1);
            int stop = next < 0 || next > end ? end : next;
            if (stop > i + 1) {
                segments.add(decoded(address.substring(i + 1, stop)));
            }
            i = stop;
        }
        return new Whereabouts(host, List.copyOf(segments));
    }

    /// Whether the address lies on that site or on a host below it.
    boolean isOn(String site) {
        return host.equals(site) || host.endsWith("." + site);
    }

    /// With its escapes undone, as far as they are any.
    static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                plain.put((byte) (high << 4 | low));
                i += 2;
            } else {
                plain.put(raw[i]);
            }
        }
        return new String(plain.array(), 0, plain.position(), StandardCharsets.UTF_8);
    }
}
