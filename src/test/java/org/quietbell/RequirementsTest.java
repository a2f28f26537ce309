package org.quietbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/// Keeps `docs/requirements.md` true. On a developer's machine the page is written anew; where `CI`
/// is set, an outdated page fails the build.
class RequirementsTest {
    private static final Path CLASSES = classes();
    private static final Path PAGE = Path.of("docs", "requirements.md");

    /// Marks to read, not tests to run.
    static class Marked {
        @Testable
        @Covers({"R1.14", "F16"})
        void proves() {}

        @Testable
        @Covers("R9.9")
        void provesNothingKnown() {}

        @Testable
        @Covers("F14")
        void provesWhatDoesNotApply() {}

        @Covers("R1.2")
        void isNoTest() {}

        @Testable
        @Disabled("an example of a test that does not run")
        @Covers("R1.1")
        void doesNotRun() {}
    }

    @Test
    void thePageSaysWhichTestsProveWhat() throws IOException {
        Requirements requirements = Requirements.read();
        requirements.addTests(CLASSES);
        String page = requirements.page();

        String written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (System.getenv("CI") == null && !written.equals(page)) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
            written = page;
        }

        assertThat(written)
                .as("docs/requirements.md is outdated: run `mvn verify` and commit it")
                .isEqualTo(page);
    }

    @Test
    void everyMarkNamesARequirementThatApplies() {
        Requirements requirements = Requirements.read();
        requirements.addTests(CLASSES);

        assertThat(requirements.problems()).isEmpty();
    }

    @Test
    void aMarkWithAnUnknownNumberIsAProblemAndADisabledTestProvesNothing() {
        JavaClass marked = new ClassFileImporter().importClass(Marked.class);
        Requirements requirements = Requirements.read();

        requirements.addMarks(marked);

        assertThat(requirements.problems())
                .containsExactlyInAnyOrder(
                        "Marked.provesNothingKnown: covers R9.9, which is no requirement",
                        "Marked.provesWhatDoesNotApply: covers F14, which is called not applicable",
                        "Marked.isNoTest: is no test and proves nothing");
        assertThat(requirements.page())
                .contains("| `Marked.proves` |")
                .containsPattern("\\| R1\\.1 \\| .* \\| not yet \\|")
                .containsPattern("\\| F14 \\| .* \\| not applicable: no setting");
    }

    @Test
    void noRequirementIsMissingFromTheTable() {
        assertThat(Requirements.read().numbers())
                .hasSize(26 + 20 + 14 + 4 + 16 + 11 + 70)
                .startsWith("R1.1")
                .contains("R1.26", "R2.20", "R3.14", "R4.4", "R5.16", "R6.11", "F1")
                .endsWith("F70");
    }

    private static Path classes() {
        try {
            return Path.of(
                    RequirementsTest.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
