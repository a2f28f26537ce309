package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.config.Secret;

class CommandSocketIT {
    @TempDir Path folder;

    @Test
    void carriesAnswersQuestionsFilesAndTheExitCode() throws Exception {
        Typed terminal = new Typed("Alma", "secret word");
        CommandSocket.Desk desk =
                (arguments, remote) -> {
                    remote.answers().println("got " + String.join(" ", arguments));
                    remote.answers().println(remote.ask("name?").orElse("nothing"));
                    remote.answers()
                            .println(remote.askHidden("word?").map(Secret::reveal).orElse(""));
                    remote.say("beside the answers");
                    try {
                        remote.answers()
                                .println(new String(remote.read("in.txt"), StandardCharsets.UTF_8));
                        remote.write("out.txt", "written".getBytes(StandardCharsets.UTF_8));
                        remote.read("missing");
                    } catch (IOException e) {
                        remote.answers().println(e.getMessage());
                    }
                    return 7;
                };
        try (CommandSocket _ = CommandSocket.open(folder, desk)) {
            Optional<Integer> exit =
                    CommandSocket.ask(folder, new String[] {"hits", "--json"}, terminal);

            assertThat(exit).contains(7);
        }
        assertThat(terminal.out.toString().lines())
                .containsExactly(
                        "got hits --json", "Alma", "secret word", "content", "NoSuchFileException");
        assertThat(terminal.said).containsExactly("beside the answers");
        assertThat(terminal.written).isEqualTo("written");
    }

    @Test
    void isOpenToItsOwnerAloneAndGoneWhenClosed() throws Exception {
        try (CommandSocket _ = CommandSocket.open(folder, (_, _) -> 0)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("commands")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }

        assertThat(folder.resolve("commands")).doesNotExist();
    }

    @Test
    void answersNothingWhereNobodyListens() {
        assertThat(CommandSocket.ask(folder, new String[] {"status"}, new Typed())).isEmpty();
    }

    /// A terminal whose person types these lines.
    static final class Typed implements Terminal {
        final StringWriter out = new StringWriter();
        final List<String> said = new ArrayList<>();
        String written = "";
        private final PrintWriter answers = new PrintWriter(out);
        private final Deque<String> lines;

        Typed(String... lines) {
            this.lines = new ArrayDeque<>(Arrays.asList(lines));
        }

        @Override
        public PrintWriter answers() {
            return answers;
        }

        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.ofNullable(lines.pollFirst());
        }

        @Override
        public Optional<Secret> askHidden(String question) {
            return ask(question).map(Secret::new);
        }

        @Override
        public boolean isPerson() {
            return true;
        }

        @Override
        public byte[] read(String path) throws IOException {
            if (path.equals("in.txt")) {
                return "content".getBytes(StandardCharsets.UTF_8);
            }
            throw new java.nio.file.NoSuchFileException(path);
        }

        @Override
        public void write(String path, byte[] bytes) {
            written = new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
