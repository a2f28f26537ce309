package org.quietbell.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.quietbell.config.Secret;
import org.quietbell.vault.Vault;
import org.quietbell.vault.VaultException;

/// The passphrase that a person is asked for before more is said or sent (R1.6), and before the
/// pages show anything. Safe for many threads.
///
/// Where the store opens by a passphrase, it is that one. Where the house key is a file, a service
/// opens the store by itself and nobody ever typed anything: then it is one of its own, chosen when
/// it is first needed, and kept as a key ring that locks nothing else. Whoever can take that ring
/// away from the data folder can have a new one chosen, but can read the key file as well.
///
/// @param folder the data folder
record OwnPassphrase(Path folder) implements Installation.PassphraseCheck {
    private static final String OF_ITS_OWN = "passphrase";

    /// Whether there is one to be asked for.
    boolean isSet() {
        return Vault.exists(folder) && Vault.exists(ring());
    }

    /// Whether this is it. Slow on purpose.
    ///
    /// @throws VaultException if it is not, or cannot be told
    void check(Secret typed) {
        Vault.open(ring(), Keys.typed(typed)).close();
    }

    /// Puts another in its place. Slow on purpose.
    ///
    /// @param vault the open one: what it writes later has to know of the change
    /// @throws VaultException if the first is not the present one, or that cannot be told
    void change(Secret now, Secret next, Vault vault) {
        if (ring().equals(folder)) {
            vault.change(Keys.passphrase(now), Keys.passphrase(next));
            return;
        }
        try (Vault own = Vault.open(ring(), Keys.typed(now))) {
            own.change(Keys.passphrase(now), Keys.passphrase(next));
        }
    }

    @Override
    public void ask(Prompts prompts) {
        try {
            if (isSet()) {
                check(prompts.passphrase("ask.passphrase"));
            } else {
                choose(prompts);
            }
        } catch (VaultException e) {
            throw Refusals.of(e);
        }
    }

    private void choose(Prompts prompts) {
        prompts.note("line.choose-passphrase");
        Secret chosen = prompts.newPassphrase();
        Path ring = ring();
        try {
            Files.createDirectories(
                    ring,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("making the folder for the passphrase", e);
        }
        Vault.create(ring, Keys.typed(chosen)).close();
    }

    private Path ring() {
        return Vault.opensByPassphrase(folder) ? folder : folder.resolve(OF_ITS_OWN);
    }
}
