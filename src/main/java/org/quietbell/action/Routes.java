package org.quietbell.action;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quietbell.hit.PlaceKind;

/// The table of routes, `routes.txt` beside this class: blocks of `key: value`, parted by empty
/// lines, the most protective first. Immutable and safe for many threads.
public final class Routes {
    private static final Set<String> KEYS =
            Set.of(
                    "id",
                    "countries",
                    "age",
                    "young",
                    "instead",
                    "places",
                    "address",
                    "phone",
                    "mail",
                    "first",
                    "asks",
                    "verified",
                    "checked",
                    "helps",
                    "letters",
                    "hours",
                    "next");

    /// The table that comes with the program.
    public static final Routes STANDARD = new Routes(read());

    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    /// Reads a table.
    ///
    /// @throws IllegalArgumentException if a row lacks its id or the day it was noted, or holds
    ///   what is not known; it names the row
    public static Routes parse(String text) {
        List<Route> routes = new ArrayList<>();
        for (String block : text.split("\\n\\s*\\n", -1)) {
            Map<String, String> row = new LinkedHashMap<>();
            block.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> put(row, line));
            if (!row.isEmpty()) {
                routes.add(route(row));
            }
        }
        return new Routes(routes);
    }

    /// All of them, the most protective first.
    public List<Route> all() {
        return all;
    }

    /// Those that are of use, the most protective first.
    public List<Route> of(Circumstances circumstances) {
        List<Route> allowed = all.stream().filter(circumstances::allow).toList();
        Set<String> replaced =
                allowed.stream()
                        .flatMap(route -> route.instead().stream())
                        .collect(Collectors.toSet());
        return allowed.stream().filter(route -> !replaced.contains(route.id())).toList();
    }

    /// Those of use that are there for the person: help lines, shelters, programmes. Those of her
    /// country first, else as the table has them.
    public List<Route> support(Circumstances circumstances) {
        return of(circumstances).stream()
                .filter(Route::helps)
                .sorted(Comparator.comparing(route -> route.countries().isEmpty()))
                .toList();
    }

    /// The route of that id, if the table has it.
    public Optional<Route> find(String id) {
        return all.stream().filter(route -> route.id().equals(id)).findFirst();
    }

    /// The countries that have a route of their own, by code.
    public Set<String> countries() {
        return all.stream()
                .flatMap(route -> route.countries().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void put(Map<String, String> row, String line) {
        int colon = line.indexOf(':');
        String key = colon < 0 ? line : line.substring(0, colon).strip();
        if (colon < 0 || !KEYS.contains(key)) {
            throw new IllegalArgumentException("route " + row.get("id") + ": what is " + key + "?");
        }
        row.put(key, line.substring(colon + 1).strip());
    }

    private static Route route(Map<String, String> row) {
        String id = row.getOrDefault("id", "");
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("route without an id: " + row.values());
        }
        String verified = row.get("verified");
        if (verified == null) {
            throw new IllegalArgumentException(
                    "route " + id + ": says no day on which it was noted");
        }
        return new Route(
                id,
                words(row, "countries").stream()
                        .filter(code -> !code.equals("any"))
                        .collect(Collectors.toSet()),
                one(row, "age", Route.Age.class, Route.Age.ANY),
                "yes".equals(row.get("young")),
                Optional.ofNullable(row.get("instead")),
                words(row, "places").stream()
                        .filter(place -> !place.equals("any"))
                        .map(place -> PlaceKind.valueOf(place.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.get("address")),
                Arrays.stream(row.getOrDefault("phone", "").split(",", -1))
                        .map(String::strip)
                        .filter(number -> !number.isEmpty())
                        .toList(),
                Optional.ofNullable(row.get("mail")),
                one(row, "first", Route.First.class, Route.First.NOTHING),
                one(row, "asks", Route.Asks.class, Route.Asks.NOTHING),
                LocalDate.parse(verified),
                !"no".equals(row.get("checked")),
                "yes".equals(row.get("helps")),
                request(row));
    }

    private static Route.Request request(Map<String, String> row) {
        return new Route.Request(
                words(row, "letters").stream().map(Routes::letter).toList(),
                Optional.ofNullable(row.get("hours"))
                        .map(hours -> Duration.ofHours(Long.parseLong(hours))),
                Optional.ofNullable(row.get("next")));
    }

    private static Letter letter(String word) {
        return Letter.of(word)
                .orElseThrow(() -> new IllegalArgumentException("route: no letter " + word));
    }

    private static List<String> words(Map<String, String> row, String key) {
        return Arrays.stream(row.getOrDefault(key, "").split(" ", -1))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private static <E extends Enum<E>> E one(
            Map<String, String> row, String key, Class<E> type, E otherwise) {
        String written = row.get(key);
        return written == null ? otherwise : Enum.valueOf(type, written.toUpperCase(Locale.ROOT));
    }

    private static List<Route> read() {
        try (InputStream in =
                Objects.requireNonNull(
                        Routes.class.getResourceAsStream("routes.txt"), "routes.txt")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).all;
        } catch (IOException e) {
            throw new UncheckedIOException("routes.txt: cannot be read", e);
        }
    }
}
