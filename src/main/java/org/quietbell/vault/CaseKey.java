package org.quietbell.vault;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/// The key of one case: seals its fields and makes its fingerprints. Safe for many threads.
///
/// Two cases never share a key, so that nothing of one opens, matches or can be compared under the
/// other's (R5.6).
public final class CaseKey {
    private final String caseId;
    private final byte[] key;
    private final SecretKey sealing;
    private final Map<String, byte[]> purposes = new ConcurrentHashMap<>();
    private volatile boolean destroyed;

    CaseKey(String caseId, byte[] key) {
        this.caseId = caseId;
        this.key = key.clone();
        this.sealing = Ciphers.aes(Ciphers.derive(key, "seal"));
    }

    /// Seals one field by AES-256-GCM, bound to the place where it is kept.
    ///
    /// @param row the row's own id in its table
    /// @return 29 bytes more than the plain field; another every time
    public byte[] seal(String table, String row, String field, byte[] plain) {
        mustExist();
        return Ciphers.seal(sealing, Ciphers.listed(caseId, table, row, field), plain);
    }

    /// Opens one field.
    ///
    /// @throws VaultException of kind `DAMAGED` if a bit was changed, or if it was sealed for
    ///   another case, table, row or field
    public byte[] open(String table, String row, String field, byte[] sealed) {
        mustExist();
        return Ciphers.open(sealing, Ciphers.listed(caseId, table, row, field), sealed)
                .orElseThrow(() ->
                        new VaultException(
                                VaultException.Kind.DAMAGED,
                                "store: a sealed field of table "
                                        + table
                                        + " does not open: restore a backup"));
    }

    /// What stands for a value where it must be looked up: HMAC-SHA-256 under a key of its own for
    /// each purpose.
    ///
    /// @return 32 bytes, the same for the same case, purpose and value
    public byte[] fingerprint(String purpose, byte[] value) {
        mustExist();
        byte[] subkey =
                purposes.computeIfAbsent(
                        purpose, name -> Ciphers.derive(key, "fingerprint:" + name));
        return Ciphers.authenticate(subkey, value);
    }

    private void mustExist() {
        if (destroyed) {
            throw new VaultException(
                    VaultException.Kind.MISSING,
                    "key: it was destroyed: what it sealed cannot be had back");
        }
    }

    byte[] bytes() {
        return key.clone();
    }

    void wipe() {
        destroyed = true;
        Arrays.fill(key, (byte) 0);
        purposes.values().forEach(subkey -> Arrays.fill(subkey, (byte) 0));
    }

    @Override
    public String toString() {
        return "***";
    }
}
