package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file `addresses.txt` of her own, beside the settings file, counts wherever addresses do.
class OwnAddressRulesIT {
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";
    private static final String TWO =
            "{\"id\":\"1\",\"a\":\"https://pages.example/x?shown=1\","
                    + "\"b\":\"https://pages.example/x?shown=2\"}\n";

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

    @Test
    void checkConfigSaysWhichLineOfItIsWrong() throws Exception {
        walk.write("addresses.txt", "# mine\ndrop pages.example shown\n");
        Walk.Ended fine = walk.run("check-config", FILE);
        walk.write("addresses.txt", "# mine\ndropp pages.example shown\n");
        Walk.Ended wrong = walk.run("check-config", FILE);

        assertThat(fine.exit()).as(fine.err()).isZero();
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("addresses.txt:2:");
    }

    @Test
    void explainAddressGoesByIt() throws Exception {
        String before = walk.runWith(TWO, "explain", "address", CONFIG, FILE).out();
        walk.write("addresses.txt", "drop pages.example shown\n");
        String after = walk.runWith(TWO, "explain", "address", CONFIG, FILE).out();

        assertThat(before).contains("pages.example/x?shown=1");
        assertThat(after).contains("\"a\":\"pages.example/x\"", "\"b\":\"pages.example/x\"");
    }

    @Test
    void aRoundTakesForOnePageWhatItCallsOne() throws Exception {
        walk.write("addresses.txt", "drop pages.example shown\n");
        walk.items.add("x?shown=1");
        walk.run("check", CONFIG, FILE);
        walk.items.add("x?shown=2");
        walk.items.add("x?told=3");
        walk.run("check", CONFIG, FILE);

        assertThat(walk.run("hits", "--json", CONFIG, FILE).json().items()).hasSize(2);
    }
}
