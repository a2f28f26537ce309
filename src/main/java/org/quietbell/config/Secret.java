package org.quietbell.config;

/// A password, token or key in text form. Prints as `***`, so that no message, log or trace shows
/// it.
public final class Secret {
    private final String value;

    /// @param value the secret itself, without a final newline
    public Secret(String value) {
        this.value = value;
    }

    /// The secret itself, for the one place that must send it.
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
