package org.quietbell.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.settings.Settings.Reading;

class SampleSettingsTest {
    private static final Path SAMPLE = Path.of("config", "quietbell.yaml");

    @TempDir Path folder;

    @Test
    void changesNothingAsItStands() {
        Reading reading = Settings.read(SAMPLE, new FakeOwnKeys());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.settings().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("fetch")
                .isEqualTo(Settings.DEFAULT);
    }

    @Test
    void isRightWithEverySettingTakenIntoUse() throws IOException {
        for (String secret : List.of("alert-address", "mail-password", "ntfy-topic")) {
            ownersAlone(secret, "https://alerts.example/1\n");
        }
        ownersAlone("house-key", "ab".repeat(32));
        String inUse =
                Files.readString(SAMPLE)
                        .replaceAll("(?m)^ *##.*$", "")
                        .replaceAll("(?m)^# ", "")
                        .replace("/etc/quietbell/", "");
        Path file = ownersAlone("quietbell.yaml", inUse);

        Reading reading = Settings.read(file, new FakeOwnKeys());

        assertThat(reading.problems()).isEmpty();
        Settings settings = reading.settings().orElseThrow();
        assertThat(settings.sources()).hasSize(3);
        assertThat(settings.channels()).hasSize(4);
        assertThat(settings.cases())
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.hearing()).isPresent());
        assertThat(settings.web()).isNotEqualTo(WebSettings.DEFAULT);
    }

    private Path ownersAlone(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
