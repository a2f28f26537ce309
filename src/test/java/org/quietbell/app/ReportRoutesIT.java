package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

/// `report routes`, as somebody types it who has set nothing up.
class ReportRoutesIT {
    @TempDir Path folder;
    private Walk walk;

    @BeforeEach
    void begin() {
        walk = new Walk(folder);
    }

    @AfterEach
    void end() {
        walk.close();
    }

    @Test
    @Covers({"R4.2", "R4.3"})
    void saysFirstWhatToSaveAndThenWhereToTurn() throws Exception {
        Walk.Ended ran = walk.run("report", "routes", "--country", "ca", "--age", "adult");

        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out())
                .startsWith("Before you write to anyone: have you saved the address")
                .contains("You can skip this.", "Nothing here is sent for you.")
                .containsSubsequence("ShelterSafe", "sheltersafe.ca", "Google: shared pictures")
                .contains("Be wary if it wants much about you, or money.")
                .doesNotContain("--age not-sure", "NCMEC");
    }

    @Test
    @Covers("R3.12")
    void neverAsksToSaveWhereSomebodyMayHaveBeenUnder18() throws Exception {
        assertThat(walk.run("report", "routes", "--country", "ca", "--age", "not-sure").out())
                .startsWith("Do not save, copy, print or send the picture")
                .contains("NCMEC Take It Down", "Cybertip.ca")
                .doesNotContain("have you saved", "Google");
    }

    @Test
    void sayWhatToAddWhereNothingWasSaidAndRefuseWhatIsNoCountry() throws Exception {
        assertThat(walk.run("report", "routes").out())
                .contains("--age not-sure", "With a country there may be more near you: au, ca,");

        Walk.Ended wrong = walk.run("report", "routes", "--country", "canada");
        assertThat(wrong.exit()).isEqualTo(Exit.USAGE);
        assertThat(wrong.err()).contains("report routes");
        assertThat(walk.run("report", "routes", "--age", "15").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void isAlsoOneArrayForPrograms() throws Exception {
        assertThat(walk.run("report", "routes", "--json", "--country", "GB").out())
                .startsWith("[{\"id\":\"gb-line\",\"name\":")
                .contains("\"verified_on\":\"2026-11-22\"", "\"phones\":[\"999\",\"101\"]");
    }

    @Test
    void supportIsListedByItselfWithWhoIsNearestFirst() throws Exception {
        Walk.Ended ran = walk.run("report", "support", "--country", "ca");

        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out())
                .startsWith("These are there for you. Nobody is asked from here.\n\nShelterSafe\n")
                .contains("sheltersafe.ca", "A programme near you")
                .doesNotContain("Google", "With a country");
        assertThat(walk.run("report", "support").out()).contains("With a country there may be");
        assertThat(walk.run("report", "support", "--json", "--country", "gb").out())
                .startsWith("[{\"id\":\"gb-line\"");
    }

    @Test
    @Covers("R3.12")
    void whereSomebodyMayHaveBeenUnder18SupportIsWhatIsMadeForIt() throws Exception {
        assertThat(walk.run("report", "support", "--country", "ca", "--age", "not-sure").out())
                .contains("Cybertip.ca", "1-866-658-9022")
                .doesNotContain("ShelterSafe");
    }
}
