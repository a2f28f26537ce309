package org.quietbell.hit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rules about one site. Filled while rules are read, then only asked.
final class SiteRules {
    /// Parameters that count under a path.
    record Only(String path, Set<String> names) {}

    /// A page that only passes on: the address stands in one of the parameters.
    ///
    /// @param path equal to, or beginning so if it ends with `*`
    /// @param parameters names; `?` for the whole query
    record Wrapper(String path, List<String> parameters) {}

    /// A page that only passes on: the address stands in the path between two marks.
    record Between(String start, String end) {}

    final List<Way> ways = new ArrayList<>();
    final List<Only> kept = new ArrayList<>();
    final Names dropped = new Names();
    final Map<String, String> droppedIf = new HashMap<>();
    Optional<String> droppedLast = Optional.empty();
    int caseless;
    final List<Wrapper> wrappers = new ArrayList<>();
    final List<String> caches = new ArrayList<>();
    final List<Between> between = new ArrayList<>();

    void add(SiteRules other) {
        ways.addAll(other.ways);
        kept.addAll(other.kept);
        dropped.add(other.dropped);
        droppedIf.putAll(other.droppedIf);
        droppedLast = other.droppedLast.or(() -> droppedLast);
        caseless = Math.max(caseless, other.caseless);
        addPassingOn(other);
    }

    void addPassingOn(SiteRules other) {
        wrappers.addAll(other.wrappers);
        caches.addAll(other.caches);
        between.addAll(other.between);
    }

    boolean passesOn() {
        return !wrappers.isEmpty() || !caches.isEmpty() || !between.isEmpty();
    }

    /// Whether nothing about paths is known.
    boolean leavesPaths() {
        return ways.isEmpty() && caseless == 0 && droppedLast.isEmpty();
    }

    /// Whether a parameter does not count on this site under that path.
    boolean isDropped(String path, String name, String value) {
        for (int i = 0; i < kept.size(); i++) {
            Only only = kept.get(i);
            if (isUnder(path, only.path)) {
                return !only.names.contains(name);
            }
        }
        return dropped.holds(name) || value.equals(droppedIf.get(name));
    }

    private static boolean isUnder(String path, String rule) {
        return path.startsWith(rule)
                && (path.length() == rule.length()
                        || rule.endsWith("/")
                        || path.charAt(rule.length()) == '/');
    }
}
