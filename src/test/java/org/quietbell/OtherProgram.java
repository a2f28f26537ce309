package org.quietbell;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A program of the system that tests ask for a second opinion. Where there is none, those tests
/// are skipped and say so; on a build machine (`CI` is set) they fail.
public final class OtherProgram {
    private final Path path;

    private OtherProgram(Path path) {
        this.path = path;
    }

    /// The first of these programs that there is.
    ///
    /// @param from the package of Debian that has it
    /// @param names by which it goes
    public static OtherProgram of(String from, String... names) {
        Optional<Path> found =
                Stream.of(names)
                        .flatMap(name ->
                                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                                        .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (found.isEmpty()) {
            String said = names[0] + " is not found: install it (Debian: " + from + ")";
            if (System.getenv("CI") != null) {
                throw new AssertionError(said);
            }
            Assumptions.abort(said);
        }
        return new OtherProgram(found.orElseThrow());
    }

    /// How it ended.
    ///
    /// @param out what it wrote, errors too
    public record Ended(int exit, String out) {}

    /// Runs it in that folder to its end.
    public Ended run(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.onExit().join().exitValue(), out);
    }
}
