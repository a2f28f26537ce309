package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// Somebody hears first, and somebody stands in for her: through commands, each with the whole
/// program.
class HelperIT {
    private static final String FILE = "quietbell.yaml";

    @TempDir Path folder;
    private Walk walk;

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        walk.settings(
                "- { id: post, type: file, path: ./notices.jsonl }",
                "{ how: helper-first, zone: Europe/London, level: outline, channels: [post],"
                        + " helper: { id: h1, channels: [post],"
                        + " stand-in: { id: h2, channels: [post] } } }");
        walk.items.add("old");
        said("check");
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private Walk.Ended ended(String words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(words.split(" ")));
        all.addAll(List.of("--config", FILE));
        return walk.run(all.toArray(String[]::new));
    }

    private String said(String words) throws Exception {
        Walk.Ended ended = ended(words);
        assertThat(ended.exit()).as(words + ": " + ended.err()).isZero();
        return ended.out();
    }

    private void found(String item) throws Exception {
        walk.items.add(item);
        said("check");
        said("tell");
    }

    private List<String> recipients() throws Exception {
        return walk.notices().stream().map(n -> n.at("recipient").text().orElseThrow()).toList();
    }

    private String whyNewest() throws Exception {
        Json hit = walk.run("hits", "--json", "--config", FILE).json().items().getFirst();
        return said("why " + hit.at("id").text().orElseThrow());
    }

    @Test
    @Covers({"R1.19", "R1.22"})
    void theHelperHearsThenWhoeverStandsInAndThePersonWhenOneOfThemIsReady() throws Exception {
        found("first");
        assertThat(recipients()).containsExactly("h1");
        assertThat(whyNewest()).contains("Told to h1", "(WITH_HELPER)");

        assertThat(said("helper away")).contains("Nothing is sent to your helper until");
        assertThat(said("status")).contains("The person you named stands in.");
        found("second");
        assertThat(recipients()).containsExactly("h1", "h2");
        assertThat(whyNewest()).contains("Told to h2", "(HELPER_AWAY)", "(WITH_HELPER)");

        assertThat(said("helper away --stand-in")).contains("to the person who stands in until");
        found("third");
        assertThat(recipients()).containsExactly("h1", "h2");
        said("helper back --stand-in");
        assertThat(recipients()).containsExactly("h1", "h2", "h2");

        assertThat(said("helper ready --stand-in")).contains("It is your turn now.");
        assertThat(recipients()).containsExactly("h1", "h2", "h2", "self");
        assertThat(walk.notices().getLast().at("level").text()).contains("discreet");
        assertThat(walk.notices().getLast().at("hits").items()).hasSize(3);

        assertThat(said("helper back")).contains("Your helper hears again.");
        assertThat(recipients()).containsExactly("h1", "h2", "h2", "self", "h1");
    }

    @Test
    @Covers({"R1.19", "R1.22"})
    void eitherIsEndedInOneStepWithoutAQuestion() throws Exception {
        assertThat(said("helper end --stand-in")).contains("Nobody stands in for your helper");
        said("helper away");
        found("first");
        assertThat(recipients()).isEmpty();
        Walk.Ended again = ended("helper away --stand-in");
        Walk.Ended past = ended("helper away --until 2020-01-01");
        Walk.Ended unclear = ended("helper away --until whenever");

        assertThat(said("helper end")).contains("Nobody hears first any more.");
        found("second");
        assertThat(recipients()).isEmpty(); // without times she now hears when she looks
        assertThat(List.of(again, past, unclear)).allMatch(wrong -> wrong.exit() == 2);
        assertThat(again.err()).startsWith("quietbell: --stand-in: nobody stands in");
        assertThat(past.err()).startsWith("quietbell: --until: that moment has passed:");
        assertThat(unclear.err()).startsWith("quietbell: time: it cannot be read:");
    }
}
