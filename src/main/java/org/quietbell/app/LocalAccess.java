package org.quietbell.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.quietbell.store.DataFolder;
import org.quietbell.store.StoreException;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;

/// A command's way to the store from outside the daemon: it opens the store itself, or, when a
/// daemon holds it, has the daemon run the command.
///
/// @param opening how to open
/// @param folder the data folder
/// @param arguments the command as it was given, for the daemon
record LocalAccess(
        Opening opening,
        Path folder,
        String[] arguments,
        Terminal terminal,
        Map<String, String> environment)
        implements Access {
    @Override
    public int with(Work work, Options options) {
        if (!opening.hasFile() && !Vault.exists(folder)) {
            throw Opening.nothingSetUp();
        }
        try (DataFolder ours = Claiming.claim(folder);
                Installation installation = opening.open(ours, key())) {
            return work.on(installation);
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.HELD) {
                throw Refusals.of(e);
            }
            return CommandSocket.ask(folder, arguments, terminal).orElseThrow(() -> Refusals.of(e));
        }
    }

    private Key key() {
        Optional<Path> file = Keys.file(opening.settings(), folder, environment);
        if (file.isPresent()) {
            return Keys.read(file.get());
        }
        if (!terminal.isPerson()) {
            throw new Refusal(
                    Exit.LOCKED,
                    "store",
                    "it is locked",
                    "start the daemon and run `quietbell unlock`, or use a terminal");
        }
        Prompts prompts = new Prompts(terminal, opening.words());
        return Keys.typed(
                Vault.exists(folder)
                        ? prompts.passphrase("ask.passphrase")
                        : prompts.newPassphrase());
    }

    @Override
    public int withDaemon(DaemonWork work, Options options) {
        Optional<Integer> exit =
                Files.isDirectory(folder)
                        ? CommandSocket.ask(folder, arguments, terminal)
                        : Optional.empty();
        return exit.orElseThrow(() ->
                new Refusal(
                        Exit.FAILED,
                        "daemon",
                        "none runs on this data folder",
                        "start it with `quietbell run`"));
    }
}
