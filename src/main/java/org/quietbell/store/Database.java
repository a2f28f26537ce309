package org.quietbell.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.quietbell.store.StoreException.Kind;

/// One encrypted H2 file and the connections to it. Safe for many threads.
///
/// H2 shuts its file for everybody when one write fails or one thread is interrupted inside it.
/// Against the second, work runs on threads that nobody else knows. After the first, the next piece
/// of work opens the file anew, and work that was under way is done once more: all work given to
/// this class can be repeated.
final class Database implements AutoCloseable, Convoy.Road {
    static final String FILE = "store.mv.db";
    private static final int AT_A_TIME = 8;
    private static final int LENT = 8;
    private static final int ATTEMPTS = 10;
    private static final int LETTING_GO = 100;
    private static final long LETTING_GO_NANOS = 20_000_000;

    /// What H2 may keep of its pages; a small store never fills it. With 1 MiB a new hit among a
    /// million cost twice the allocations of one among ten thousand, with 8 MiB 1.2 times.
    private static final int CACHE_KIB = 8192;

    private static final int LOCK_MILLIS = 20_000;

    /// A piece of work on one connection.
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    private final Path folder;
    private final String address;
    private final char[] password;
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = threads();
    private final Convoy convoy = new Convoy(threads, this);
    private final Deque<Kept> idle = new ConcurrentLinkedDeque<>();
    private final AtomicLong commits = new AtomicLong();
    private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock(true);
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
        return attempted((connection, _) -> work.on(new Session(connection)));
    }

    /// Does the work in one transaction. Work that comes at the same time may share it: then all of
    /// it is committed at once, or each on its own.
    <T> T write(Work<T> work) {
        return written(work, false);
    }

    /// As [#write], and returns when it is on the disk, through a sync; if it wrote nothing, there
    /// is nothing to sync.
    <T> T writeSynced(Work<T> work) {
        return written(work, true);
    }

    private <T> T written(Work<T> work, boolean isSynced) {
        if (workers.contains(Thread.currentThread())) {
            return alone(work, isSynced); // work within work
        }
        return Patience.await(convoy.join(work, isSynced));
    }

    @Override
    public <T> T alone(Work<T> work, boolean isSynced) {
        return repeated((connection, isRepeat) -> {
            Session session = new Session(connection);
            T result = committed(connection, session, work);
            if (isSynced && (session.hasChanged() || isRepeat)) {
                sync(connection);
            }
            return result;
        });
    }

    private <T> T committed(Connection connection, Session session, Work<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        T result = work.on(session);
        writing.readLock().lock();
        try {
            connection.commit();
        } finally {
            writing.readLock().unlock();
        }
        connection.setAutoCommit(true);
        return result;
    }

    /// One sync serves every commit that came before it, so that many at a time share it.
    ///
    /// No commit runs beside it: inside H2 a sync that waits for a commit, and a commit whose write
    /// fails, wait for each other for ever.
    private void sync(Connection connection) throws SQLException {
        long mine = commits.incrementAndGet();
        writing.writeLock().lock();
        try {
            if (synced < mine) {
                long reached = commits.get();
                new Session(connection).update("CHECKPOINT SYNC");
                synced = reached;
            }
        } finally {
            writing.writeLock().unlock();
        }
    }

    private interface Attempt<T> {
        /// @param isRepeat whether an attempt before ended nobody knows how
        T with(Connection connection, boolean isRepeat) throws SQLException;
    }

    /// Does the work on a thread of our own and waits for it, whatever happens to the caller: who
    /// is interrupted inside H2 closes the file for all, or leaves H2 locked up for good.
    private <T> T attempted(Attempt<T> attempt) {
        if (workers.contains(Thread.currentThread())) {
            return repeated(attempt); // work within work
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        threads.execute(() -> Patience.complete(done, () -> repeated(attempt)));
        return Patience.await(done);
    }

    private <T> T repeated(Attempt<T> attempt) {
        for (int count = 1; ; count++) {
            JdbcConnectionPool used = pool;
            try {
                return once(used, attempt, count > 1);
            } catch (SQLException thrown) {
                SQLException e = SqlFault.real(thrown);
                if (SqlFault.isClosed(e)) {
                    renew(used);
                }
                if (count == ATTEMPTS || closed || !SqlFault.isPassing(e)) {
                    throw SqlFault.of(e, folder);
                }
            }
        }
    }

    private ThreadPoolExecutor threads() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(
                        AT_A_TIME,
                        AT_A_TIME,
                        30,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("store")
                                        .unstarted(() -> {
                                            workers.add(Thread.currentThread());
                                            try {
                                                work.run();
                                            } finally {
                                                workers.remove(Thread.currentThread());
                                            }
                                        }));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /// A connection that worked is kept for the next: giving it back to H2's pool rolls it back,
    /// which writes whatever others have under way.
    private <T> T once(JdbcConnectionPool used, Attempt<T> attempt, boolean isRepeat)
            throws SQLException {
        Kept kept = kept(used);
        try {
            T result = once(kept.connection(), attempt, isRepeat);
            idle.addFirst(kept);
            return result;
        } catch (SQLException | RuntimeException e) {
            kept.closeAfter(e);
            throw e;
        }
    }

    private Kept kept(JdbcConnectionPool used) throws SQLException {
        for (Kept kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.pool() == used) {
                return kept;
            }
            kept.connection().close();
        }
        return new Kept(used, connection(used));
    }

    /// A connection of ours between two pieces of work.
    private record Kept(JdbcConnectionPool pool, Connection connection) {
        void closeAfter(Exception fault) {
            try {
                connection.close();
            } catch (SQLException second) {
                fault.addSuppressed(second); // the first says what went wrong
            }
        }
    }

    private <T> T once(Connection connection, Attempt<T> attempt, boolean isRepeat)
            throws SQLException {
        try {
            return attempt.with(connection, isRepeat);
        } catch (SQLException | RuntimeException e) {
            try {
                if (!connection.getAutoCommit()) {
                    writing.readLock().lock();
                    connection.rollback();
                }
            } catch (SQLException second) {
                e.addSuppressed(second); // the first says what went wrong
            } finally {
                if (writing.getReadHoldCount() > 0) {
                    writing.readLock().unlock();
                }
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

    /// A connection of its own for who must have one: to be closed by the borrower, soon. It ends
    /// its transactions under the same lock as we do.
    Connection lend() throws SQLException {
        JdbcConnectionPool used = pool;
        Connection connection = connection(used);
        if (!connection.isValid(0)) {
            connection.close();
            renew(used);
            connection = connection(pool);
        }
        return LentConnection.of(connection, writing.readLock());
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
            threads.shutdown();
            Arrays.fill(password, ' ');
        }
    }
}
