package org.quietbell.hit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What does not distinguish pages, in general and on known sites: the lines of `addresses.txt`,
/// and perhaps more lines that somebody wrote herself.
///
/// The built-in file says what each keyword means. Immutable once read; safe for many threads.
public final class AddressRules {
    /// The rules that come with the program.
    public static final AddressRules STANDARD = new AddressRules(builtIn("addresses.txt"));

    /// How the first version of the program numbered its rules, before versions were digests.
    static final int FIRST_VERSION = 1;

    private final String text;
    private final int version;
    final Names trackers = new Names();
    final Names sessions = new Names();
    final Set<String> sessionsIfHex = new HashSet<>();
    final Set<String> indexFiles = new HashSet<>();
    final Set<String> labels = new HashSet<>();
    final Set<String> regions = new HashSet<>();
    final Map<String, String> hosts = new HashMap<>();
    final Map<String, String> middleLabels = new HashMap<>();
    private final Map<String, SiteRules> sites = new HashMap<>();

    private AddressRules(String text) {
        this.text = text;
        StringBuilder lines = new StringBuilder();
        for (RuleLine line : RuleLine.all(text)) {
            line.into(this);
            lines.append(line.keyword()).append(' ').append(String.join(" ", line.rest()));
            lines.append('\n');
        }
        this.version = digest(lines.toString());
    }

    /// The rules of that text, which [#text] gave; lines that make no sense are passed over.
    ///
    /// @param text lines as in `addresses.txt`
    public static AddressRules of(String text) {
        return new AddressRules(text);
    }

    /// These rules and more.
    ///
    /// @param lines as in `addresses.txt`, checked by [#faults]
    public AddressRules and(String lines) {
        return lines.isBlank() ? this : new AddressRules(text + "\n" + lines);
    }

    /// The rules by which the first version of the program made its fingerprints.
    public static AddressRules first() {
        return new AddressRules(builtIn("addresses-1.txt"));
    }

    /// One line that cannot be used.
    ///
    /// @param line from 1
    /// @param what `WHAT: WHY: WHAT TO DO`
    public record Fault(int line, String what) {}

    /// All that is wrong with lines somebody wrote, by line; none: they can be used.
    public static List<Fault> faults(String lines) {
        List<Fault> faults = new ArrayList<>();
        for (RuleLine line : RuleLine.all(lines)) {
            line.fault().ifPresent(what -> faults.add(new Fault(line.number(), what)));
        }
        return faults;
    }

    /// The lines as they were read, remarks and all.
    public String text() {
        return text;
    }

    /// Another number for other rules: the first four bytes of the SHA-256 digest of all lines but
    /// remarks.
    public int version() {
        return version;
    }

    boolean isSession(String name, String value) {
        return sessions.holds(name) || (sessionsIfHex.contains(name) && isHex32(value));
    }

    /// The rules written for a host as it stands there, to be added to.
    SiteRules written(String host) {
        return sites.computeIfAbsent(
                host.equals("google") ? "google.*" : host, _ -> new SiteRules());
    }

    /// All rules for one host: its own, those of `*.` a domain above it, those of its family
    /// `name.*`; and of every domain above it those that are about passing on.
    SiteRules site(String host) {
        SiteRules all = new SiteRules();
        boolean itself = true;
        for (String above = host; !above.isEmpty(); itself = false) {
            SiteRules own = sites.get(above);
            if (own != null) {
                if (itself) {
                    all.add(own);
                } else {
                    all.addPassingOn(own);
                }
            }
            SiteRules under = sites.get("*." + above);
            if (under != null) {
                all.add(under);
            }
            int dot = above.indexOf('.');
            if (dot > 0 && isCountry(above, dot)) {
                SiteRules family = sites.get(above.substring(0, dot) + ".*");
                if (family != null && itself) {
                    all.add(family);
                } else if (family != null) {
                    all.addPassingOn(family);
                }
            }
            above = dot < 0 ? "" : above.substring(dot + 1);
        }
        return all;
    }

    /// Whether what follows the first label is a country's ending, `com`, `de` or `co.uk`.
    private static boolean isCountry(String host, int dot) {
        int second = host.indexOf('.', dot + 1);
        return second < 0
                ? host.length() - dot <= 4
                : second - dot <= 4
                        && host.length() - second == 3
                        && host.indexOf('.', second + 1) < 0;
    }

    private static boolean isHex32(String value) {
        return value.length() == 32
                && value.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    private static int digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String builtIn(String name) {
        try (InputStream in = AddressRules.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }
}
