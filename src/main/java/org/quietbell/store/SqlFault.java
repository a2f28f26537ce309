package org.quietbell.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.quietbell.store.StoreException.Kind;

/// What an exception of the database means, told by its number and never by its text.
final class SqlFault {
    private static final long ROOM = 1024L * 1024;
    private static final Set<Integer> CLOSED =
            Set.of(
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.GENERAL_ERROR_1);
    private static final Set<Integer> SHUT =
            Set.of(
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.GENERAL_ERROR_1);
    private static final Set<Integer> COLLIDED =
            Set.of(
                    ErrorCode.DEADLOCK_1,
                    ErrorCode.LOCK_TIMEOUT_1,
                    ErrorCode.CONCURRENT_UPDATE_1,
                    ErrorCode.DUPLICATE_KEY_1);

    private SqlFault() {}

    /// The exception that says what went wrong: that of a batch has it beside, not beneath itself.
    static SQLException real(SQLException e) {
        SQLException next = e.getNextException();
        return e instanceof BatchUpdateException && next != null ? next : e;
    }

    /// Whether the database has shut itself for everybody and must be opened anew.
    static boolean isClosed(SQLException e) {
        return CLOSED.contains(e.getErrorCode());
    }

    /// Whether the same work may succeed if it is done once more: another transaction was in the
    /// way, or somebody else's trouble has shut the file. A disk that fails is not asked again.
    static boolean isPassing(SQLException e) {
        if (has(IOException.class, e) && !has(ClosedChannelException.class, e)) {
            return false;
        }
        return COLLIDED.contains(e.getErrorCode())
                || SHUT.contains(e.getErrorCode())
                || has(ClosedChannelException.class, e);
    }

    private static boolean has(Class<? extends Exception> kind, SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    static StoreException of(SQLException e, Path folder) {
        StoreException told =
                switch (e.getErrorCode()) {
                    case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                            new StoreException(
                                    Kind.HELD,
                                    "store: another process has the database open: stop it first");
                    case ErrorCode.WRONG_USER_OR_PASSWORD ->
                            new StoreException(
                                    Kind.WRONG_KEY,
                                    "store: the key ring does not open the database: restore both"
                                            + " from the same backup");
                    // H2 says so of every encrypted file whose head it cannot read; that the key is
                    // right was proven by the ring
                    case ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
                            new StoreException(
                                    Kind.DAMAGED,
                                    "store: the database does not open with its keys: it was"
                                            + " damaged, or it belongs to another key ring: restore"
                                            + " both from the same backup");
                    case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1,
                            ErrorCode.DATABASE_NOT_FOUND_1 ->
                            missing();
                    default -> ofState(e, folder);
                };
        told.setStackTrace(e.getStackTrace());
        return told;
    }

    static StoreException missing() {
        return new StoreException(
                Kind.DAMAGED,
                "store: the database file is gone, though its keys are here: restore it from a"
                        + " backup");
    }

    private static StoreException ofState(SQLException e, Path folder) {
        if (isFull(e, folder)) {
            return new StoreException(
                    Kind.FULL,
                    "store: the disk is full: make room, and it goes on by itself; nothing that was"
                            + " kept is lost");
        }
        if (e.getErrorCode() == ErrorCode.FILE_CORRUPTED_1 || has(EOFException.class, e)) {
            return new StoreException(
                    Kind.DAMAGED,
                    "store: the database file was changed or cut off: restore it from a backup");
        }
        return new StoreException(
                Kind.OTHER,
                "store: the database answers error "
                        + e.getErrorCode()
                        + ": run doctor, and look into the log");
    }

    private static boolean isFull(SQLException e, Path folder) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            String text =
                    cause instanceof FileSystemException file
                            ? file.getReason()
                            : cause.getMessage();
            if (cause instanceof IOException
                    && text != null
                    && text.contains("No space left on device")) {
                return true;
            }
        }
        if (!isClosed(e)) {
            return false;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < ROOM;
        } catch (IOException _) {
            return false; // then it is another trouble
        }
    }
}
