package org.quietbell.hit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules of `addresses.txt`, read once: what does not distinguish pages, in general and on
/// known sites. The file says what each keyword means. Immutable once read; safe for many threads.
final class AddressRules {
    static final AddressRules STANDARD = load();

    /// Another way to a page.
    ///
    /// @param from segments of a path, `{x}` for any one
    /// @param host of the page that is kept
    /// @param to its path, perhaps with a parameter
    record Way(List<String> from, String host, String to) {}

    /// Parameters that count, or do not, under a path.
    record Only(String path, Set<String> names) {}

    /// A page that only passes on.
    record Wrapper(String path, List<String> parameters) {}

    private int version;
    private final Names trackers = new Names();
    private final Names sessions = new Names();
    final Set<String> sessionsIfHex = new HashSet<>();
    final Set<String> indexFiles = new HashSet<>();
    final Set<String> labels = new HashSet<>();
    final Map<String, String> hosts = new HashMap<>();
    final Map<String, String> middleLabels = new HashMap<>();
    private final Map<String, List<Way>> ways = new HashMap<>();
    private final Map<String, List<Only>> kept = new HashMap<>();
    private final Map<String, Names> dropped = new HashMap<>();
    final Map<String, String> droppedLast = new HashMap<>();
    final Map<String, Integer> caseless = new HashMap<>();
    private final Map<String, List<Wrapper>> wrappers = new HashMap<>();
    private final Map<String, List<String>> caches = new HashMap<>();

    /// Names, and beginnings of names.
    private static final class Names {
        private final Set<String> whole = new HashSet<>();
        private final List<String> beginnings = new ArrayList<>();

        void add(List<String> names) {
            for (String name : names) {
                if (name.endsWith("*")) {
                    beginnings.add(name.substring(0, name.length() - 1));
                } else {
                    whole.add(name);
                }
            }
        }

        boolean holds(String name) {
            if (whole.contains(name)) {
                return true;
            }
            for (String beginning : beginnings) {
                if (name.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    int version() {
        return version;
    }

    boolean isTracker(String name) {
        return trackers.holds(name);
    }

    boolean isSession(String name, String value) {
        return sessions.holds(name) || (sessionsIfHex.contains(name) && isHex32(value));
    }

    /// Whether a parameter does not count on that site under that path.
    boolean isDropped(String host, String path, String name) {
        for (Only only : kept.getOrDefault(host, List.of())) {
            if (path.startsWith(only.path)) {
                return !only.names.contains(name);
            }
        }
        Names names = dropped.get(host);
        return names != null && names.holds(name);
    }

    List<Way> ways(String host) {
        return ways.getOrDefault(host, List.of());
    }

    /// The wrappers on a host or on one above it; `google` stands for Google in every country.
    List<Wrapper> wrappers(String host) {
        return ofHostOrAbove(wrappers, host);
    }

    /// Path prefixes after which a cache holds an address.
    List<String> caches(String host) {
        return ofHostOrAbove(caches, host);
    }

    private static <T> List<T> ofHostOrAbove(Map<String, List<T>> all, String host) {
        for (String above = host; !above.isEmpty(); ) {
            List<T> found = all.get(above);
            if (found != null) {
                return found;
            }
            int dot = above.indexOf('.');
            above = dot < 0 ? "" : above.substring(dot + 1);
        }
        return isGoogle(host) ? all.getOrDefault("google", List.of()) : List.of();
    }

    private static boolean isGoogle(String host) {
        return host.startsWith("google.") && host.length() <= "google.com.xx".length();
    }

    private static boolean isHex32(String value) {
        return value.length() == 32
                && value.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    private static AddressRules load() {
        try (InputStream in = AddressRules.class.getResourceAsStream("addresses.txt")) {
            if (in == null) {
                throw new IllegalStateException("addresses.txt: is not in the program");
            }
            AddressRules rules = new AddressRules();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(rules::line);
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException("addresses.txt: cannot be read", e);
        }
    }

    private void line(String line) {
        List<String> words = Arrays.asList(line.split(" +", -1));
        List<String> rest = words.subList(1, words.size());
        String first = rest.getFirst();
        switch (words.getFirst()) {
            case "rules" -> version = Integer.parseInt(first);
            case "tracker" -> trackers.add(rest);
            case "session" -> sessions.add(rest);
            case "session-if-hex" -> sessionsIfHex.addAll(rest);
            case "index" -> indexFiles.addAll(rest);
            case "label" -> labels.addAll(rest);
            case "host" -> hosts.put(first, rest.get(1));
            case "middle-label" -> middleLabels.put(first, rest.get(1));
            case "path" ->
                    ways.computeIfAbsent(first, _ -> new ArrayList<>())
                            .add(
                                    new Way(
                                            List.of(rest.get(1).substring(1).split("/", -1)),
                                            rest.get(2),
                                            rest.get(3)));
            case "keep" ->
                    kept.computeIfAbsent(first, _ -> new ArrayList<>())
                            .add(new Only(rest.get(1), Set.copyOf(rest.subList(2, rest.size()))));
            case "drop" ->
                    dropped.computeIfAbsent(first, _ -> new Names())
                            .add(rest.subList(1, rest.size()));
            case "drop-last" -> droppedLast.put(first, rest.get(1));
            case "nocase" -> caseless.put(first, Integer.valueOf(rest.get(1)));
            case "wrapper" ->
                    wrappers.computeIfAbsent(first, _ -> new ArrayList<>())
                            .add(
                                    new Wrapper(
                                            rest.get(1),
                                            List.copyOf(rest.subList(2, rest.size()))));
            case "cache" -> caches.computeIfAbsent(first, _ -> new ArrayList<>()).add(rest.get(1));
            default -> throw new IllegalStateException("addresses.txt: unknown keyword");
        }
    }
}
