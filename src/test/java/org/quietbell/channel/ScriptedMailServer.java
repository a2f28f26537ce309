package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server on loopback that answers each command as it is told, also badly. The commands are
/// `GREETING`, `EHLO`, `STARTTLS`, `AUTH`, `MAIL`, `RCPT`, `DATA`, `DOT` (the final dot), `QUIT`.
final class ScriptedMailServer implements AutoCloseable {
    /// Says nothing any more.
    static final String HANG = "hang";

    /// Hangs up.
    static final String DROP = "drop";

    /// Says one character now and then.
    static final String DRIP = "drip";

    /// Talks without end.
    static final String FLOOD = "flood";

    /// What came in one mail.
    ///
    /// @param commands up to here in this connection
    /// @param data with line ends as they came, dots unstuffed
    record Mail(List<String> commands, String data) {}

    private final Map<String, String> script;
    private final Optional<SSLContext> tls;
    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ScriptedMailServer(Map<String, String> script) {
        this(script, Optional.empty());
    }

    /// @param tls what it shows after `STARTTLS`
    ScriptedMailServer(Map<String, String> script, Optional<SSLContext> tls) {
        this.script = new ConcurrentHashMap<>(script);
        this.tls = tls;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Every line it was told outside of mails, over all connections.
    List<String> commands() {
        return List.copyOf(commands);
    }

    List<Mail> mails() {
        return List.copyOf(mails);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    private void serve(Socket plain) {
        List<String> said = new ArrayList<>();
        try (Socket first = plain) {
            Socket socket = first;
            BufferedReader in = reader(socket);
            if (!answer(socket, "GREETING", "220 ready")) {
                return;
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                commands.add(line);
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (!answer(socket, verb, usual(verb, socket))) {
                    return;
                }
                if (verb.equals("STARTTLS")) {
                    socket = secured(socket);
                    in = reader(socket);
                } else if (verb.equals("DATA") && reply("DATA", "354").startsWith("354")) {
                    String data = data(in);
                    if (reply("DOT", "250").startsWith("250")) {
                        mails.add(new Mail(List.copyOf(said), data));
                    }
                    if (!answer(socket, "DOT", "250 taken")) {
                        return;
                    }
                } else if (verb.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException | InterruptedException _) {
            // the other side hung up, which is its right
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secured =
                (SSLSocket)
                        tls.orElseThrow()
                                .getSocketFactory()
                                .createSocket(socket, "localhost", socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private String usual(String verb, Socket socket) {
        boolean offersTls = tls.isPresent() && !(socket instanceof SSLSocket);
        return switch (verb) {
            case "EHLO" ->
                    "250-scripted.example\r\n"
                            + (offersTls ? "250-STARTTLS\r\n" : "")
                            + "250 AUTH PLAIN LOGIN NTLM";
            case "AUTH" -> "235 come in";
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private String reply(String verb, String usual) {
        return script.getOrDefault(verb, usual);
    }

    /// @return false if there is nothing more to say
    private boolean answer(Socket socket, String verb, String usual)
            throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        switch (reply(verb, usual)) {
            case HANG -> closed.await();
            case DROP -> {
                return false;
            }
            case DRIP -> {
                while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                    out.write('2');
                    out.flush();
                }
            }
            case FLOOD -> {
                byte[] line = "250-and another thing\r\n".repeat(100).getBytes(ISO_8859_1);
                while (closed.getCount() > 0) {
                    out.write(line);
                }
            }
            case String reply -> {
                out.write((reply + "\r\n").getBytes(ISO_8859_1));
                out.flush();
                return true;
            }
        }
        return false;
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return data.toString();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
