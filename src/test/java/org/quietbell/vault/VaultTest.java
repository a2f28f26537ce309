package org.quietbell.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

class VaultTest {
    private static final Stretching QUICK = new Stretching(64, 1, 1);
    private static final Key RAW = raw(1);
    private static final byte[] PLAIN = "Jane Doe".getBytes(UTF_8);

    @TempDir Path folder;

    private static Key raw(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return new Key.Raw(bytes);
    }

    private static Key passphrase(String text) {
        return new Key.Passphrase(text.toCharArray());
    }

    @Test
    void opensAgainWithTheSamePassphraseAndKeepsEveryKey() {
        byte[] sealed;
        char[] filePassword;
        try (Vault vault = Vault.create(folder, passphrase("four quiet bells ring"), QUICK)) {
            sealed = vault.newCase("case-17").seal("hit", "a", "sealed", PLAIN);
            filePassword = vault.filePassword();
        }

        try (Vault vault = Vault.open(folder, passphrase("four quiet bells ring"))) {
            assertThat(vault.caseKey("case-17").open("hit", "a", "sealed", sealed))
                    .isEqualTo(PLAIN);
            assertThat(vault.filePassword()).isEqualTo(filePassword).hasSize(64);
        }
    }

    @Test
    @Covers("R2.18")
    void anotherPassphraseOpensTheSameKeysAndTheOldOneOpensNothing() {
        byte[] sealed;
        try (Vault vault = Vault.create(folder, passphrase("four quiet bells ring"), QUICK)) {
            sealed = vault.newCase("case-17").seal("hit", "a", "sealed", PLAIN);
            vault.change(typed("four quiet bells ring"), typed("six brave finches"));
            vault.newCase("case-18"); // what is written later is under the new one as well
        }

        assertThatThrownBy(() -> Vault.open(folder, passphrase("four quiet bells ring")))
                .isInstanceOf(VaultException.class);
        try (Vault vault = Vault.open(folder, passphrase("six brave finches"))) {
            assertThat(vault.caseKey("case-17").open("hit", "a", "sealed", sealed))
                    .isEqualTo(PLAIN);
            assertThat(vault.has("case-18")).isTrue();
        }
    }

    @Test
    void thePassphraseIsNotChangedByWhoeverDoesNotKnowIt() {
        try (Vault vault = Vault.create(folder, passphrase("four quiet bells ring"), QUICK)) {
            assertThatThrownBy(() -> vault.change(typed("anything"), typed("six brave finches")))
                    .isInstanceOf(VaultException.class);
        }

        Vault.open(folder, passphrase("four quiet bells ring")).close();
    }

    private static Key.Passphrase typed(String text) {
        return new Key.Passphrase(text.toCharArray());
    }

    @Test
    void stretchesAPassphraseBy64MebibytesInFourPasses() {
        assertThat(Stretching.USUAL).isEqualTo(new Stretching(65_536, 4, 1));
    }

    /// The vector is from the reference implementation's own tests (`src/test.c`).
    @Test
    void agreesWithTheReferenceImplementationOfArgon2id() {
        byte[] key =
                new Stretching(65_536, 2, 1)
                        .stretch("password".toCharArray(), "somesalt".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void callsAWrongKeyWrongNotDamaged() {
        Vault.create(folder, RAW).close();

        assertThatThrownBy(() -> Vault.open(folder, raw(2)))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        e -> assertThat(e.kind()).isEqualTo(VaultException.Kind.WRONG_KEY));
    }

    @Test
    void callsAPassphraseWrongWhereAKeyFileIsDue() {
        Vault.create(folder, RAW).close();

        assertThatThrownBy(() -> Vault.open(folder, passphrase("anything")))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        e -> assertThat(e.kind()).isEqualTo(VaultException.Kind.WRONG_KEY));
    }

    @Test
    void callsAFolderWithoutARingMissing() {
        assertThat(Vault.exists(folder)).isFalse();

        assertThatThrownBy(() -> Vault.open(folder, RAW))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        e -> assertThat(e.kind()).isEqualTo(VaultException.Kind.MISSING));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void neverMakesANewRingWhereThereIsOneOrADatabase(@TempDir Path other) throws IOException {
        Vault.create(folder, RAW).close();
        Files.createFile(other.resolve("store.mv.db"));

        assertThatThrownBy(() -> Vault.create(folder, RAW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Vault.create(other, RAW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Covers("F48")
    void restoresADamagedOrMissingCopyFromTheOther() throws IOException {
        try (Vault vault = Vault.create(folder, RAW)) {
            vault.newCase("case-17");
        }
        byte[] good = Files.readAllBytes(folder.resolve("keys"));
        flip(folder.resolve("keys"), 30);
        Files.delete(folder.resolve("keys.2"));
        Files.write(folder.resolve("keys.2"), good);

        Vault.open(folder, RAW).close();
        assertThat(folder.resolve("keys")).hasBinaryContent(good);
        Files.delete(folder.resolve("keys.2"));
        Vault.open(folder, RAW).close();

        assertThat(folder.resolve("keys.2")).hasBinaryContent(good);
    }

    @Test
    @Covers("F48")
    void findsAnyFlippedBitOfTheRing() throws IOException {
        try (Vault vault = Vault.create(folder, RAW)) {
            vault.newCase("case-17");
        }
        byte[] good = Files.readAllBytes(folder.resolve("keys"));
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(folder.resolve("keys"), bad);
            Files.write(folder.resolve("keys.2"), bad);

            assertThatThrownBy(() -> Vault.open(folder, RAW))
                    .isInstanceOfSatisfying(
                            VaultException.class,
                            e -> assertThat(e.kind()).isEqualTo(VaultException.Kind.DAMAGED));
        }
    }

    @Test
    void takesTheNewerCopyWhenTheSecondWasNotYetWritten() throws IOException {
        byte[] older;
        try (Vault vault = Vault.create(folder, RAW)) {
            vault.newCase("case-17");
            older = Files.readAllBytes(folder.resolve("keys.2"));
            vault.destroy("case-17");
        }
        Files.write(folder.resolve("keys.2"), older);

        try (Vault vault = Vault.open(folder, RAW)) {
            assertThat(vault.has("case-17")).isFalse();
        }
        assertThat(folder.resolve("keys.2"))
                .hasBinaryContent(Files.readAllBytes(folder.resolve("keys")));
    }

    @Test
    @Covers("R5.9")
    void opensNothingOfACaseWhoseKeyWasDestroyed() {
        try (Vault vault = Vault.create(folder, RAW)) {
            CaseKey key = vault.newCase("case-17");
            byte[] sealed = key.seal("hit", "a", "sealed", PLAIN);
            vault.destroy("case-17");

            assertThatThrownBy(() -> key.open("hit", "a", "sealed", sealed))
                    .isInstanceOf(VaultException.class);
            assertThatThrownBy(() -> vault.caseKey("case-17")).isInstanceOf(VaultException.class);
            assertThatThrownBy(() -> vault.newCase("case-17").open("hit", "a", "sealed", sealed))
                    .isInstanceOfSatisfying(
                            VaultException.class,
                            e -> assertThat(e.kind()).isEqualTo(VaultException.Kind.DAMAGED));
        }
    }

    @Test
    void keepsItsFilesToTheOwner() throws IOException {
        Vault.create(folder, RAW).close();

        for (String name : new String[] {"keys", "keys.2"}) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void printsNoKey() {
        assertThat(RAW).hasToString("***");
        assertThat(passphrase("four quiet bells")).hasToString("***");
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
