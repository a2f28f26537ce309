package org.quietbell.hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The one form of a page's address. Pure; safe for many threads.
final class PageForm {
    private static final int MOST_WAYS = 6;
    private static final String AMP_PAGE = ".amp.html";

    private final AddressRules rules;
    private final Hosts hosts;

    PageForm(AddressRules rules, Hosts hosts) {
        this.rules = rules;
        this.hosts = hosts;
    }

    /// @param isFinal whether doing it again would surely change nothing
    record Form(String value, boolean isFinal) {}

    Form of(Address page) {
        Hosts.Known known = hosts.known(page.host());
        String host = known.canonical();
        SiteRules site = known.site();
        Segments segments = new Segments(page.path(), rules);
        boolean isFinal = known.isSettled() && !segments.hasChanged();
        Parameters parameters = Parameters.of(page.query());
        if (!site.leavesPaths()) {
            for (int round = 0; round < MOST_WAYS; round++) {
                Optional<Way.Target> target = way(host, site, segments.all(), parameters);
                if (target.isEmpty()) {
                    break;
                }
                isFinal = false;
                host = target.get().host();
                site = hosts.site(host);
                segments = new Segments(target.get().segments());
                parameters = target.get().parameters();
            }
            isFinal &= !segments.lowerCase(site.caseless);
        }
        String path = segments.path();
        StringBuilder value = new StringBuilder(host.length() + page.path().length() + 40);
        if (!page.user().isEmpty()) {
            value.append(PercentCoding.normal(page.user())).append('@');
        }
        value.append(host);
        port(page, value);
        value.append(path);
        Parameters counting = counting(site, path, parameters);
        if (!counting.all().isEmpty()) {
            value.append('?').append(counting);
        }
        value.append(route(page.fragment()));
        return new Form(value.toString(), isFinal);
    }

    private static Optional<Way.Target> way(
            String host, SiteRules site, List<String> segments, Parameters parameters) {
        if (site.droppedLast.isPresent()
                && !segments.isEmpty()
                && segments.getLast().startsWith(site.droppedLast.get())) {
            List<String> shorter = new ArrayList<>(segments.subList(0, segments.size() - 1));
            return Optional.of(new Way.Target(host, shorter, parameters));
        }
        for (Way way : site.ways) {
            Optional<Way.Target> target = way.target(host, segments, parameters);
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    private static void port(Address page, StringBuilder to) {
        String port = page.port();
        if (port.isEmpty()
                || (port.equals("80") && page.scheme().equals("http"))
                || (port.equals("443") && page.scheme().equals("https"))) {
            return;
        }
        to.append(':').append(port);
    }

    private Parameters counting(SiteRules site, String path, Parameters all) {
        if (all.all().isEmpty()) {
            return all;
        }
        return all.without(
                        parameter -> {
                            String name = parameter.name();
                            String value = parameter.value();
                            return rules.trackers.holds(name)
                                    || rules.isSession(name, value)
                                    || site.isDropped(path, name, value)
                                    || isAmp(name, value);
                        })
                .sorted();
    }

    private static boolean isAmp(String name, String value) {
        return (name.equals("amp")
                        && (value.isEmpty() || value.equals("1") || value.equals("true")))
                || (name.equals("outputtype") && value.equals("amp"));
    }

    /// A fragment that leads to a page of its own (`#/…`, `#!…`), with `#`; else nothing. One that
    /// leads to the first page is none.
    String route(String fragment) {
        if (fragment.isEmpty() || (fragment.charAt(0) != '/' && fragment.charAt(0) != '!')) {
            return "";
        }
        int query = fragment.indexOf('?');
        if (query < 0) {
            String route = PercentCoding.normal(fragment);
            return route.equals("/") || route.equals("!") || route.equals("!/") ? "" : "#" + route;
        }
        Parameters kept =
                Parameters.of(fragment.substring(query + 1))
                        .without(parameter -> rules.trackers.holds(parameter.name()));
        String route = route(fragment.substring(0, query));
        if (kept.all().isEmpty()) {
            return route;
        }
        return (route.isEmpty() ? "#" + PercentCoding.normal(fragment.substring(0, query)) : route)
                + "?"
                + kept;
    }

    /// The path of a page, cleaned.
    static final class Segments {
        private List<String> all = List.of();
        private final String plain;
        private boolean changed;

        /// @param all as they are to be kept
        Segments(List<String> all) {
            this.all = new ArrayList<>(all);
            this.plain = "";
        }

        Segments(String path, AddressRules rules) {
            if (isPlain(path, rules)) {
                plain =
                        path.isEmpty()
                                ? "/"
                                : path.length() > 1 && path.endsWith("/")
                                        ? path.substring(0, path.length() - 1)
                                        : path;
                return;
            }
            plain = "";
            changed = true;
            List<String> segments = new ArrayList<>();
            for (String raw : path.split("/", -1)) {
                String segment = withoutSession(PercentCoding.normal(raw), rules);
                if (segment.equals("..")) {
                    if (!segments.isEmpty()) {
                        segments.removeLast();
                    }
                } else if (!segment.isEmpty() && !segment.equals(".") && !isCookie(segment)) {
                    segments.add(withoutAmpEnding(segment));
                }
            }
            while (endsInIndex(segments, rules) || isAmpAt(segments, segments.size() - 1)) {
                segments.removeLast();
            }
            while (isAmpAt(segments, 0)) {
                segments.removeFirst();
            }
            all = segments;
        }

        boolean hasChanged() {
            return changed;
        }

        List<String> all() {
            if (plain.length() > 1 && all.isEmpty()) {
                all = new ArrayList<>(List.of(plain.substring(1).split("/", -1)));
            }
            return all;
        }

        /// @return whether anything was written large
        boolean lowerCase(int count) {
            boolean any = false;
            for (int i = 0; i < Math.min(count, all().size()); i++) {
                String written = all.get(i);
                String small = PercentCoding.normal(written.toLowerCase(Locale.ROOT));
                any |= !small.equals(written);
                all.set(i, small);
            }
            return any;
        }

        String path() {
            return all.isEmpty() ? plain.isEmpty() ? "/" : plain : "/" + String.join("/", all);
        }

        /// Whether nothing in it needs a second look.
        private static boolean isPlain(String path, AddressRules rules) {
            int last = 0;
            for (int i = 0; i < path.length(); i++) {
                char c = path.charAt(i);
                char next = i + 1 < path.length() ? path.charAt(i + 1) : ' ';
                if (!PercentCoding.isPlain(c)
                        || c == ';'
                        || (c == '(' && next == 'S')
                        || (c == '.' && next == 'a')
                        || (c == '/'
                                && (next == '/' || next == '.' || path.startsWith("amp", i + 1)))) {
                    return false;
                }
                last = c == '/' && next != ' ' ? i + 1 : last;
            }
            return path.indexOf('.', last) < 0 || !isIndex(path.substring(last), rules);
        }

        private static boolean isIndex(String segment, AddressRules rules) {
            String plain =
                    segment.endsWith("/") ? segment.substring(0, segment.length() - 1) : segment;
            return rules.indexFiles.contains(plain.toLowerCase(Locale.ROOT));
        }

        private static boolean endsInIndex(List<String> segments, AddressRules rules) {
            return !segments.isEmpty() && isIndex(segments.getLast(), rules);
        }

        private static String withoutAmpEnding(String segment) {
            String plain = segment;
            while (plain.endsWith(AMP_PAGE) && plain.length() > AMP_PAGE.length()) {
                plain = plain.substring(0, plain.length() - AMP_PAGE.length()) + ".html";
            }
            while (plain.endsWith(".amp") && plain.length() > ".amp".length()) {
                plain = plain.substring(0, plain.length() - ".amp".length());
            }
            return plain;
        }

        /// A page's AMP form has one segment more. Where no other segment looks like that of a
        /// story (a digit, a hyphen), "amp" may be what the page is about.
        private static boolean isAmpAt(List<String> segments, int at) {
            if (segments.size() < 2 || !segments.get(at).equals("amp")) {
                return false;
            }
            for (String segment : segments) {
                if (segment.indexOf('-') > 0
                        || segment.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                    return true;
                }
            }
            return false;
        }

        /// ASP.NET keeps a session in a segment of its own where a browser takes no cookies.
        private static boolean isCookie(String segment) {
            return segment.startsWith("(S(") && segment.endsWith("))");
        }

        private static String withoutSession(String segment, AddressRules rules) {
            int semicolon = segment.indexOf(';');
            if (semicolon < 0) {
                return segment;
            }
            StringBuilder kept = new StringBuilder(segment.substring(0, semicolon));
            for (String part : segment.substring(semicolon + 1).split(";", -1)) {
                int equals = part.indexOf('=');
                String name =
                        (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
                if (!rules.isSession(name, equals < 0 ? "" : part.substring(equals + 1))) {
                    kept.append(';').append(part);
                }
            }
            return kept.toString();
        }
    }
}
