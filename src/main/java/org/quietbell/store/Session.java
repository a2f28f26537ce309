package org.quietbell.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plain SQL on one connection, for the length of one piece of work. Not safe for many threads.
///
/// Parameters may be texts, numbers, truths, byte arrays, instants (see [Moments]), optionals of
/// these, and arrays of texts or byte arrays for `= ANY(?)`.
final class Session {
    /// Reads one row.
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private boolean changed;

    Session(Connection connection) {
        this.connection = connection;
    }

    /// Whether anything was written.
    boolean hasChanged() {
        return changed;
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }

    /// The same question with other parameters, again and again: the way to look up many keys of
    /// two columns, since H2 takes `a = ? AND b = ANY(?)` for a walk through all rows of `a`.
    <T> List<T> queryEach(
            String sql, RowReader<T> reader, List<? extends @Nullable Object[]> parameters)
            throws SQLException {
        List<T> read = new ArrayList<>();
        if (parameters.isEmpty()) {
            return read;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] some : parameters) {
                bind(statement, some);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        read.add(reader.read(rows));
                    }
                }
            }
        }
        return read;
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        List<T> rows = query(sql, reader, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    /// @return how many rows it changed
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            int rows = statement.executeUpdate();
            changed |= rows > 0;
            return rows;
        }
    }

    /// The same statement for many rows, in one go; nothing for none.
    void batch(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
            changed = true;
        }
    }

    /// Updates the row of that key, or inserts it.
    ///
    /// @param keys names of the key's columns, with commas
    /// @param others names of the other columns, with commas
    /// @param values of all columns, in that order
    void put(String table, String keys, String others, @Nullable Object... values)
            throws SQLException {
        List<String> keyNames = List.of(keys.split(", "));
        List<String> otherNames = List.of(others.split(", "));
        List<@Nullable Object> ordered =
                new ArrayList<>(Arrays.asList(values).subList(keyNames.size(), values.length));
        ordered.addAll(Arrays.asList(values).subList(0, keyNames.size()));
        int rows =
                update(
                        "UPDATE "
                                + table
                                + " SET "
                                + assigned(otherNames, ", ")
                                + " WHERE "
                                + assigned(keyNames, " AND "),
                        ordered.toArray());
        if (rows == 0) {
            String places =
                    Stream.generate(() -> "?")
                            .limit(values.length)
                            .collect(Collectors.joining(","));
            update(
                    "INSERT INTO "
                            + table
                            + " ("
                            + keys
                            + ", "
                            + others
                            + ") VALUES ("
                            + places
                            + ")",
                    values);
        }
    }

    private static String assigned(List<String> columns, String between) {
        return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(between));
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, plain(parameters[i]));
        }
    }

    private static @Nullable Object plain(@Nullable Object parameter) {
        return switch (parameter) {
            case Optional<?> optional -> plain(optional.orElse(null));
            case Instant moment -> Moments.number(moment);
            case null -> null;
            default -> parameter;
        };
    }
}
