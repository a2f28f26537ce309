package org.quietbell.hit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.quietbell.hit.AddressRules.Wrapper;

/// Takes the address of a page out of that of a redirector or a cache. Asks nobody.
final class Unwrapping {
    private final AddressRules rules;
    private final Hosts hosts;

    Unwrapping(AddressRules rules, Hosts hosts) {
        this.rules = rules;
        this.hosts = hosts;
    }

    /// The address within, fully unwrapped; empty if it is no wrapper of a web address. Each step
    /// is shorter than the one before, so it ends.
    Optional<String> unwrap(String address) {
        Optional<String> found = Optional.empty();
        Optional<String> next = once(address);
        while (next.isPresent()) {
            found = next;
            next = once(next.get());
        }
        return found;
    }

    private Optional<String> once(String written) {
        Optional<Address> parsed = Address.parse(written);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        Address address = parsed.get();
        String host = hosts.shown(address.host());
        Optional<String> within = Optional.empty();
        for (Wrapper wrapper : rules.wrappers(host)) {
            if (within.isEmpty() && fits(wrapper.path(), address.path())) {
                within = fromParameters(wrapper, address.query());
            }
        }
        if (within.isEmpty()) {
            within = fromPath(host, address);
        }
        return within.map(String::strip)
                .filter(found -> found.length() < written.length())
                .filter(Unwrapping::isWeb);
    }

    private static boolean fits(String rule, String path) {
        if (rule.endsWith("*")) {
            return path.startsWith(rule.substring(0, rule.length() - 1));
        }
        return path.equals(rule) || path.equals(rule + "/");
    }

    private static Optional<String> fromParameters(Wrapper wrapper, String query) {
        for (String name : wrapper.parameters()) {
            Optional<String> raw = unescaped(query, name).or(() -> Parameters.raw(query, name));
            Optional<String> found = raw.map(Unwrapping::plain).filter(Unwrapping::isWeb);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Google's alerts put the address in without escaping it: it then reaches to the last `&ct=`.
    private static Optional<String> unescaped(String query, String name) {
        String mark = name + "=http";
        int start = query.startsWith(mark) ? 0 : query.indexOf("&" + mark);
        if (start < 0) {
            return Optional.empty();
        }
        int from = query.indexOf('=', start) + 1;
        int end = query.lastIndexOf("&ct=");
        if (end <= from || !query.startsWith("://", query.indexOf(':', from))) {
            return Optional.empty();
        }
        return Optional.of(query.substring(from, end));
    }

    /// Decoded once; Bing's are `a1` and base64.
    private static String plain(String raw) {
        if (raw.startsWith("a1")) {
            try {
                return new String(
                        Base64.getUrlDecoder().decode(raw.substring(2)), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                return raw; // no base64: then it is no address either
            }
        }
        return PercentCoding.decoded(raw);
    }

    private Optional<String> fromPath(String host, Address address) {
        for (String cache : rules.caches(host)) {
            if (address.path().startsWith(cache)) {
                String rest = address.path().substring(cache.length());
                boolean secure = rest.startsWith("s/");
                rest = PercentCoding.decoded(secure ? rest.substring(2) : rest);
                if (rest.startsWith("http")) {
                    return Optional.of(rest);
                }
                int slash = rest.indexOf('/');
                String within = slash < 0 ? rest : rest.substring(0, slash);
                if (within.indexOf('.') > 0) {
                    String query = address.query().isEmpty() ? "" : "?" + address.query();
                    return Optional.of((secure ? "https://" : "http://") + rest + query);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWeb(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7)
                || address.regionMatches(true, 0, "https://", 0, 8);
    }
}
