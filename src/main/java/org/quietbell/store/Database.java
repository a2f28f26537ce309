package org.quietbell.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.quietbell.store.StoreException.Kind;

/// One encrypted H2 file and the connections to it. Safe for many threads.
///
/// H2 shuts its file for everybody when one write fails or one thread is interrupted inside it
/// (FAULTS, facts). Then the next piece of work opens it anew, and work that was under way is done
/// once more: all work given to this class can be repeated.
final class Database implements AutoCloseable {
    static final String FILE = "store.mv.db";
    private static final int AT_A_TIME = 8;
    private static final int LENT = 8;
    private static final int ATTEMPTS = 20;
    private static final int LETTING_GO = 100;
    private static final long LETTING_GO_NANOS = 20_000_000;
    private static final int CACHE_KIB = 1024;
    private static final int LOCK_MILLIS = 20_000;

    /// A piece of work on one connection.
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    private final Path folder;
    private final String address;
    private final char[] password;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final AtomicLong commits = new AtomicLong();
    private final ReentrantLock syncing = new ReentrantLock();
    private long synced;
    private final Object opening = new Object();
    private volatile JdbcConnectionPool pool;
    private volatile boolean closed;

    private Database(Path folder, String address, char[] password, JdbcConnectionPool pool) {
        this.folder = folder;
        this.address = address;
        this.password = password.clone();
        this.pool = pool;
    }

    /// Opens the database of that folder and proves that it keeps what it commits.
    ///
    /// @param fileSystem prefix of H2's file name: `file:`, or a test's own
    /// @param filePassword of the encrypted file
    /// @param expected whether it must be there already; otherwise it is made
    /// @throws StoreException if it cannot be opened
    static Database open(Path folder, String fileSystem, char[] filePassword, boolean expected) {
        Path file = folder.resolve(FILE);
        if (expected && !Files.exists(file)) {
            throw SqlFault.missing();
        }
        String address =
                "jdbc:h2:"
                        + fileSystem
                        + folder.resolve("store")
                        + ";CIPHER=AES;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1"
                        + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE="
                        + CACHE_KIB
                        + ";LOCK_TIMEOUT="
                        + LOCK_MILLIS
                        + ";IFEXISTS=";
        char[] passwords = (new String(filePassword) + " store").toCharArray();
        JdbcConnectionPool pool = pool(address + (expected ? "TRUE" : "FALSE"), passwords);
        Database database = new Database(folder, address + "TRUE", passwords, pool);
        try (Connection connection = pool.getConnection()) {
            prove(new Session(connection));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (SQLException e) {
            pool.dispose();
            throw SqlFault.of(e, folder);
        } catch (IOException e) {
            pool.dispose();
            throw new UncheckedIOException("keeping the database to its owner", e);
        }
        return database;
    }

    private static JdbcConnectionPool pool(String address, char[] passwords) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(address);
        source.setUser("store");
        source.setPasswordChars(passwords.clone());
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(AT_A_TIME + LENT);
        return pool;
    }

    private static void prove(Session session) throws SQLException {
        String delay =
                session.first(
                                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                                        + " WHERE SETTING_NAME = 'WRITE_DELAY'",
                                row -> row.getString(1))
                        .orElse("unknown");
        if (!delay.equals("0")) {
            throw new StoreException(
                    Kind.OTHER,
                    "store: the database would write late (WRITE_DELAY "
                            + delay
                            + "): use the H2 version that came with the program");
        }
        session.update("CHECKPOINT SYNC");
    }

    Migrations.Work plain() {
        return new Migrations.Work() {
            @Override
            public <T> T on(Migrations.Step<T> step) throws SQLException {
                try (Connection connection = pool.getConnection()) {
                    return step.with(new Session(connection));
                }
            }
        };
    }

    void migrate(Migrations migrations) {
        try {
            migrations.run(pool, plain(), folder);
        } catch (SQLException e) {
            throw SqlFault.of(e, folder);
        }
    }

    /// Reads, each statement on its own.
    <T> T read(Work<T> work) {
        return attempted(connection -> work.on(new Session(connection)));
    }

    /// Does the work in one transaction.
    <T> T write(Work<T> work) {
        return attempted(connection -> {
            Session session = new Session(connection);
            return committed(connection, session, work);
        });
    }

    /// Does the work in one transaction and returns when it is on the disk, through a sync; if it
    /// wrote nothing, there is nothing to sync.
    <T> T writeSynced(Work<T> work) {
        return attempted(connection -> {
            Session session = new Session(connection);
            T result = committed(connection, session, work);
            if (session.hasChanged()) {
                sync(connection);
            }
            return result;
        });
    }

    private static <T> T committed(Connection connection, Session session, Work<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        T result = work.on(session);
        connection.commit();
        connection.setAutoCommit(true);
        return result;
    }

    /// One sync serves every commit that came before it, so that many at a time share it.
    private void sync(Connection connection) throws SQLException {
        long mine = commits.incrementAndGet();
        syncing.lock();
        try {
            if (synced < mine) {
                long reached = commits.get();
                new Session(connection).update("CHECKPOINT SYNC");
                synced = reached;
            }
        } finally {
            syncing.unlock();
        }
    }

    private interface Attempt<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T attempted(Attempt<T> attempt) {
        boolean interrupted = false;
        turns.acquireUninterruptibly();
        try {
            for (int count = 1; ; count++) {
                // a thread that enters H2 marked as interrupted would close the file for all
                interrupted |= Thread.interrupted();
                JdbcConnectionPool used = pool;
                try (Connection connection = connection(used)) {
                    return once(connection, attempt);
                } catch (SQLException e) {
                    boolean isClosed = SqlFault.isClosed(e);
                    if (isClosed) {
                        renew(used);
                    }
                    boolean isPassing = isClosed || SqlFault.isCollision(e);
                    if (count == ATTEMPTS
                            || closed
                            || !isPassing
                            || SqlFault.isFull(e, folder)) {
                        throw SqlFault.of(e, folder);
                    }
                }
            }
        } finally {
            turns.release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T once(Connection connection, Attempt<T> attempt) throws SQLException {
        try {
            return attempt.with(connection);
        } catch (SQLException | RuntimeException e) {
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            } catch (SQLException second) {
                e.addSuppressed(second); // the first says what went wrong
            }
            throw e;
        }
    }

    /// A connection; the first one after the file was shut opens it anew. While the shut file is
    /// still being let go of, H2 finds it locked: nobody else can hold it (see [DataFolder]), so
    /// that passes.
    private static Connection connection(JdbcConnectionPool from) throws SQLException {
        for (int count = 1; ; count++) {
            try {
                return from.getConnection();
            } catch (IllegalStateException e) {
                throw new SQLException("the pool was replaced", "", ErrorCode.OBJECT_CLOSED, e);
            } catch (SQLException e) {
                if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1 || count == LETTING_GO) {
                    throw e;
                }
                LockSupport.parkNanos(LETTING_GO_NANOS);
            }
        }
    }

    /// Puts a new pool in the place of one whose database has shut itself.
    private void renew(JdbcConnectionPool broken) {
        synchronized (opening) {
            if (pool == broken && !closed) {
                pool = pool(address, password);
                broken.dispose();
            }
        }
    }

    /// A connection of its own for who must have one: to be closed by the borrower, soon.
    Connection lend() throws SQLException {
        JdbcConnectionPool used = pool;
        Connection connection = connection(used);
        if (connection.isValid(0)) {
            return connection;
        }
        connection.close();
        renew(used);
        return connection(pool);
    }

    /// Ends orderly. What is not done by then fails.
    @Override
    public void close() {
        closed = true;
        try (Connection connection = connection(pool)) {
            new Session(connection).update("SHUTDOWN");
        } catch (SQLException e) {
            if (!SqlFault.isClosed(e)) {
                throw SqlFault.of(e, folder);
            }
        } finally {
            pool.dispose();
            Arrays.fill(password, ' ');
        }
    }
}
