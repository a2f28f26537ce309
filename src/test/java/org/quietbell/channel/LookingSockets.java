package org.quietbell.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Sockets without a guard that look names up themselves, as the guarded ones do.
final class LookingSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                InetSocketAddress asked = (InetSocketAddress) endpoint;
                super.connect(
                        new InetSocketAddress(asked.getHostString(), asked.getPort()), timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new AssertionError("connected before anybody could end it");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new AssertionError("connected before anybody could end it");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new AssertionError("connected before anybody could end it");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new AssertionError("connected before anybody could end it");
    }
}
