package org.quietbell.store;

/// The store cannot do what it should. Its message is one sentence `WHAT: WHY: WHAT TO DO`.
///
/// It never carries the database's own exception: H2 prints stored rows into its messages, and
/// whoever logs a cause logs them too. What is kept of it is its number and where it was thrown.
public final class StoreException extends RuntimeException {
    /// What is wrong.
    public enum Kind {
        /// Another process has it.
        HELD,
        /// The keys that were opened are not those of this database.
        WRONG_KEY,
        /// What was read is not what was written, or is gone.
        DAMAGED,
        /// The disk is full. The store goes on by itself once there is room.
        FULL,
        /// All else.
        OTHER
    }

    private final Kind kind;

    StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// What is wrong.
    public Kind kind() {
        return kind;
    }
}
