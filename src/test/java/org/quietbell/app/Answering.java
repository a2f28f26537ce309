package org.quietbell.app;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.quietbell.config.Secret;

/// A terminal of tests: answers in order, and the same for ever when they have run out.
final class Answering implements Terminal {
    private final Deque<String> answers;
    final List<String> said = new ArrayList<>();
    private Optional<Secret> secret = Optional.empty();

    Answering(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    /// One that knows the passphrase too.
    Answering knowing(Secret passphrase) {
        secret = Optional.of(passphrase);
        return this;
    }

    @Override
    public PrintWriter answers() {
        return new PrintWriter(java.io.Writer.nullWriter());
    }

    @Override
    public void say(String line) {
        said.add(line);
    }

    @Override
    public Optional<String> ask(String question) {
        said.add(question);
        return Optional.of(answers.isEmpty() ? "x" : answers.removeFirst());
    }

    @Override
    public Optional<Secret> askHidden(String question) {
        if (secret.isEmpty()) {
            throw new AssertionError("no secret is asked for: it stands in a file");
        }
        return secret;
    }

    @Override
    public boolean isPerson() {
        return false;
    }

    @Override
    public byte[] read(String path) {
        throw new AssertionError();
    }

    @Override
    public void write(String path, byte[] bytes) {
        throw new AssertionError();
    }
}
