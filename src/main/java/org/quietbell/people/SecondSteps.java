package org.quietbell.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps what the pages ask for after the passphrase, sealed. Safe for many threads.
public interface SecondSteps {
    /// What is asked for; empty: only the passphrase is.
    Optional<SecondStep> find();

    /// Asks for it from now on, if the code that her device shows is right.
    ///
    /// @param spare the codes that she is shown; only keyed digests of them are kept
    /// @return whether it was
    boolean begin(String secret, String typed, Instant now, List<String> spare);

    /// Puts other spare codes in place of those that are left, where it is asked for.
    void renew(List<String> spare);

    /// Takes a code, once: of two who try the same at the same time, one gets in.
    ///
    /// @return whether it is right; true if none is asked for
    boolean take(String typed, Instant now);

    /// Asks for the passphrase only.
    ///
    /// @return whether more was asked for
    boolean end();
}
