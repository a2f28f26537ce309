package org.quietbell.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.settings.Settings.Reading;

/// Files spoilt by chance, as by a slip of the hand or a torn copy.
class SpoiltSettingsTest {
    private static final int FILES = 300;
    private static final List<String> SLIPS =
            List.of(
                    "\t", "\n", "  ", ":", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a",
                    "!x ", "|", ">", "%", "@", "`", "?", "---\n", "\u0000", "\u00ff", "\\", ",",
                    "<<: ", "null", "\r", "\u2028", "\ufeff");

    @TempDir Path folder;

    @Test
    void neverThrowsAndNeverRepeatsANameOrAnAddress() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String whole = everyKey();
        ownersAlone("house-key", "ab".repeat(32));
        Path file = ownersAlone("quietbell.yaml", whole);
        assertThat(Settings.read(file, new FakeOwnKeys()).problems()).isEmpty();
        for (int i = 0; i < FILES; i++) {
            String spoilt = spoilt(whole, random);
            Files.write(file, spoilt.getBytes(random.nextInt(10) == 0 ? ISO_8859_1 : UTF_8));

            Reading reading = Settings.read(file, new FakeOwnKeys());

            assertThat(reading.settings().isEmpty())
                    .as("seed %d, file %d", seed, i)
                    .isEqualTo(!reading.problems().isEmpty());
            assertThat(reading.problems())
                    .as("seed %d, file %d", seed, i)
                    .allSatisfy(problem ->
                            assertThat(problem.what())
                                    .doesNotContain("Jane", "Roe", "Elm", "555", "jdoe", "18080"));
        }
    }

    private static String spoilt(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, SLIPS.get(random.nextInt(SLIPS.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                default -> {
                    int from = random.nextInt(text.length());
                    String piece =
                            text.substring(
                                    from, Math.min(text.length(), from + random.nextInt(60)));
                    text.insert(at, piece);
                }
            }
        }
        return text.toString();
    }

    private Path ownersAlone(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private String everyKey() throws IOException {
        try (InputStream yaml = getClass().getResourceAsStream("every-key.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), UTF_8);
        }
    }
}
