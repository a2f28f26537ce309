package org.quietbell.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that does to each connection what a test says, however rude.
final class LoopbackServer implements AutoCloseable {
    /// What is done with one connection; it is closed afterwards. A broken connection is no error.
    interface Conduct {
        void serve(Socket socket) throws IOException;
    }

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    final List<String> heads = new CopyOnWriteArrayList<>();

    private final ServerSocket listening;
    private final Conduct conduct;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    LoopbackServer(Conduct conduct) {
        this.conduct = conduct;
        try {
            listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /// Reads each request's head and answers with these bytes.
    static LoopbackServer answering(String answer) {
        return answering(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    static LoopbackServer answering(byte[] answer) {
        return new LoopbackServer(socket -> {
            readHead(socket);
            socket.getOutputStream().write(answer);
        });
    }

    /// A server that only counts who comes.
    static LoopbackServer canary() {
        return answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbird");
    }

    static List<String> readHead(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                socket.getInputStream(), StandardCharsets.ISO_8859_1));
        List<String> head = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.add(line);
        }
        return head;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.incrementAndGet();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return; // the test is over
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            conduct.serve(socket);
        } catch (IOException _) {
            // the client went away, as many of these tests want it to
        } finally {
            sockets.remove(socket);
            open.decrementAndGet();
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
