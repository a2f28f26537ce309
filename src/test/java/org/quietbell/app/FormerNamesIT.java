package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

class FormerNamesIT {
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";

    @Test
    @Covers("R6.7")
    void noCommandShowsANameThatIsKeptApartUnlessSheChoosesTo(@TempDir Path folder)
            throws Exception {
        try (Walk walk = new Walk(folder)) {
            walk.settings(
                    "- { id: post, type: file, path: ./notices.jsonl }",
                    "{ how: only-when-opened }");
            walk.write(
                    FILE,
                    Files.readString(folder.resolve(FILE))
                            .replace(
                                    "name: Alma Ashbrook",
                                    "name: Alma Ashbrook, former: [Oskar Vexholt]"));
            walk.items.add("Oskar-Vexholt");
            walk.run("check", CONFIG, FILE);
            String id =
                    walk.run("hits", "--json", CONFIG, FILE)
                            .json()
                            .items()
                            .getFirst()
                            .at("id")
                            .text()
                            .orElseThrow();

            for (List<String> command :
                    List.of(
                            List.of("hits"),
                            List.of("hits", "--json"),
                            List.of("hits", "--csv"),
                            List.of("hits", "--show", id),
                            List.of("why", id),
                            List.of("why", id, "--json"))) {
                Walk.Ended ended = walk.run(with(command));
                assertThat(ended.exit()).as(ended.err()).isZero();
                assertThat(ended.out() + ended.err())
                        .as("%s", command)
                        .isNotBlank()
                        .doesNotContainIgnoringCase("oskar")
                        .doesNotContainIgnoringCase("vexholt");
            }
            assertThat(walk.run(with(List.of("hits", "--show", id))).out())
                    .contains("Alma Ashbrook opens [...]");
            assertThat(walk.run(with(List.of("hits", "--show", id, "--former-names"))).out())
                    .contains("Alma Ashbrook opens Oskar-Vexholt");
            assertThat(walk.run(with(List.of("hits", "--json", "--former-names"))).out())
                    .contains("https://pages.example/Oskar-Vexholt");
        }
    }

    private static String[] with(List<String> command) {
        List<String> all = new java.util.ArrayList<>(command);
        all.add(CONFIG);
        all.add(FILE);
        return all.toArray(String[]::new);
    }
}
