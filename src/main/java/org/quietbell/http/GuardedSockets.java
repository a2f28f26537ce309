package org.quietbell.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Makes [GuardedSocket]s.
final class GuardedSockets extends SocketFactory {
    private final GuardedSocket.Guide guide;
    private final Names names;

    GuardedSockets(GuardedSocket.Guide guide, Names names) {
        this.guide = guide;
        this.names = names;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(guide, names);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(InetSocketAddress.createUnresolved(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return connected(
                InetSocketAddress.createUnresolved(host, port),
                new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(
            InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(
                new InetSocketAddress(address, port),
                new InetSocketAddress(localAddress, localPort));
    }

    private Socket connected(
            InetSocketAddress target, @org.jspecify.annotations.Nullable InetSocketAddress local)
            throws IOException {
        Socket socket = createSocket();
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(target);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
