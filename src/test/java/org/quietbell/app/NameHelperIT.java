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

/// Somebody is named to hear first by a command alone, without a settings file.
class NameHelperIT {
    private static final String PASSPHRASE = "correct horse\n";

    @TempDir Path folder;
    private Walk walk;

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        Walk.Ended setUp =
                walk.runWith(
                        "yes\nonly-when-opened\nAlma Ashbrook\n\n\n\n\n\n\n\n",
                        "setup",
                        "--key-file",
                        "./key",
                        "--data",
                        "./data");
        assertThat(setUp.exit()).as(setUp.err()).isZero();
        Walk.Ended added =
                typed(
                        PASSPHRASE + PASSPHRASE + "./notices.jsonl\n",
                        "channel add --type file --id post");
        assertThat(added.exit()).as(added.err()).isZero();
    }

    @AfterEach
    void end() {
        walk.close();
    }

    private Walk.Ended typed(String lines, String words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(words.split(" ")));
        all.addAll(List.of("--data", "./data"));
        return walk.runWith(lines, all.toArray(String[]::new));
    }

    @Test
    @Covers({"R1.4", "R1.6", "R1.19", "R1.22"})
    void somebodyHearsFirstOnlyAfterThePassphraseAndAYesToTheWordsAndNobodyInOneStep()
            throws Exception {
        String first = "h1\npost=outline\n3d\n";
        Walk.Ended early = typed("h2\npost\n" + PASSPHRASE + "yes\n", "helper name --stand-in");
        Walk.Ended without = typed(first, "helper name");
        Walk.Ended ahead = typed(first, "helper name --from 2999-01-01");
        Walk.Ended noHours = typed(first, "helper name --quiet late");
        Walk.Ended wrong = typed(first + "wrong horse\nyes\n", "helper name");
        Walk.Ended no = typed(first + PASSPHRASE + "no\n", "helper name");
        String before = typed("", "status").out();
        Walk.Ended named = typed(first + PASSPHRASE + "yes\n", "helper name");
        Walk.Ended standIn = typed("h2\npost\n" + PASSPHRASE + "yes\n", "helper name --stand-in");
        String after = typed("", "status").out();
        Walk.Ended away = typed("", "helper away --stand-in");
        Walk.Ended ended = typed("", "helper end");

        assertThat(early.exit()).isEqualTo(2);
        assertThat(early.err()).contains("--stand-in: nobody hears first:");
        assertThat(without.exit()).isEqualTo(3);
        assertThat(ahead.err()).contains("--from: that moment is still to come:");
        assertThat(noHours.err()).contains("helper name: must be two times such as");
        assertThat(wrong.exit()).isEqualTo(5);
        assertThat(no.out()).contains("Nothing was changed");
        assertThat(before).doesNotContain("tells a helper first");
        assertThat(named.exit()).as(named.err()).isZero();
        assertThat(named.out()).contains("h1 hears first now.");
        assertThat(standIn.out()).contains("h2 now stands in while your helper is away.");
        assertThat(after).contains("tells a helper first", "Nobody has looked");
        assertThat(away.exit()).as(away.err()).isZero();
        assertThat(ended.out()).contains("Nobody hears first any more.");
    }
}
