package org.quietbell.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.FetchSettings;
import org.quietbell.notice.Outage;
import org.quietbell.settings.Settings;
import org.quietbell.store.DataFolder;
import org.quietbell.store.Store;
import org.quietbell.store.StoreException;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;
import org.quietbell.vault.VaultException;
import org.quietbell.words.Speech;
import org.quietbell.words.Words;

/// Opens the store of a data folder that is ours, and wires everything to it.
///
/// @param settings as the file says, or the defaults
/// @param file the settings file, if there is one
/// @param speech in which language it speaks
record Opening(
        Settings settings,
        Optional<Path> file,
        InstantSource clock,
        ZoneId zone,
        String build,
        Speech speech) {

    /// The sentences.
    Words words() {
        return speech.words();
    }

    /// The same in another language.
    Opening speaking(Speech other) {
        return new Opening(settings, file, clock, zone, build, other);
    }

    /// Whether there is a settings file.
    boolean hasFile() {
        return file.isPresent();
    }

    /// Opens the store, making it first if a settings file asks for one.
    ///
    /// @throws Refusal with the exit code that says why not
    Installation open(DataFolder folder, Key key) {
        try {
            Vault vault = vault(folder.path(), key);
            try {
                return opened(folder, vault);
            } catch (RuntimeException e) {
                vault.close();
                throw e;
            }
        } catch (StoreException e) {
            throw Refusals.of(e);
        } catch (VaultException e) {
            throw Refusals.of(e);
        }
    }

    private Vault vault(Path folder, Key key) {
        if (Vault.exists(folder)) {
            return Vault.open(folder, key);
        }
        if (!hasFile()) {
            throw nothingSetUp();
        }
        return Vault.create(folder, key);
    }

    static Refusal nothingSetUp() {
        return new Refusal(
                Exit.USAGE,
                "store",
                "nothing is set up here yet",
                "run `quietbell setup`, or name a settings file with --config");
    }

    private Installation opened(DataFolder folder, Vault vault) {
        Store store = Store.open(folder, vault, clock);
        try {
            return wired(store, vault, folder.path());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private Installation wired(Store store, Vault vault, Path folder) {
        Optional<Outage> outage = outage(store.journal().lastRan(), clock.instant());
        Installation installation =
                new Installation(
                        folder,
                        store,
                        vault,
                        FetchSettings.from(Section.of(settings.fetch(), new Problems())),
                        settings.profile() == Settings.Profile.PERSONAL,
                        clock,
                        zone,
                        build,
                        words(),
                        outage,
                        settings.web().baseUrl(),
                        new OwnPassphrase(folder),
                        OwnAddressRules.of(file, folder));
        if (hasFile()) {
            new FileLoad(settings, clock).into(installation);
        }
        return installation;
    }

    private static Optional<Outage> outage(Optional<Instant> lastAlive, Instant now) {
        return lastAlive.filter(last -> last.isBefore(now)).map(last -> new Outage(last, now));
    }
}
