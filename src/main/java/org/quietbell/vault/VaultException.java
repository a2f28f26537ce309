package org.quietbell.vault;

import org.jspecify.annotations.Nullable;

/// The keys cannot be had. Its message is one sentence `WHAT: WHY: WHAT TO DO`, without a secret.
public final class VaultException extends RuntimeException {
    /// What is wrong.
    public enum Kind {
        /// The ring is whole, but this key does not open it; or a sealed field was made elsewhere.
        WRONG_KEY,
        /// What was read was changed since it was written.
        DAMAGED,
        /// There is no such ring or key.
        MISSING
    }

    private final Kind kind;

    VaultException(Kind kind, String message) {
        this(kind, message, null);
    }

    VaultException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /// What is wrong.
    public Kind kind() {
        return kind;
    }
}
