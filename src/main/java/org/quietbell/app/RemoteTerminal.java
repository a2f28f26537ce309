package org.quietbell.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.json.Json;

/// The streams of a command at the other end of the [CommandSocket].
final class RemoteTerminal implements Terminal {
    private final CommandSocket.Line line;
    private final boolean person;
    private final PrintWriter answers;

    RemoteTerminal(CommandSocket.Line line, boolean person) {
        this.line = line;
        this.person = person;
        this.answers = new PrintWriter(new BufferedWriter(new Sent(), 1 << 14));
    }

    /// At the command's end: does what the daemon asks for until the command has ended.
    ///
    /// @return its exit code; empty if the daemon went away before the end
    static Optional<Integer> serve(CommandSocket.Line line, Terminal terminal) throws IOException {
        while (true) {
            Optional<Json> message = line.receive();
            if (message.isEmpty()) {
                return Optional.empty();
            }
            Json json = message.get();
            Optional<Long> exit = json.at("exit").whole();
            if (exit.isPresent()) {
                return Optional.of(Math.toIntExact(exit.get()));
            }
            Optional<Json> reply = reply(json, terminal);
            if (reply.isPresent()) {
                line.send(reply.get());
            }
        }
    }

    private static Optional<Json> reply(Json json, Terminal terminal) {
        Json.Builder reply = Json.object();
        for (String kind : json.members().keySet()) {
            String value = json.at(kind).text().orElse("");
            switch (kind) {
                case "out" -> terminal.answers().write(value);
                case "say" -> terminal.say(value);
                case "ask" -> {
                    return Optional.of(reply.put("is", terminal.ask(value)).build());
                }
                case "hidden" -> {
                    Optional<String> typed = terminal.askHidden(value).map(Secret::reveal);
                    return Optional.of(reply.put("is", typed).build());
                }
                case "read" -> {
                    return Optional.of(readFor(value, terminal, reply));
                }
                case "write" -> {
                    return Optional.of(writeFor(value, json.at("bytes"), terminal, reply));
                }
                default -> {
                    // the bytes beside "write"
                }
            }
        }
        return Optional.empty();
    }

    private static Json readFor(String path, Terminal terminal, Json.Builder reply) {
        try {
            return reply.put("bytes", Base64.getEncoder().encodeToString(terminal.read(path)))
                    .build();
        } catch (IOException e) {
            return reply.put("fault", e.getClass().getSimpleName()).build();
        }
    }

    private static Json writeFor(String path, Json bytes, Terminal terminal, Json.Builder reply) {
        try {
            terminal.write(path, Base64.getDecoder().decode(bytes.text().orElse("")));
            return reply.put("done", true).build();
        } catch (IOException e) {
            return reply.put("fault", e.getClass().getSimpleName()).build();
        }
    }

    @Override
    public PrintWriter answers() {
        return answers;
    }

    @Override
    public void say(String text) {
        answers.flush();
        send(Json.object().put("say", text).build());
    }

    @Override
    public Optional<String> ask(String question) {
        answers.flush();
        return exchange(Json.object().put("ask", question).build()).at("is").text();
    }

    @Override
    public Optional<Secret> askHidden(String question) {
        answers.flush();
        return exchange(Json.object().put("hidden", question).build())
                .at("is")
                .text()
                .map(Secret::new);
    }

    @Override
    public boolean isPerson() {
        return person;
    }

    @Override
    public byte[] read(String path) throws IOException {
        Json reply = exchange(Json.object().put("read", path).build());
        faultIn(reply);
        return Base64.getDecoder().decode(reply.at("bytes").text().orElse(""));
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        faultIn(
                exchange(
                        Json.object()
                                .put("write", path)
                                .put("bytes", Base64.getEncoder().encodeToString(bytes))
                                .build()));
    }

    private static void faultIn(Json reply) throws IOException {
        Optional<String> fault = reply.at("fault").text();
        if (fault.isPresent()) {
            throw new IOException(fault.get());
        }
    }

    private void send(Json json) {
        try {
            line.send(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Json exchange(Json json) {
        send(json);
        try {
            return line.receive().orElseThrow(() -> new IOException("the command went away"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Hands each flushed piece of the answers on.
    private final class Sent extends Writer {
        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            line.send(Json.object().put("out", new String(characters, from, length)).build());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
