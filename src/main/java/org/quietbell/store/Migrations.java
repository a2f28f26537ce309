package org.quietbell.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.quietbell.store.StoreException.Kind;

/// Brings the tables to the newest shape, by Flyway over an explicit list of scripts.
///
/// Flyway is only loaded when something is pending, which one SELECT tells: it would cost every
/// start half a second and 17 MiB. H2 commits on each DDL statement, so an existing store is backed
/// up first, every script can be repeated, and its version is recorded last.
///
/// @param scripts names of the scripts, in order; the number in the name is the version
record Migrations(List<String> scripts) {
    static final Migrations ALL =
            new Migrations(
                    List.of(
                            "V1__what_is_kept.sql",
                            "V2__schedule.sql",
                            "V3__groups_and_listings.sql",
                            "V4__judged_anew.sql",
                            "V5__audiences.sql",
                            "V6__rounds.sql",
                            "V7__her_pace.sql",
                            "V8__labels.sql",
                            "V9__at_once.sql",
                            "V10__links_and_feeds.sql",
                            "V11__stand_in.sql",
                            "V12__evidence.sql",
                            "V13__own_choices.sql",
                            "V14__helpers_start.sql"));

    private static final String HISTORY = "schema_history";

    /// @return the backup that was made first, if there was something to back up
    Optional<Path> run(DataSource pool, Work work, Path folder) throws SQLException {
        int newest = newest();
        Optional<Integer> there = work.on(Migrations::version);
        if (there.isPresent() && there.get() > newest) {
            throw new StoreException(
                    Kind.OTHER,
                    "store: a newer version of the program wrote it (schema "
                            + there.get()
                            + ", this one knows "
                            + newest
                            + "): run that version, or restore the backup made before the upgrade");
        }
        if (there.isPresent() && there.get() == newest) {
            return Optional.empty();
        }
        Optional<Path> backup = Optional.empty();
        if (there.isPresent() && there.get() > 0) {
            backup = Optional.of(backup(work, folder, there.get()));
        }
        migrate(pool, work, there.isPresent());
        return backup;
    }

    /// The number in the name of the last script.
    private int newest() {
        String last = scripts.getLast();
        return Integer.parseInt(last.substring(1, last.indexOf("__")));
    }

    /// Runs a piece of work with a session, outside of any transaction.
    interface Work {
        <T> T on(Step<T> step) throws SQLException;
    }

    /// One piece of work.
    interface Step<T> {
        T with(Session session) throws SQLException;
    }

    /// The version that is there; empty if there is no table at all.
    private static Optional<Integer> version(Session session) throws SQLException {
        try {
            return session.first(
                    "SELECT COALESCE(MAX(CAST(\"version\" AS INTEGER)), 0) FROM \""
                            + HISTORY
                            + "\" WHERE \"success\"",
                    row -> row.getInt(1));
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2
                    || e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// An encrypted copy. One that is there from an attempt that was cut off is older, so better.
    private static Path backup(Work work, Path folder, int version) throws SQLException {
        Path backup = folder.resolve("store-before-" + (version + 1) + ".zip");
        if (Files.exists(backup)) {
            return backup;
        }
        Path beside = folder.resolve(backup.getFileName() + ".new");
        work.on(session -> session.update("BACKUP TO ?", beside.toString()));
        try {
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
            Files.move(beside, backup, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the backup", e);
        }
        return backup;
    }

    private void migrate(DataSource pool, Work work, boolean hasHistory) throws SQLException {
        if (hasHistory) {
            work.on(session ->
                    session.update("DELETE FROM \"" + HISTORY + "\" WHERE NOT \"success\""));
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .table(HISTORY)
                    .resourceProvider(new Scripts(scripts))
                    .javaMigrationClassProvider(List::of)
                    .placeholderReplacement(false)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw sql;
                }
            }
            throw new StoreException(
                    Kind.OTHER,
                    "store: it cannot be brought to this version ("
                            + e.getErrorCode()
                            + "): run the version it was made with, and look into the log");
        }
    }

    /// Hands Flyway the scripts beside this class.
    private record Scripts(List<String> names) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return names.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return names.stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> (LoadableResource) new Script(name))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream in = Migrations.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("no script " + name);
                }
                return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("reading " + name, e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
