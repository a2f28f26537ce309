package org.quietbell.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a program with an environment of its own, and nothing on its standard input.
final class Shell {
    private Shell() {}

    /// What became of it.
    ///
    /// @param code its exit code
    record Outcome(int code, String output, String errors) {}

    /// Runs it to its end, for at most two minutes.
    ///
    /// @param folder where it runs; its output is kept in files there until it has ended
    /// @param environment all that it finds in its environment
    static Outcome run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        return start(folder, environment, command).outcome();
    }

    /// Starts it and does not wait.
    static Running start(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        Path output = Files.createTempFile(folder, "out", ".txt");
        Path errors = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), output, errors);
    }

    /// A program that was started.
    record Running(Process process, Path output, Path errors) {
        Outcome outcome() throws IOException, InterruptedException {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end within two minutes");
            }
            Outcome outcome = new Outcome(process.exitValue(), text(output), text(errors));
            Files.delete(output);
            Files.delete(errors);
            return outcome;
        }

        private static String text(Path file) throws IOException {
            return Files.readString(file, StandardCharsets.UTF_8);
        }
    }
}
