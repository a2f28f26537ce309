package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

class WatchImportIT {
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";

    @TempDir Path folder;

    private Walk walk;

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        walk.settings(
                "- { id: post, type: file, path: ./notices.jsonl }", "{ how: only-when-opened }");
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private Walk.Ended take(String watches) throws Exception {
        return walk.runWith(
                "{\"agreement\":true,\"watches\":[" + watches + "]}",
                "watch",
                "import",
                "-",
                CONFIG,
                FILE);
    }

    private List<String> ids() throws Exception {
        return walk.run("watch", "list", "--json", CONFIG, FILE).json().items().stream()
                .map(item -> item.at("id").text().orElseThrow())
                .toList();
    }

    @Test
    void takesSeveralWatchesOfOnePersonAndGivesThemBack() throws Exception {
        Walk.Ended taken =
                take(
                        "{\"id\":\"m1\",\"case\":\"mara\",\"name\":\"Mara Quill\",\"context\":[\"Oslo\"]},"
                                + "{\"id\":\"m2\",\"case\":\"mara\",\"name\":\"M. Quill-Thorne\"}");
        walk.run("watch", "remove", "m2", CONFIG, FILE);
        take("{\"id\":\"m3\",\"case\":\"mara\",\"name\":\"Mara Thorne\"}");
        walk.run("watch", "export", "./out.json", CONFIG, FILE);
        List<Json> out = Json.read(Files.readString(folder.resolve("out.json"))).items();

        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(ids()).containsExactlyInAnyOrder("case-17", "m1", "m3");
        assertThat(out)
                .filteredOn(watch -> watch.at("case").text().orElse("").equals("mara"))
                .extracting(watch -> watch.at("name").text().orElse(""))
                .containsExactlyInAnyOrder("Mara Quill", "Mara Thorne");
    }

    @Test
    @Covers("R2.16")
    void takesNobodyWhenOneOfThemMayNotBeAdded() throws Exception {
        Walk.Ended tooMany =
                take(
                        "{\"id\":\"a\",\"name\":\"Ann One\"},{\"id\":\"b\",\"name\":\"Ben Two\"},"
                                + "{\"id\":\"c\",\"name\":\"Cat Three\"}");
        Walk.Ended byFile = take("{\"id\":\"x\",\"case\":\"case-17\",\"name\":\"Alma Other\"}");
        Walk.Ended taken = take("{\"id\":\"case-17\",\"case\":\"z\",\"name\":\"Alma Other\"}");
        Walk.Ended nameless = take("{\"id\":\"a\",\"name\":\"Ann One\"},{\"id\":\"b\"}");
        Walk.Ended withoutAgreement =
                walk.runWith(
                        "{\"id\":\"a\",\"name\":\"Ann\"}", "watch", "import", "-", CONFIG, FILE);

        assertThat(List.of(tooMany, byFile)).allSatisfy(e -> assertThat(e.exit()).isEqualTo(1));
        assertThat(List.of(taken, nameless, withoutAgreement))
                .allSatisfy(ended -> {
                    assertThat(ended.exit()).isEqualTo(2);
                    assertThat(ended.err()).startsWith("quietbell: watch").hasLineCount(1);
                    assertThat(ended.err()).doesNotContain("Alma", "Ann");
                });
        assertThat(ids()).containsExactly("case-17");
    }
}
