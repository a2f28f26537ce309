package org.quietbell.hit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Another way to a page: paths (and perhaps one parameter) of one shape, and the path that is kept
/// for them.
///
/// @param from the shape, segment by segment
/// @param parameter a parameter that must be there and is used up, and the name for its value
/// @param host of the page that is kept; `=` for the same
/// @param to its path, perhaps with a parameter
record Way(List<Segment> from, Optional<Asked> parameter, String host, String to) {
    static final Set<String> KINDS = Set.of("any", "digits", "hex", "tail-hex", "tail-digits");
    private static final int LEAST_HEX = 10;

    /// A parameter that a shape asks for.
    record Asked(String name, String capture) {}

    /// One segment of a shape: fixed text, then perhaps something captured, then fixed text.
    ///
    /// @param before compared without letter case
    /// @param capture name of what is captured; empty: nothing is
    /// @param kind one of [#KINDS]
    /// @param after compared without letter case
    record Segment(String before, String capture, String kind, String after) {
        static Segment read(String written) {
            int open = written.indexOf('{');
            int close = written.lastIndexOf('}');
            if (open < 0 || close < open) {
                return new Segment(written, "", "any", "");
            }
            String inside = written.substring(open + 1, close);
            int colon = inside.indexOf(':');
            return new Segment(
                    written.substring(0, open),
                    colon < 0 ? inside : inside.substring(0, colon),
                    colon < 0 ? "any" : inside.substring(colon + 1),
                    written.substring(close + 1));
        }

        /// What the segment captures of that text; empty: it is no such segment.
        Optional<String> captured(String text) {
            if (capture.isEmpty()) {
                return text.equalsIgnoreCase(before) ? Optional.of("") : Optional.empty();
            }
            int length = text.length() - before.length() - after.length();
            if (length < 1
                    || !text.regionMatches(true, 0, before, 0, before.length())
                    || !text.regionMatches(
                            true, text.length() - after.length(), after, 0, after.length())) {
                return Optional.empty();
            }
            String inside = text.substring(before.length(), before.length() + length);
            return switch (kind) {
                case "digits" -> isDigits(inside) ? Optional.of(inside) : Optional.empty();
                case "hex" -> isHex(inside) ? Optional.of(inside) : Optional.empty();
                case "tail-digits" -> Optional.of(tail(inside)).filter(Segment::isDigits);
                case "tail-hex" -> Optional.of(tail(inside)).filter(Segment::isHex);
                default -> Optional.of(inside);
            };
        }

        private static String tail(String text) {
            return text.substring(text.lastIndexOf('-') + 1);
        }

        private static boolean isDigits(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        private static boolean isHex(String text) {
            return text.length() >= LEAST_HEX
                    && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        }
    }

    /// Reads `/a/{b}` and perhaps `?c={d}`.
    static Way read(String from, String host, String to) {
        int query = from.indexOf('?');
        String path = query < 0 ? from : from.substring(0, query);
        List<Segment> segments = new ArrayList<>();
        for (String one : path.substring(1).split("/", -1)) {
            if (!one.isEmpty()) {
                segments.add(Segment.read(one));
            }
        }
        Optional<Asked> parameter = Optional.empty();
        if (query >= 0) {
            String[] parts = from.substring(query + 1).split("=", 2);
            String capture = parts.length < 2 ? "" : Segment.read(parts[1]).capture();
            parameter = Optional.of(new Asked(parts[0], capture));
        }
        return new Way(List.copyOf(segments), parameter, host, to);
    }

    /// All names that the shape captures.
    Set<String> captures() {
        Set<String> names = new java.util.TreeSet<>();
        from.forEach(segment -> names.add(segment.capture()));
        parameter.ifPresent(asked -> names.add(asked.capture()));
        return names;
    }

    /// A page that was reached by a way.
    record Target(String host, List<String> segments, Parameters parameters) {}

    /// The page that is kept for that one; empty if it has another shape, or is that page itself.
    Optional<Target> target(String from, List<String> segments, Parameters parameters) {
        if (this.from.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> captured = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = this.from.get(i);
            Optional<String> one = segment.captured(segments.get(i));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            captured.put(segment.capture(), one.get());
        }
        Parameters rest = parameters;
        if (parameter.isPresent()) {
            Optional<Parameters.Parameter> there = parameters.named(parameter.get().name());
            if (there.isEmpty()) {
                return Optional.empty();
            }
            captured.put(parameter.get().capture(), there.get().value());
            rest = parameters.without(there.get());
        }
        Target target = target(from, captured, rest);
        return target.host().equals(from) && target.segments().equals(segments)
                ? Optional.empty()
                : Optional.of(target);
    }

    private Target target(String from, Map<String, String> captured, Parameters rest) {
        int query = to.indexOf('?');
        String path = query < 0 ? to : to.substring(0, query);
        List<String> segments = new ArrayList<>();
        for (String one : path.substring(1).split("/", -1)) {
            String filled = filled(one, captured);
            if (!filled.isEmpty()) {
                segments.add(filled);
            }
        }
        Parameters own =
                query < 0
                        ? Parameters.NONE
                        : Parameters.of(filled(to.substring(query + 1), captured));
        return new Target(host.equals("=") ? from : host, segments, own.and(rest));
    }

    private static String filled(String text, Map<String, String> captured) {
        String filled = text;
        for (Map.Entry<String, String> one : captured.entrySet()) {
            if (!one.getKey().isEmpty()) {
                filled = filled.replace("{" + one.getKey() + "}", one.getValue());
            }
        }
        return filled;
    }

    /// Names that a target uses.
    static Set<String> used(String to) {
        Set<String> names = new java.util.TreeSet<>();
        for (int open = to.indexOf('{'); open >= 0; open = to.indexOf('{', open + 1)) {
            int close = to.indexOf('}', open);
            names.add(close < 0 ? "" : to.substring(open + 1, close).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
