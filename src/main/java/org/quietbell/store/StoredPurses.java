package org.quietbell.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quietbell.json.Json;
import org.quietbell.source.Budget;
import org.quietbell.source.Charge;
import org.quietbell.source.Spending;

/// What was spent of each budget. A key is known by its keyed fingerprint alone. Safe for many
/// threads of the one process that holds the store: nobody spends while another does.
final class StoredPurses {
    private static final String PURSE = "purse";

    private final Database database;
    private final Seals seals;
    private final ReentrantLock lock = new ReentrantLock();

    StoredPurses(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    Optional<Instant> spend(List<Charge> charges, Instant now) {
        if (charges.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Budget>> purses = purses(charges);
        lock.lock();
        try {
            return database.write(session -> spend(session, purses, now));
        } finally {
            lock.unlock();
        }
    }

    private static Optional<Instant> spend(
            Session session, Map<String, List<Budget>> purses, Instant now) throws SQLException {
        Map<String, Spending> spent = spent(session, purses);
        Optional<Instant> free = free(purses, spent, now);
        for (Map.Entry<String, Spending> one : spent.entrySet()) {
            Spending then =
                    free.isEmpty() ? one.getValue().spend(now) : one.getValue().settled(now);
            if (!then.equals(one.getValue())) {
                session.put("spent", PURSE, "made", one.getKey(), text(then));
            }
        }
        return free;
    }

    Optional<Instant> free(List<Charge> charges, Instant now) {
        if (charges.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Budget>> purses = purses(charges);
        return database.read(session -> free(purses, spent(session, purses), now));
    }

    private static Optional<Instant> free(
            Map<String, List<Budget>> purses, Map<String, Spending> spent, Instant now) {
        return purses.entrySet().stream()
                .flatMap(purse ->
                        purse.getValue().stream()
                                .flatMap(budget ->
                                        spent
                                                .getOrDefault(purse.getKey(), Spending.NONE)
                                                .freeAt(budget, now)
                                                .stream()))
                .max(Instant::compareTo);
    }

    private static Map<String, Spending> spent(Session session, Map<String, List<Budget>> purses)
            throws SQLException {
        Map<String, Spending> spent = new LinkedHashMap<>();
        for (String purse : purses.keySet()) {
            spent.put(
                    purse,
                    session.first(
                                    "SELECT made FROM spent WHERE purse = ?",
                                    row -> read(row.getString(1)),
                                    purse)
                            .orElse(Spending.NONE));
        }
        return spent;
    }

    private Map<String, List<Budget>> purses(List<Charge> charges) {
        Map<String, List<Budget>> purses = new LinkedHashMap<>();
        for (Charge charge : charges) {
            purses.computeIfAbsent(name(charge.purse()), _ -> new ArrayList<>())
                    .addAll(charge.budgets());
        }
        return purses;
    }

    private String name(Charge.Purse purse) {
        return switch (purse) {
            case Charge.Purse.Own(var source) -> "source " + source.value();
            case Charge.Purse.Shared(String type, List<String> keys, String place) ->
                    "shared "
                            + HexFormat.of()
                                    .formatHex(
                                            seals.ofInstallation()
                                                    .fingerprint(
                                                            PURSE,
                                                            Json.of(List.of(type, keys, place))
                                                                    .bytes()));
        };
    }

    /// As `MICROSECONDS*REQUESTS`, oldest first, with blanks between.
    private static String text(Spending spending) {
        return spending.made().stream()
                .map(one -> Moments.number(one.at()) + "*" + one.requests())
                .collect(Collectors.joining(" "));
    }

    private static Spending read(String text) {
        return new Spending(
                Stream.of(text.split(" ", -1))
                        .filter(one -> !one.isEmpty())
                        .map(StoredPurses::made)
                        .toList());
    }

    private static Spending.Made made(String text) {
        int star = text.indexOf('*');
        return new Spending.Made(
                Moments.of(Long.parseLong(text.substring(0, star))),
                Integer.parseInt(text.substring(star + 1)));
    }
}
