package org.quietbell.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

/// The systemd unit, as systemd itself reads it. Where there is no systemd-analyze, the tests say
/// so as skipped.
@DisabledIf(value = "isMissing", disabledReason = "systemd-analyze is not on this machine")
class UnitIT {
    private static final Path UNIT = Path.of("systemd", "quietbell.service").toAbsolutePath();
    private static final Pattern EXPOSURE =
            Pattern.compile("Overall exposure level for quietbell\\.service: ([0-9.]+)");

    @TempDir private Path folder;

    @Test
    void systemdReadsItWithoutAWord() throws Exception {
        Path launcher = Path.of("bin", "quietbell").toAbsolutePath();
        Path copy = folder.resolve("quietbell.service");
        Files.writeString(
                copy,
                Files.readString(UNIT)
                        .replace("/usr/lib/quietbell/bin/quietbell", launcher.toString()));

        Shell.Outcome outcome = analyze("verify", "--man=no", copy.toString());

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    @Covers("F69")
    void itsExposureIsAtMostOneAndAHalf() throws Exception {
        Shell.Outcome outcome = analyze("security", "--offline=yes", UNIT.toString());

        Matcher exposure = EXPOSURE.matcher(outcome.output());
        assertThat(exposure.find()).as(outcome.output() + outcome.errors()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(1.5);
    }

    private Shell.Outcome analyze(String... words) throws Exception {
        List<String> command =
                Stream.concat(Stream.of("systemd-analyze"), Stream.of(words)).toList();
        Map<String, String> environment = Map.of("PATH", System.getenv("PATH"), "LC_ALL", "C");
        return Shell.run(folder, environment, command);
    }

    static boolean isMissing() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, "systemd-analyze")));
    }
}
