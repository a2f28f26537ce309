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

    Answering(String... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
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
        throw new AssertionError("no secret is asked for: it stands in a file");
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
