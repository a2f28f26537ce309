package org.quietbell.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks an HTTP proxy for a tunnel. For the mail library; OkHttp asks for its own.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110, CONNECT</a>
final class ConnectGreeting {
    private static final int MAX_ANSWER = 8 * 1024;

    private ConnectGreeting() {}

    /// @param socket connected to the proxy; afterwards its bytes are those of the target
    /// @throws ProxyException if the proxy declines
    static void greet(Socket socket, String host, int port) throws IOException {
        String target = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        String status = head(socket.getInputStream()).lines().findFirst().orElse("");
        if (!status.matches("HTTP/1\\.[01] 2[0-9]{2}( .*)?")) {
            throw new ProxyException("the proxy did not let us through");
        }
    }

    /// Byte by byte, because what follows the empty line belongs to the target.
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the proxy broke off");
            }
            if (head.length() == MAX_ANSWER) {
                throw new ProxyException("the proxy does not speak HTTP");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
