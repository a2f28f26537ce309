package org.quietbell.hit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.quietbell.hit.SiteRules.Between;
import org.quietbell.hit.SiteRules.Wrapper;

/// Takes the address of a page out of that of a redirector or a cache. Asks nobody.
final class Unwrapping {
    private final Hosts hosts;

    Unwrapping(Hosts hosts) {
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
        return Address.parse(written).flatMap(address -> once(written, address));
    }

    /// One step.
    ///
    /// @param written the address as written
    /// @param address the same, in its parts
    Optional<String> once(String written, Address address) {
        SiteRules site = hosts.known(address.host()).passing();
        if (!site.passesOn()) {
            return Optional.empty();
        }
        Optional<String> within = Optional.empty();
        for (Wrapper wrapper : site.wrappers) {
            if (within.isEmpty() && fits(wrapper.path(), address.path())) {
                within = fromParameters(wrapper, address.query());
            }
        }
        if (within.isEmpty()) {
            within = between(site, address);
        }
        if (within.isEmpty()) {
            within = fromPath(site, address);
        }
        return within.map(Address::stripped)
                .filter(found -> found.length() < written.length())
                .filter(Unwrapping::isWeb);
    }

    private static boolean fits(String rule, String path) {
        if (rule.endsWith("*")) {
            return path.startsWith(rule.substring(0, rule.length() - 1))
                    || (path.isEmpty() && rule.equals("/*"));
        }
        return path.equals(rule) || path.equals(rule + "/");
    }

    private static Optional<String> fromParameters(Wrapper wrapper, String query) {
        for (String name : wrapper.parameters()) {
            Optional<String> raw =
                    name.equals("?")
                            ? Optional.of(query)
                            : unescaped(query, name).or(() -> Parameters.raw(query, name));
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

    /// Decoded once; Bing's are `a1` and base64, Proofpoint's have `-` for `%` and `_` for `/`.
    private static String plain(String raw) {
        if (raw.startsWith("a1")) {
            try {
                return new String(
                        Base64.getUrlDecoder().decode(raw.substring(2)), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                return raw; // no base64: then it is no address either
            }
        }
        if (raw.startsWith("http-3A__") || raw.startsWith("https-3A__")) {
            return PercentCoding.decoded(raw.replace('_', '/').replace('-', '%'));
        }
        return PercentCoding.decoded(raw);
    }

    private static Optional<String> between(SiteRules site, Address address) {
        for (Between marks : site.between) {
            int start = address.path().indexOf(marks.start());
            if (start >= 0) {
                int from = start + marks.start().length();
                int end = address.path().indexOf(marks.end(), from);
                String found =
                        PercentCoding.decoded(
                                address.path()
                                        .substring(from, end < 0 ? address.path().length() : end));
                if (isWeb(found)) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fromPath(SiteRules site, Address address) {
        for (String cache : site.caches) {
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
