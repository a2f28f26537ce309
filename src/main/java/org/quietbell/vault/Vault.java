package org.quietbell.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The house key and the keys below it. Safe for many threads.
///
/// The house key is random and never leaves this class. A passphrase or a key file only wraps it.
/// From it come, each by HKDF with its own purpose: the password of the database file, the key that
/// seals the ring of case keys, and the key of what belongs to no case. A case key is random too:
/// once it is gone from the ring, nothing brings it back.
public final class Vault implements AutoCloseable {
    private static final String INSTALLATION = "";

    private final RingFiles files;
    private final byte[] house;
    private final CaseKey installation;
    private final Map<String, CaseKey> cases = new TreeMap<>();
    private Ring ring;
    private boolean used;

    private Vault(RingFiles files, Ring ring, byte[] house, Ring.Content content) {
        this.files = files;
        this.ring = ring;
        this.house = house;
        this.used = content.used();
        this.installation = new CaseKey(INSTALLATION, Ciphers.derive(house, "installation"));
        content.caseKeys().forEach((id, key) -> cases.put(id, new CaseKey(id, key)));
    }

    /// Whether that folder has a key ring, or a part of one.
    public static boolean exists(Path dataFolder) {
        return RingFiles.exist(dataFolder);
    }

    /// Makes a house key and its ring.
    ///
    /// @throws IllegalStateException if the folder holds a ring or a database already: both would
    ///   be lost to whoever has their key
    /// @throws UncheckedIOException if it cannot be written
    public static Vault create(Path dataFolder, Key key) {
        return create(dataFolder, key, Stretching.USUAL);
    }

    static Vault create(Path dataFolder, Key key, Stretching stretching) {
        if (exists(dataFolder) || hasDatabase(dataFolder)) {
            throw new IllegalStateException(
                    "key ring: the data folder is in use: open it, or choose an empty folder");
        }
        int lock =
                switch (key) {
                    case Key.Passphrase _ -> Ring.BY_PASSPHRASE;
                    case Key.Raw _ -> Ring.BY_RAW_KEY;
                };
        byte[] salt = Ciphers.random(Stretching.SALT_BYTES);
        byte[] house = Ciphers.random(Ciphers.KEY_BYTES);
        byte[] unlocking = unlocking(key, stretching, salt);
        byte[] wrapped = Ring.sealHouse(unlocking, house, lock, stretching, salt);
        Arrays.fill(unlocking, (byte) 0);
        Ring.Content content = new Ring.Content(false, Map.of());
        Ring ring = new Ring(lock, stretching, salt, 0, wrapped, new byte[0]).with(house, content);
        RingFiles files = new RingFiles(dataFolder);
        try {
            files.write(ring);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the key ring", e);
        }
        return new Vault(files, ring, house, content);
    }

    private static boolean hasDatabase(Path dataFolder) {
        try (Stream<Path> files = Files.list(dataFolder)) {
            return files.anyMatch(file -> file.toString().endsWith(".mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException("listing the data folder", e);
        }
    }

    /// Whether the ring of that folder opens by a passphrase, rather than by a key file.
    ///
    /// @throws VaultException of kind `DAMAGED` or `MISSING`, as [#open]
    /// @throws UncheckedIOException if it cannot be read
    public static boolean opensByPassphrase(Path dataFolder) {
        try {
            return new RingFiles(dataFolder).read().lock() == Ring.BY_PASSPHRASE;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the key ring", e);
        }
    }

    /// Opens the ring of that folder. A damaged or missing copy is restored from the other.
    ///
    /// @throws VaultException of kind `WRONG_KEY` if this key does not open it, `DAMAGED` if no
    ///   copy is whole, `MISSING` if there is none
    /// @throws UncheckedIOException if it cannot be read
    public static Vault open(Path dataFolder, Key key) {
        RingFiles files = new RingFiles(dataFolder);
        Ring ring;
        try {
            ring = files.read();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the key ring", e);
        }
        boolean fits =
                switch (key) {
                    case Key.Passphrase _ -> ring.lock() == Ring.BY_PASSPHRASE;
                    case Key.Raw _ -> ring.lock() == Ring.BY_RAW_KEY;
                };
        if (!fits) {
            throw new VaultException(
                    VaultException.Kind.WRONG_KEY,
                    ring.lock() == Ring.BY_PASSPHRASE
                            ? "key: this store opens with a passphrase, not with a key file: run"
                                    + " unlock"
                            : "key: this store opens with a key file, not with a passphrase: set"
                                    + " store.key-file");
        }
        byte[] unlocking = unlocking(key, ring.stretching(), ring.salt());
        Optional<byte[]> house = ring.openHouse(unlocking);
        Arrays.fill(unlocking, (byte) 0);
        if (house.isEmpty()) {
            throw new VaultException(
                    VaultException.Kind.WRONG_KEY,
                    "key: it does not open this store: try again, or give the key file that belongs"
                            + " to it");
        }
        Ring.Content content =
                ring.content(house.get())
                        .orElseThrow(() ->
                                new VaultException(
                                        VaultException.Kind.DAMAGED,
                                        "key ring: its keys were changed: restore it from a"
                                                + " backup"));
        return new Vault(files, ring, house.get(), content);
    }

    /// Puts another passphrase in place of the one that opens the ring: the house key is wrapped
    /// anew, and nothing that it seals changes. Copies of the ring that were made before still open
    /// by the passphrase of then.
    ///
    /// @throws VaultException of kind `WRONG_KEY` if the ring does not open by `now`
    /// @throws UncheckedIOException if it cannot be written; then the passphrase is as it was,
    ///   unless the first of its copies was already: then it is the next
    public synchronized void change(Key.Passphrase now, Key.Passphrase next) {
        byte[] before = unlocking(now, ring.stretching(), ring.salt());
        boolean opens = ring.lock() == Ring.BY_PASSPHRASE && ring.openHouse(before).isPresent();
        Arrays.fill(before, (byte) 0);
        if (!opens) {
            throw new VaultException(
                    VaultException.Kind.WRONG_KEY, "key: that is not the passphrase: try again");
        }
        byte[] salt = Ciphers.random(Stretching.SALT_BYTES);
        byte[] unlocking = unlocking(next, ring.stretching(), salt);
        byte[] wrapped =
                Ring.sealHouse(unlocking, house, Ring.BY_PASSPHRASE, ring.stretching(), salt);
        Arrays.fill(unlocking, (byte) 0);
        write(
                new Ring(
                        Ring.BY_PASSPHRASE,
                        ring.stretching(),
                        salt,
                        ring.generation(),
                        wrapped,
                        new byte[0]));
    }

    private static byte[] unlocking(Key key, Stretching stretching, byte[] salt) {
        return switch (key) {
            case Key.Passphrase(char[] text) -> stretching.stretch(text, salt);
            case Key.Raw(byte[] bytes) -> Ciphers.derive(bytes, "unlock");
        };
    }

    /// The password of the database file: 64 hexadecimal digits.
    public synchronized char[] filePassword() {
        byte[] derived = Ciphers.derive(house, "database file");
        try {
            return HexFormat.of().formatHex(derived).toCharArray();
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /// The key of what belongs to no case.
    public CaseKey installation() {
        return installation;
    }

    /// Whether that case has a key.
    public synchronized boolean has(String caseId) {
        return cases.containsKey(caseId);
    }

    /// The key of that case.
    ///
    /// @throws VaultException of kind `MISSING` if it has none: never made, or destroyed
    public synchronized CaseKey caseKey(String caseId) {
        CaseKey key = cases.get(caseId);
        if (key == null) {
            throw new VaultException(
                    VaultException.Kind.MISSING,
                    "key: that case has none: its data was destroyed, or an older key ring was put"
                            + " in place");
        }
        return key;
    }

    /// The key of that case, made and on the disk in both copies if it had none.
    ///
    /// @throws IllegalArgumentException if the id is empty
    /// @throws UncheckedIOException if it cannot be written; then there is no key
    public synchronized CaseKey newCase(String caseId) {
        if (caseId.isEmpty()) {
            throw new IllegalArgumentException("case id: must not be empty");
        }
        CaseKey there = cases.get(caseId);
        if (there != null) {
            return there;
        }
        CaseKey made = new CaseKey(caseId, Ciphers.random(Ciphers.KEY_BYTES));
        cases.put(caseId, made);
        try {
            write();
        } catch (UncheckedIOException e) {
            cases.remove(caseId);
            throw e;
        }
        return made;
    }

    /// Destroys the key of that case: nothing that it sealed can be read again, here or in a backup
    /// of the database (R5.9). Older copies of the ring must be destroyed by hand.
    ///
    /// @throws UncheckedIOException if the ring cannot be written; then call again
    public synchronized void destroy(String caseId) {
        CaseKey key = cases.remove(caseId);
        if (key != null) {
            key.wipe();
        }
        write(); // also when it is not here any more: an earlier call may have failed at this
    }

    /// Whether a database was made beside this ring: if so, its absence is a loss, not a beginning.
    public synchronized boolean isUsed() {
        return used;
    }

    /// Remembers that a database was made beside this ring.
    public synchronized void markUsed() {
        if (!used) {
            used = true;
            write();
        }
    }

    private void write() {
        write(ring);
    }

    private void write(Ring under) {
        Map<String, byte[]> caseKeys = new TreeMap<>();
        cases.forEach((id, key) -> caseKeys.put(id, key.bytes()));
        Ring next = under.with(house, new Ring.Content(used, caseKeys));
        caseKeys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        try {
            files.write(next);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the key ring", e);
        }
        ring = next;
    }

    /// Wipes the keys from memory, as far as Java lets us.
    @Override
    public synchronized void close() {
        Arrays.fill(house, (byte) 0);
        installation.wipe();
        cases.values().forEach(CaseKey::wipe);
        cases.clear();
    }
}
