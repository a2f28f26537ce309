package org.quietbell.hit;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Hosts brought to one form, without asking any resolver, and the rules about each. Safe for many
/// threads.
final class Hosts {
    private static final IDNA IDN = IDNA.getUTS46Instance(IDNA.DEFAULT);
    private static final int MOST_ROUNDS = 4;
    private static final int REMEMBERED = 1024;

    private final AddressRules rules;

    /// The last ones that were asked for: a round asks for a few hosts again and again.
    private final AtomicReferenceArray<Known> recent = new AtomicReferenceArray<>(REMEMBERED);

    Hosts(AddressRules rules) {
        this.rules = rules;
    }

    /// A host and what is known of it.
    ///
    /// @param written in lower case
    /// @param shown as an end user knows it: ASCII, without a leading `www`
    /// @param canonical as pages are told apart: without labels that say only how a page is shown,
    ///   known sites by their one name
    /// @param passing the rules about passing on of the host that is shown
    /// @param site the rules of the canonical host
    record Known(
            String written, String shown, String canonical, SiteRules passing, SiteRules site) {
        /// Whether the canonical host is the one that would be shown.
        boolean isSettled() {
            return shown.equals(canonical);
        }
    }

    /// @param host in lower case
    Known known(String host) {
        int place = (host.hashCode() * 0x9E3779B9) >>> 22;
        Known known = recent.getPlain(place);
        if (known == null || !known.written().equals(host)) {
            known = read(host);
            recent.setRelease(place, known);
        }
        return known;
    }

    SiteRules site(String host) {
        return known(host).site();
    }

    private Known read(String host) {
        String shown = shown(host);
        String canonical = canonical(host);
        return new Known(host, shown, canonical, rules.site(shown), rules.site(canonical));
    }

    private static String shown(String host) {
        String plain = ascii(host);
        return plain.startsWith("www.") && plain.indexOf('.', 4) > 0 ? plain.substring(4) : plain;
    }

    private String canonical(String host) {
        String plain = ascii(host);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String next = rules.hosts.getOrDefault(plain, plain);
            next = withoutRegion(withoutMiddle(withoutLabel(next)));
            if (next.equals(plain)) {
                break;
            }
            plain = next;
        }
        return plain;
    }

    private String withoutLabel(String host) {
        int dot = host.indexOf('.');
        return dot > 0
                        && host.indexOf('.', dot + 1) > 0
                        && rules.labels.contains(host.substring(0, dot))
                ? host.substring(dot + 1)
                : host;
    }

    private String withoutMiddle(String host) {
        int dot = host.indexOf('.');
        int second = host.indexOf('.', dot + 1);
        if (dot > 0 && second > 0) {
            String label = rules.middleLabels.get(host.substring(second + 1));
            if (label != null && label.equals(host.substring(dot + 1, second))) {
                return host.substring(0, dot) + host.substring(second);
            }
        }
        return host;
    }

    /// `uk.` or `de-de.` in front of a host that is the same in every country.
    private String withoutRegion(String host) {
        int dot = host.indexOf('.');
        boolean isRegion = dot == 2 || (dot == 5 && host.charAt(2) == '-');
        return isRegion && rules.regions.contains(host.substring(dot + 1))
                ? host.substring(dot + 1)
                : host;
    }

    private static String ascii(String written) {
        if (written.startsWith("[")) {
            return literal(written);
        }
        String host = written;
        if (!host.chars().allMatch(c -> c < 0x80)) {
            IDNA.Info info = new IDNA.Info();
            String name = IDN.nameToASCII(host, new StringBuilder(), info).toString();
            host = name.chars().allMatch(c -> c < 0x80) ? name : PercentCoding.normal(host);
        }
        while (host.endsWith(".") && host.length() > 1) {
            host = host.substring(0, host.length() - 1);
        }
        return host;
    }

    private static String literal(String written) {
        try {
            String inside = written.substring(1, written.length() - 1);
            return "[" + InetAddress.ofLiteral(inside).getHostAddress() + "]";
        } catch (IllegalArgumentException _) {
            return written; // no literal: it stays as it was written
        }
    }
}
