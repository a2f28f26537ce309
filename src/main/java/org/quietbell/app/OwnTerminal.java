package org.quietbell.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quietbell.config.Secret;

/// This process's own streams.
final class OwnTerminal implements Terminal {
    private final PrintWriter answers =
            new PrintWriter(
                    new BufferedWriter(
                            new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 16));
    private final PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final BufferedReader input =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final @Nullable Console console = person();

    /// Without a terminal there may be no console at all, or one that is none, by the JDK's build.
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console person() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    @Override
    public PrintWriter answers() {
        return answers;
    }

    @Override
    public void say(String line) {
        answers.flush();
        errors.println(line);
    }

    @Override
    public Optional<String> ask(String question) {
        answers.flush();
        if (console != null) {
            errors.print(question + " ");
            errors.flush();
        }
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Secret> askHidden(String question) {
        if (console == null) {
            return ask(question).map(Secret::new);
        }
        answers.flush();
        errors.print(question + " ");
        errors.flush();
        char[] typed = console.readPassword();
        return Optional.ofNullable(typed).map(String::new).map(Secret::new);
    }

    @Override
    public boolean isPerson() {
        return console != null;
    }

    @Override
    public byte[] read(String path) throws IOException {
        return path.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(path));
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        OwnerOnly.write(Path.of(path), bytes);
    }
}
