package org.quietbell.app;

import java.nio.file.Path;
import org.quietbell.vault.Vault;
import org.quietbell.vault.VaultException;

/// Asks for the passphrase before more is said or sent (R1.6). Where the house key comes from a
/// file there is none to ask for: then whoever holds the file's rights is asked for a plain yes.
record PassphraseKept(Path folder) implements Installation.PassphraseCheck {
    @Override
    public void ask(Prompts prompts) {
        if (!Vault.opensByPassphrase(folder)) {
            if (!prompts.yes("ask.says-more")) {
                throw new Refusal(
                        Exit.FAILED, "change", "it was not confirmed", "nothing was changed");
            }
            return;
        }
        try {
            Vault.open(folder, Keys.typed(prompts.passphrase("ask.passphrase"))).close();
        } catch (VaultException e) {
            throw Refusals.of(e);
        }
    }
}
