package org.quietbell.hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quietbell.hit.AddressRules.Way;
import org.quietbell.source.Finding;
import org.quietbell.source.SourceId;

/// Tells whether two addresses are of one page, without asking anybody: redirectors are unwrapped,
/// and what only says how somebody came there, or how a page is shown, is dropped (R2.13, R6.10).
///
/// The rules are the file `addresses.txt` beside this class. Where in doubt two addresses stay two.
/// Whatever is no web address is its own canonical form. Making a canonical address canonical
/// changes nothing. Never throws; safe for many threads.
public final class CanonicalRules {
    private static final AddressRules RULES = AddressRules.STANDARD;
    private static final Hosts HOSTS = new Hosts(RULES);
    private static final Unwrapping UNWRAPPING = new Unwrapping(RULES, HOSTS);
    private static final int MOST_ROUNDS = 4;
    private static final int MOST_WRAPPINGS = 50;
    private static final int LEAST_BESIDE_AMP = 2;

    private CanonicalRules() {}

    /// What tells that page from others.
    public static CanonicalAddress canonical(String address) {
        return new CanonicalAddress(RULES.version(), value(address));
    }

    /// The same for a finding: by its address, or, if it has none, by its source and own id.
    public static CanonicalAddress canonical(SourceId source, Finding finding) {
        if (!finding.address().isBlank()) {
            return canonical(finding.address());
        }
        String item = finding.item().isBlank() ? finding.title() : finding.item();
        return new CanonicalAddress(RULES.version(), "entry:" + source.value() + ":" + item);
    }

    /// The address that a redirector or a cache passes on to; empty if this is neither.
    public static Optional<String> unwrap(String address) {
        return UNWRAPPING.unwrap(address);
    }

    /// The host on which a page lies, without `www.`, for lists; empty if there is none.
    public static String site(String address) {
        return Address.parse(unwrap(address).orElse(address))
                .map(parsed -> HOSTS.shown(parsed.host()))
                .orElse("");
    }

    /// The address for showing: unwrapped, without trackers, and so written that no program makes a
    /// link of it, e.g. `hxxps://example[.]org/a?id=1` (R2.13).
    public static String defanged(String address) {
        String whole = unwrap(address).orElse(address).strip();
        Optional<Address> parsed = Address.parse(whole);
        if (parsed.isEmpty()) {
            return PercentCoding.normal(whole).replace(":", "[:]").replace(".", "[.]");
        }
        Address page = parsed.get();
        Parameters kept =
                Parameters.of(page.query()).without(parameter -> RULES.isTracker(parameter.name()));
        return "hxxp"
                + (page.scheme().equals("http") ? "" : "s")
                + "://"
                + (page.user().isEmpty() ? "" : PercentCoding.normal(page.user()) + "@")
                + HOSTS.shown(page.host()).replace(".", "[.]")
                + (page.port().isEmpty() ? "" : ":" + page.port())
                + PercentCoding.normal(page.path())
                + (kept.all().isEmpty() ? "" : "?" + kept)
                + (isRoute(page.fragment()) ? "#" + PercentCoding.normal(page.fragment()) : "");
    }

    /// Until nothing changes any more: what was brought to one form may turn out to be a wrapper.
    private static String value(String written) {
        String value = valueOnce(written);
        for (int round = 0; round < MOST_WRAPPINGS; round++) {
            String next = valueOnce(value);
            if (next.equals(value)) {
                break;
            }
            value = next;
        }
        return value;
    }

    private static String valueOnce(String written) {
        String whole = unwrap(written).orElse(written);
        Optional<Address> parsed = Address.parse(whole);
        return parsed.isPresent() ? value(parsed.get()) : whole.strip();
    }

    private static String value(Address page) {
        String host = HOSTS.canonical(page.host());
        List<String> segments = segments(page.path());
        Parameters parameters = Parameters.of(page.query());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Target> target = rewritten(host, segments);
            if (target.isEmpty()) {
                break;
            }
            host = target.get().host;
            segments = target.get().segments;
            List<Parameters.Parameter> all = new ArrayList<>(target.get().parameters.all());
            all.addAll(parameters.all());
            parameters = new Parameters(all);
        }
        lowerCase(host, segments);
        String path = "/" + String.join("/", segments);
        String query = significant(host, path, parameters).toString();
        return (page.user().isEmpty() ? "" : PercentCoding.normal(page.user()) + "@")
                + host
                + port(page)
                + (path.equals("/") && !query.isEmpty() ? "/" : path)
                + (query.isEmpty() ? "" : "?" + query)
                + (isRoute(page.fragment()) ? "#" + PercentCoding.normal(page.fragment()) : "");
    }

    private static String port(Address page) {
        String port = page.port();
        boolean usual =
                port.isEmpty()
                        || (port.equals("80") && page.scheme().equals("http"))
                        || (port.equals("443") && page.scheme().equals("https"));
        return usual ? "" : ":" + port;
    }

    private static boolean isRoute(String fragment) {
        return fragment.startsWith("/") || fragment.startsWith("!");
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.split("/", -1)) {
            String segment = withoutSession(PercentCoding.normal(raw));
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.removeLast();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(withoutAmpEnding(segment));
            }
        }
        while (endsInIndex(segments) || isAmpAt(segments, segments.size() - 1)) {
            segments.removeLast();
        }
        while (isAmpAt(segments, 0)) {
            segments.removeFirst();
        }
        return segments;
    }

    private static String withoutAmpEnding(String segment) {
        String plain = segment;
        while (plain.endsWith(".amp.html")) {
            plain = plain.substring(0, plain.length() - ".amp.html".length()) + ".html";
        }
        return plain;
    }

    private static boolean endsInIndex(List<String> segments) {
        return !segments.isEmpty()
                && RULES.indexFiles.contains(segments.getLast().toLowerCase(Locale.ROOT));
    }

    /// A page's AMP form has one segment more; with less beside it, "amp" may be what it is about.
    private static boolean isAmpAt(List<String> segments, int at) {
        return segments.size() > LEAST_BESIDE_AMP && segments.get(at).equals("amp");
    }

    private static String withoutSession(String segment) {
        int semicolon = segment.indexOf(';');
        if (semicolon < 0) {
            return segment;
        }
        StringBuilder kept = new StringBuilder(segment.substring(0, semicolon));
        for (String part : segment.substring(semicolon + 1).split(";", -1)) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
            if (!RULES.isSession(name, equals < 0 ? "" : part.substring(equals + 1))) {
                kept.append(';').append(part);
            }
        }
        return kept.toString();
    }

    private static void lowerCase(String host, List<String> segments) {
        int count = Math.min(RULES.caseless.getOrDefault(host, 0), segments.size());
        for (int i = 0; i < count; i++) {
            segments.set(i, PercentCoding.normal(segments.get(i).toLowerCase(Locale.ROOT)));
        }
    }

    private static Parameters significant(String host, String path, Parameters all) {
        return all.without(
                        parameter -> {
                            String name = parameter.name();
                            return RULES.isTracker(name)
                                    || RULES.isSession(name, parameter.value())
                                    || RULES.isDropped(host, path, name)
                                    || isAmp(name, parameter.value());
                        })
                .sorted();
    }

    private static boolean isAmp(String name, String value) {
        return (name.equals("amp")
                        && (value.isEmpty() || value.equals("1") || value.equals("true")))
                || (name.equals("outputtype") && value.equals("amp"));
    }

    private record Target(String host, List<String> segments, Parameters parameters) {}

    private static Optional<Target> rewritten(String host, List<String> segments) {
        String last = RULES.droppedLast.get(host);
        if (last != null && !segments.isEmpty() && segments.getLast().startsWith(last)) {
            return Optional.of(
                    new Target(
                            host,
                            new ArrayList<>(segments.subList(0, segments.size() - 1)),
                            new Parameters(List.of())));
        }
        for (Way way : RULES.ways(host)) {
            Optional<Map<String, String>> captured = captured(way.from(), segments);
            if (captured.isPresent()) {
                return Optional.of(target(way, captured.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> captured(
            List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> captured = new TreeMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.get(i).startsWith("{")) {
                captured.put(pattern.get(i), segments.get(i));
            } else if (!pattern.get(i).equalsIgnoreCase(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(captured);
    }

    private static Target target(Way way, Map<String, String> captured) {
        String to = way.to();
        for (Map.Entry<String, String> one : captured.entrySet()) {
            to = to.replace(one.getKey(), one.getValue());
        }
        int query = to.indexOf('?');
        String path = query < 0 ? to : to.substring(0, query);
        List<String> segments = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
        return new Target(
                way.host(), segments, Parameters.of(query < 0 ? "" : to.substring(query + 1)));
    }
}
