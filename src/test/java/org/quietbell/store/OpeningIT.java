package org.quietbell.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quietbell.store.OpenedStore.JANE;
import static org.quietbell.store.OpenedStore.KEY;
import static org.quietbell.store.OpenedStore.NOW;
import static org.quietbell.store.OpenedStore.POST;
import static org.quietbell.store.OpenedStore.SELF;
import static org.quietbell.store.OpenedStore.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.hit.HitFilter;
import org.quietbell.json.Json;
import org.quietbell.store.StoreException.Kind;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;
import org.quietbell.vault.VaultException;

class OpeningIT {
    @TempDir Path folder;

    private static void fails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private Path database() {
        return folder.resolve(Database.FILE);
    }

    @Test
    @Covers("F48")
    void callsADatabaseThatIsGoneDamagedAndMakesNoNewOne() throws IOException {
        OpenedStore.withCases(folder).close();
        Files.delete(database());

        fails(Kind.DAMAGED, () -> OpenedStore.in(folder));

        assertThat(database()).doesNotExist();
    }

    @Test
    @Covers("F48")
    void callsADatabaseWithFlippedBytesDamaged() throws IOException {
        OpenedStore.withCases(folder).close();
        byte[] bytes = Files.readAllBytes(database());
        for (int at = 4096; at < bytes.length; at += 512) {
            bytes[at] ^= 1;
        }
        Files.write(database(), bytes);

        fails(
                Kind.DAMAGED,
                () -> {
                    try (OpenedStore opened = OpenedStore.in(folder)) {
                        opened.store().cases().all();
                    }
                });
    }

    @Test
    @Covers("F48")
    void callsADatabaseThatWasCutOffDamaged() throws IOException {
        OpenedStore.withCases(folder).close();
        byte[] bytes = Files.readAllBytes(database());
        Files.write(database(), Arrays.copyOf(bytes, 6000));

        fails(Kind.DAMAGED, () -> OpenedStore.in(folder));
    }

    @Test
    @Covers("F48")
    void callsAnOlderKeyRingBesideANewerDatabaseDamaged() throws IOException {
        try (OpenedStore opened = OpenedStore.in(folder)) {
            Files.copy(folder.resolve("keys"), folder.resolve("older"));
            opened.store().cases().put(OpenedStore.person(JANE, "Jane Doe"));
        }
        for (String name : List.of("keys", "keys.2")) {
            Files.write(folder.resolve(name), Files.readAllBytes(folder.resolve("older")));
        }

        fails(Kind.DAMAGED, () -> OpenedStore.in(folder));
    }

    @Test
    void callsAWrongKeyWrongAndLeavesTheStoreAlone() throws IOException {
        OpenedStore.withCases(folder).close();
        byte[] before = Files.readAllBytes(database());

        assertThatThrownBy(() -> Vault.open(folder, new Key.Raw(OpenedStore.filled(8))))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        e -> assertThat(e.kind()).isEqualTo(VaultException.Kind.WRONG_KEY));

        assertThat(database()).hasBinaryContent(before);
    }

    @Test
    void makesItsFileAnewIfTheFirstStartWasCutOff() throws IOException {
        Vault.create(folder, KEY).close();
        Files.write(database(), new byte[5000]);

        try (OpenedStore opened = OpenedStore.in(folder)) {
            assertThat(opened.store().cases().all()).isEmpty();
        }
    }

    @Test
    @Covers("F50")
    void backsUpAnOlderStoreBeforeItMigrates() throws IOException {
        try (DataFolder claimed = DataFolder.claim(folder);
                Vault vault = Vault.create(folder, KEY)) {
            Migrations older = new Migrations(Migrations.ALL.scripts().subList(0, 1));
            Store.open(claimed.path(), "file:", vault, older).close();
            assertThat(folder.resolve("store-before-2.zip")).doesNotExist();
        }

        OpenedStore.withCases(folder).close();

        Path backup = folder.resolve("store-before-2.zip");
        assertThat(backup).isNotEmptyFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
    }

    @Test
    @Covers("F50")
    void refusesAStoreThatANewerVersionWrote() {
        OpenedStore.withCases(folder).close();

        try (DataFolder claimed = DataFolder.claim(folder);
                Vault vault = Vault.open(folder, KEY)) {
            Migrations older = new Migrations(Migrations.ALL.scripts().subList(0, 1));

            assertThatThrownBy(() -> Store.open(claimed.path(), "file:", vault, older))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("newer version");
        }
    }

    @Test
    void migratesAgainWhatWasCutOffInTheMiddle() {
        try (DataFolder claimed = DataFolder.claim(folder);
                Vault vault = Vault.create(folder, KEY)) {
            Database database = Database.open(claimed.path(), "file:", vault.filePassword(), false);
            database.migrate(new Migrations(Migrations.ALL.scripts().subList(0, 1)));
            database.write(session -> session.update("DELETE FROM \"schema_history\""));
            database.write(session -> session.update("DROP TABLE journal"));
            database.write(session -> session.update("DROP TABLE alive"));
            database.close();
        }

        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            opened.store().journal().started(NOW, "0.1.0");
            assertThat(opened.store().cases().all()).hasSize(2);
        }
    }

    @Test
    @Covers({"R2.2", "R2.18"})
    void leavesNoNameAddressOrKeyInPlainInAnyFile() throws IOException {
        Json recipient = Json.object().put("to", "jane.canary@a.example").build();
        try (OpenedStore opened = OpenedStore.withCases(folder)) {
            Store store = opened.store();
            store.channels()
                    .put(new ChannelEntry(POST, "email", recipient, true, Optional.empty(), true));
            store.notices()
                    .keep(JANE, SELF, NOW, notice("n1", opened.hits("canary.example/1"), POST));
            store.notices().claim(NOW, Duration.ofMinutes(1), 1);
            store.hits().each(HitFilter.ALL, hit -> assertThat(hit.finding()).isPresent());
            grep();
        }
        grep();
    }

    private void grep() throws IOException {
        byte[] key = OpenedStore.filled(7);
        List<byte[]> canaries = new ArrayList<>(List.of(key));
        for (String text :
                List.of(
                        "Jane Doe",
                        "JaneDoe",
                        "Quiet Lane",
                        "canary.example",
                        "jane.canary",
                        "There is something",
                        HexFormat.of().formatHex(key))) {
            canaries.add(text.getBytes(UTF_8));
            canaries.add(text.getBytes(UTF_16LE));
            canaries.add(text.getBytes(UTF_16BE));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), ISO_8859_1);
                for (byte[] canary : canaries) {
                    assertThat(content.contains(new String(canary, ISO_8859_1)))
                            .as(file.getFileName() + " holds a canary")
                            .isFalse();
                }
            }
        }
    }

    @Test
    void keepsItsFilesToTheOwner() throws IOException {
        OpenedStore.withCases(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database())))
                .isEqualTo("rw-------");
    }
}
