package org.quietbell.app;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Unix socket in the data folder by which commands reach the daemon that holds the store.
///
/// Both sides speak JSON, one object a line. The command sends `{"arguments":[…],"person":…}`; the
/// daemon runs it there and sends `out`, `say`, `ask`, `hidden`, `read` and `write` objects, to the
/// last four of which the command answers, and at the end `{"exit":N}`. The socket is open to its
/// owner alone, in a folder open to its owner alone; there is no other way in.
final class CommandSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSocket.class);
    private static final String NAME = "commands";
    private static final int LONGEST_PATH = 100; // the kernel's limit is 108 bytes, with an end

    private final Path path;
    private final ServerSocketChannel server;

    /// Runs a command that came in.
    interface Desk {
        /// @return the exit code
        int run(String[] arguments, Terminal terminal);
    }

    private CommandSocket(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    /// Opens it, and serves each command on a thread of its own until it is closed.
    static CommandSocket open(Path folder, Desk desk) throws IOException {
        Path path = path(folder);
        Files.deleteIfExists(path); // left over from a daemon that was killed: we hold the folder
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        CommandSocket socket = new CommandSocket(path, server);
        Thread.ofVirtual().name("commands").start(() -> socket.serve(desk));
        return socket;
    }

    private static Path path(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new IOException("the data folder's path is too long for a socket");
        }
        return path;
    }

    private void serve(Desk desk) {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().name("command").start(() -> serve(channel, desk));
            } catch (IOException e) {
                if (server.isOpen()) {
                    LOG.warn("a command could not connect: {}", e.getClass().getSimpleName());
                }
            }
        }
    }

    private static void serve(SocketChannel channel, Desk desk) {
        try (channel;
                Line line = new Line(channel)) {
            Optional<Json> request = line.receive();
            if (request.isEmpty()) {
                return;
            }
            String[] arguments =
                    request.get().at("arguments").items().stream()
                            .flatMap(argument -> argument.text().stream())
                            .toArray(String[]::new);
            boolean person = request.get().at("person").truth().orElse(false);
            RemoteTerminal terminal = new RemoteTerminal(line, person);
            int exit = desk.run(arguments, terminal);
            terminal.answers().flush();
            line.send(Json.object().put("exit", exit).build());
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("a command went away: {}", e.getClass().getSimpleName());
        }
    }

    /// Has the daemon of that folder run a command, on this terminal.
    ///
    /// @return the exit code; empty if nobody answers there
    static Optional<Integer> ask(Path folder, String[] arguments, Terminal terminal) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path(folder)));
            try (Line line = new Line(channel)) {
                line.send(
                        Json.object()
                                .put("arguments", java.util.List.of(arguments))
                                .put("person", terminal.isPerson())
                                .build());
                return RemoteTerminal.serve(line, terminal);
            }
        } catch (IOException e) {
            LOG.debug("no answer at the socket: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// Whether a daemon listens there.
    static boolean isServed(Path folder) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(path(folder)));
        } catch (IOException e) {
            LOG.debug("nobody listens at the socket: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }

    /// One side of a conversation, an object a line.
    static final class Line implements AutoCloseable {
        private final BufferedReader reader;
        private final BufferedWriter writer;

        Line(SocketChannel channel) {
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    Channels.newInputStream(channel), StandardCharsets.UTF_8));
            writer =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    Channels.newOutputStream(channel), StandardCharsets.UTF_8));
        }

        void send(Json json) throws IOException {
            writer.write(json.line());
            writer.write('\n');
            writer.flush();
        }

        /// The other side's next object; empty when it has gone.
        Optional<Json> receive() throws IOException {
            String line = reader.readLine();
            if (line == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(Json.read(line));
            } catch (MalformedJsonException e) {
                throw new IOException("the other side does not speak as agreed", e);
            }
        }

        @Override
        public void close() {
            // the channel is closed by whoever opened it
        }
    }
}
