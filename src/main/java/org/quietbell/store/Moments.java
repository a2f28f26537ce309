package org.quietbell.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Moments as they are stored: microseconds since 1970, what is finer is cut off.
final class Moments {
    private static final Instant FIRST = Instant.ofEpochSecond(-1_000_000_000_000L);
    private static final Instant LAST = Instant.ofEpochSecond(1_000_000_000_000L);

    private Moments() {}

    static long number(Instant moment) {
        Instant near = moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
        return ChronoUnit.MICROS.between(Instant.EPOCH, near.truncatedTo(ChronoUnit.MICROS));
    }

    static Instant of(long number) {
        return Instant.EPOCH.plus(number, ChronoUnit.MICROS);
    }

    static Instant in(ResultSet row, String column) throws SQLException {
        return of(row.getLong(column));
    }

    static Optional<Instant> maybeIn(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(of(number));
    }
}
