package org.quietbell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;

class SecretFilesTest {
    private static final String DIGITS = "00ff".repeat(16);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void readsAKeyOf64DigitsAndPerhapsOneNewline(String end) throws IOException {
        Path file =
                file("key", DIGITS.substring(2).toUpperCase(java.util.Locale.ROOT) + "0a" + end);

        assertThat(KeyFile.read(file))
                .isInstanceOfSatisfying(
                        KeyFile.Read.class,
                        key -> assertThat(key.bytes()).hasSize(32).startsWith(-1, 0).endsWith(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "0", "g", "00", "\n\n", " \n"})
    void refusesAKeyOfAnotherShapeWithoutRepeatingIt(String end) throws IOException {
        String wrong = end.isBlank() && end.length() < 2 ? "" : DIGITS;
        Path file = file("key", wrong + end);

        assertThat(KeyFile.read(file))
                .isInstanceOfSatisfying(
                        KeyFile.Refused.class,
                        refused -> assertThat(refused.why()).doesNotContain("00ff"));
    }

    @ParameterizedTest
    @Covers("F66")
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rw-rw-rw-"})
    void refusesAKeyFileThatOthersMayOpenAndSaysTheRemedy(String rights) throws IOException {
        Path file = file("key", DIGITS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

        assertThat(KeyFile.read(file))
                .isEqualTo(
                        new KeyFile.Refused(
                                "the file is open to others than its owner: run chmod 600 on it"));
    }

    @Test
    void leavesRightsToTheHostWhereItHandsASecretOver() throws IOException {
        Path host = Files.createDirectory(folder.resolve("secrets"));
        Path handedOver = file("secrets/db", "x");
        Path outside = file("outside", "x");
        for (Path open : List.of(handedOver, outside)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Path linkOut = Files.createSymbolicLink(host.resolve("link"), outside);

        assertThat(OwnerOnly.isSecretOpenToOthers(handedOver, List.of(host))).isFalse();
        assertThat(OwnerOnly.isSecretOpenToOthers(outside, List.of(host))).isTrue();
        assertThat(OwnerOnly.isSecretOpenToOthers(linkOut, List.of(host))).isTrue();
        assertThat(OwnerOnly.isSecretOpenToOthers(handedOver, List.of(folder.resolve("gone"))))
                .isTrue();
    }

    @Test
    void refusesASecretThatIsTooLongToBeOne() throws IOException {
        Path file = file("long", "x".repeat(SecretFile.MAX_BYTES + 1));

        assertThat(SecretFile.read(file)).isInstanceOf(SecretFile.Refused.class);
    }

    @Test
    void printsNoSecret() throws IOException {
        assertThat(SecretFile.read(file("s", "hush")).toString()).doesNotContain("hush");
        assertThat(new Secret("hush")).hasToString("***");
    }

    private Path file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
