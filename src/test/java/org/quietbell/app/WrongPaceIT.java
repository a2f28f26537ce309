package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

/// What the commands about her pace say to something that cannot be: one line that names what, why
/// and what to do, exit 2, and nothing changed.
class WrongPaceIT {
    private static final String FILE = "quietbell.yaml";

    @TempDir Path folder;

    private record Wrong(String words, String said) {}

    private static final List<Wrong> WITHOUT_HELPER =
            List.of(
                    new Wrong("pause --until 2020-01-01", "--until: that moment has passed:"),
                    new Wrong(
                            "pause --until tomorrow", "time: it cannot be read: write 2026-05-03"),
                    new Wrong("pause --until 2027-13-40", "time: it cannot be read:"),
                    new Wrong("pause --until 2999-01-01", "more than a hundred years ahead"),
                    new Wrong("pause --for soon", "--for: "),
                    new Wrong("pause --for 3d --until 2030-01-01", "cannot stand together"),
                    new Wrong("pause --channel nowhere", "channel: there is none with this id:"),
                    new Wrong("pause --source nowhere", "source: there is none with this id:"),
                    new Wrong("pause --watch nobody", "watch: there is none with this id:"),
                    new Wrong("pause --channel post --watch case-17", "cannot stand together"),
                    new Wrong(
                            "pause --channel post --stop-looking",
                            "--stop-looking: a channel does not look for anything:"),
                    new Wrong("resume --channel nowhere", "channel: there is none with this id:"),
                    new Wrong("channel test nowhere", "channel: there is none with this id:"),
                    new Wrong("channel level post loud", "channel level: there is no such level:"),
                    new Wrong("channel level nowhere outline", "channel: there is none with"),
                    new Wrong("channel level post outline", "is set by file: change the level in"),
                    new Wrong("channel pause-link post maybe", "a value it cannot have"),
                    new Wrong("channel pause-link post on", "this channel is set by file:"),
                    new Wrong("channel address post", "only a channel of the type private-feed"),
                    new Wrong("helper ready", "helper: nobody hears first:"),
                    new Wrong("helper away", "helper: nobody hears first:"),
                    new Wrong("helper back", "helper: nobody hears first:"),
                    new Wrong("helper end", "helper: nobody hears first:"),
                    new Wrong("helper ready --watch nobody", "watch: there is none with this id:"),
                    new Wrong("helper ready --watch case-17", "helper: nobody hears first:"));

    @Test
    @Covers("F66")
    void eachIsRefusedInOneLineAndNothingIsChanged() throws Exception {
        try (Walk walk = new Walk(folder)) {
            walk.settings(
                    "- { id: post, type: file, path: ./notices.jsonl }",
                    "{ how: as-it-happens, zone: Europe/London, channels: [post] }");
            walk.run("check", "--config", FILE);

            for (Wrong wrong : WITHOUT_HELPER) {
                List<String> words = new ArrayList<>(Arrays.asList(wrong.words().split(" ")));
                words.addAll(List.of("--config", FILE));
                Walk.Ended ended = walk.run(words.toArray(String[]::new));

                assertThat(ended.err()).as(wrong.words()).contains(wrong.said());
                assertThat(ended.err()).as(wrong.words()).startsWith("quietbell: ").hasLineCount(1);
                assertThat(ended.exit()).as(wrong.words()).isEqualTo(2);
                assertThat(ended.out()).as(wrong.words()).isEmpty();
            }
            assertThat(walk.run("status", "--config", FILE).out()).startsWith("Not paused.");
        }
    }
}
