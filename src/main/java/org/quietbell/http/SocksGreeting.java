package org.quietbell.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks a SOCKS 5 proxy for a connection, without signing in. Names are handed over as names, so
/// that no look-up happens here.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc1928">RFC 1928</a>
final class SocksGreeting {
    private static final int VERSION = 5;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private SocksGreeting() {}

    /// @param socket connected to the proxy; afterwards its bytes are those of the target
    /// @param host a name of at most 255 ASCII characters, or a literal address
    /// @throws ProxyException if the proxy declines
    static void greet(Socket socket, String host, int port) throws IOException {
        OutputStream out = socket.getOutputStream();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        out.write(new byte[] {VERSION, 1, 0}); // one way to sign in: none
        out.flush();
        if (in.readUnsignedByte() != VERSION) {
            throw new ProxyException("the proxy does not speak SOCKS 5");
        }
        if (in.readUnsignedByte() != 0) {
            throw new ProxyException("the proxy wants a password, which we have not");
        }
        out.write(request(host, port));
        out.flush();
        in.readUnsignedByte();
        int answer = in.readUnsignedByte();
        if (answer != 0) {
            throw new ProxyException("the proxy could not reach it: " + inWords(answer));
        }
        in.readUnsignedByte();
        int length =
                switch (in.readUnsignedByte()) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    case NAME -> in.readUnsignedByte();
                    default -> throw new ProxyException("the proxy does not speak SOCKS 5");
                };
        in.readFully(new byte[length + 2]); // where it connects from, of no interest
    }

    private static byte[] request(String host, int port) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(new byte[] {VERSION, CONNECT, 0});
        if (HostSpelling.of(host) instanceof HostSpelling.Literal(InetAddress address)) {
            request.write(address instanceof Inet4Address ? IPV4 : IPV6);
            request.write(address.getAddress());
        } else {
            byte[] name = host.getBytes(StandardCharsets.US_ASCII);
            if (name.length > 255) {
                throw new ProxyException("the name is too long for the proxy");
            }
            request.write(NAME);
            request.write(name.length);
            request.write(name);
        }
        request.write(port >> 8);
        request.write(port);
        return request.toByteArray();
    }

    private static String inWords(int answer) {
        return switch (answer) {
            case 2 -> "its rules forbid it";
            case 3 -> "no way to that network";
            case 4 -> "no such host, or it does not answer";
            case 5 -> "it refused the connection";
            case 6 -> "it took too long";
            default -> "reason " + answer;
        };
    }
}
