package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

class SetupIT {
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

    /// Agreement, how to hear, the name; nothing for aliases, handles, context and what to leave
    /// out; which of the ready places; no feed, no server.
    private Walk.Ended setup(String ready) throws Exception {
        return walk.runWith(
                "yes\nonly-when-opened\nAlma Ashbrook\n\n\n\n\n" + ready + "\n\n\n",
                "setup",
                "--key-file",
                "./key",
                "--data",
                "./data");
    }

    private List<String> sources() throws Exception {
        return walk.run("source", "list", "--json", "--data", "./data").json().items().stream()
                .map(item -> item.at("id").text().orElseThrow())
                .toList();
    }

    @Test
    @Covers({"R2.10", "R2.8"})
    void offersPlacesThatNeedNoAccountAndAsksNoneThatWasNotChosen() throws Exception {
        Walk.Ended ended = setup("gdelt");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("google-news: ", "bing-news: ", "gdelt: ", "Google learns the names")
                .contains("stay out of their sight")
                .doesNotContain("reddit: ", "brave: ");
        assertThat(sources()).containsExactly("gdelt");
    }

    @Test
    void leavesThemAllOutWithoutAnAnswer() throws Exception {
        assertThat(setup("").exit()).isZero();
        assertThat(sources()).isEmpty();
    }

    @Test
    void remembersTheLanguageForTheCommandsThatFollow() throws Exception {
        Walk.Ended ended =
                walk.runWith(
                        "oui\nonly-when-opened\nAlma Ashbrook\n\n\n\n\n\n\n\n",
                        "setup",
                        "--language",
                        "fr",
                        "--key-file",
                        "./key",
                        "--data",
                        "./data");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("Si quelqu'un peut regarder cet appareil");
        assertThat(walk.run("status", "--data", "./data").out())
                .contains("Pas de pause.")
                .doesNotContain("Not paused.");
    }

    @Test
    @Covers("R1.19")
    void offersThatSomebodyElseHearsFirst() throws Exception {
        String way = "file\n./%s.jsonl\nno\nyes\n";
        Walk.Ended ended =
                walk.runWith(
                        "yes\n5\n"
                                + way.formatted("mine")
                                + way.formatted("hers")
                                + "\n\nAlma Ashbrook\n\n\n\n\n\n\n\nh1\nchannel-2\n3d\n",
                        "setup",
                        "--key-file",
                        "./key",
                        "--data",
                        "./data");

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(walk.run("helper", "end", "--data", "./data").out())
                .contains("Nobody hears first any more.");
    }
}
