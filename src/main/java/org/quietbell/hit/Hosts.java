package org.quietbell.hit;

import com.ibm.icu.text.IDNA;
import java.net.InetAddress;

/// Hosts brought to one form, without asking any resolver.
final class Hosts {
    private static final IDNA IDN = IDNA.getUTS46Instance(IDNA.DEFAULT);
    private static final int MOST_ROUNDS = 4;

    private final AddressRules rules;

    Hosts(AddressRules rules) {
        this.rules = rules;
    }

    /// As an end user knows it: ASCII, without a leading `www`.
    String shown(String host) {
        String plain = ascii(host);
        return plain.startsWith("www.") && plain.indexOf('.', 4) > 0 ? plain.substring(4) : plain;
    }

    /// As pages are told apart: without labels that say only how a page is shown, known sites by
    /// their one name.
    String canonical(String host) {
        String plain = ascii(host);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String next = rules.hosts.getOrDefault(plain, plain);
            next = withoutMiddle(withoutLabel(next));
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
