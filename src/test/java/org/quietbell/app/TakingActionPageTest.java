package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `docs/taking-action.md` names only commands that are offered, as they are typed.
class TakingActionPageTest {
    private static final Path PAGE = Path.of("docs", "taking-action.md");

    private static List<String> commands() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("    quietbell "))
                .map(line -> line.strip().split(" {2,}", 2)[0].replace(" …", ""))
                .toList();
    }

    @Test
    void eachCommandOnThePageCanBeTyped() throws IOException {
        List<String> commands = commands();
        CommandLine tree = CommandTree.of(new ReportScene().context(new CommandSocketIT.Typed()));

        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            CommandLine.ParseResult parsed =
                    tree.parseArgs(command.substring("quietbell ".length()).split(" ", -1));
            assertThat(parsed.unmatched()).as(command).isEmpty();
        }
    }
}
