package org.quietbell.hit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What kind of place an address is, told from the address alone: the first thing a list says of an
/// item, before its site, title or address.
///
/// The table is `places.txt` beside this class.
public enum PlaceKind {
    /// People write to one another there.
    FORUM,
    /// Accounts that post.
    SOCIAL,
    /// Moving pictures.
    VIDEO,
    /// A page of search results.
    SEARCH,
    /// A newspaper, a broadcaster, a press service.
    NEWS,
    /// Anything else.
    OTHER;

    private static final Map<String, PlaceKind> SITES = new HashMap<>();
    private static final Map<String, PlaceKind> LABELS = new HashMap<>();
    private static final Map<String, PlaceKind> PATHS = new LinkedHashMap<>();

    static {
        load();
    }

    /// The kind of a place; never throws.
    public static PlaceKind of(String address) {
        String site = CanonicalRules.site(address);
        if (site.isEmpty()) {
            return OTHER;
        }
        for (String above = site; !above.isEmpty(); ) {
            PlaceKind kind = SITES.get(above);
            int dot = above.indexOf('.');
            if (kind != null) {
                return kind;
            }
            above = dot < 0 ? "" : above.substring(dot + 1);
        }
        String whole = CanonicalRules.canonical(address).value().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, PlaceKind> path : PATHS.entrySet()) {
            if (whole.contains(path.getKey())) {
                return path.getValue();
            }
        }
        for (String label : site.split("[.-]", -1)) {
            PlaceKind kind = LABELS.get(label);
            if (kind != null) {
                return kind;
            }
        }
        return OTHER;
    }

    /// The key of its word in the message bundles, e.g. `place.forum`.
    public String key() {
        return this == OTHER ? "place.page" : "place." + name().toLowerCase(Locale.ROOT);
    }

    private static void load() {
        try (InputStream in = PlaceKind.class.getResourceAsStream("places.txt")) {
            if (in == null) {
                throw new IllegalStateException("places.txt: is not in the program");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(PlaceKind::line);
        } catch (IOException e) {
            throw new UncheckedIOException("places.txt: cannot be read", e);
        }
    }

    private static void line(String line) {
        String[] words = line.split(" +", -1);
        PlaceKind kind = valueOf(words[0].toUpperCase(Locale.ROOT));
        Map<String, PlaceKind> table =
                switch (words[1]) {
                    case "site" -> SITES;
                    case "label" -> LABELS;
                    case "path" -> PATHS;
                    default -> throw new IllegalStateException("places.txt: unknown keyword");
                };
        for (int i = 2; i < words.length; i++) {
            table.put(words[i], kind);
        }
    }
}
