package org.quietbell.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A socket that judges the address it connects to, at the moment it connects. Whatever found that
/// address (a literal, a look-up, a second look-up with another answer), this is the last place it
/// must pass.
///
/// Proxy settings of the Java system properties do not apply to it.
final class GuardedSocket extends Socket {
    /// Says how to reach a target, or throws.
    interface Guide {
        Way way(InetSocketAddress target) throws IOException;
    }

    /// How long a look-up or a proxy may take when the caller sets no limit.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Guide guide;
    private final Names names;

    GuardedSocket(Guide guide, Names names) {
        super(Proxy.NO_PROXY);
        this.guide = guide;
        this.names = names;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress target)) {
            throw new RefusedAddressException("only internet addresses are connected to");
        }
        Deadline deadline = Deadline.in(timeout > 0 ? Duration.ofMillis(timeout) : PATIENCE);
        try {
            connect(target, deadline);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void connect(InetSocketAddress target, Deadline deadline) throws IOException {
        switch (guide.way(target)) {
            case Way.Direct(boolean named) -> direct(target, named, deadline);
            case Way.Socks(Endpoint proxy) -> {
                direct(resolved(proxy, deadline), true, deadline);
                greet(deadline, () -> SocksGreeting.greet(this, host(target), target.getPort()));
            }
            case Way.HttpProxy(Endpoint proxy) -> {
                direct(resolved(proxy, deadline), true, deadline);
                greet(deadline, () -> ConnectGreeting.greet(this, host(target), target.getPort()));
            }
        }
    }

    private void direct(InetSocketAddress target, boolean named, Deadline deadline)
            throws IOException {
        String host = target.getHostString();
        InetAddress address = target.getAddress();
        if (address == null) {
            address = resolved(new Endpoint(host, target.getPort()), named, deadline).getAddress();
        }
        names.check(host, address, named);
        super.connect(new InetSocketAddress(address, target.getPort()), millis(deadline));
        names.check(host, getInetAddress(), named);
    }

    private InetSocketAddress resolved(Endpoint proxy, Deadline deadline) throws IOException {
        return resolved(proxy, true, deadline);
    }

    private InetSocketAddress resolved(Endpoint endpoint, boolean named, Deadline deadline)
            throws IOException {
        InetAddress first = names.addresses(endpoint.host(), named, deadline.left()).getFirst();
        return new InetSocketAddress(first, endpoint.port());
    }

    /// The name rather than the address, so that the proxy looks it up.
    private static String host(InetSocketAddress target) {
        return target.getHostString();
    }

    private interface Greeting {
        void run() throws IOException;
    }

    private void greet(Deadline deadline, Greeting greeting) throws IOException {
        int before = getSoTimeout();
        setSoTimeout(millis(deadline));
        greeting.run();
        setSoTimeout(before);
    }

    private static int millis(Deadline deadline) throws SocketTimeoutException {
        if (deadline.hasPassed()) {
            throw new SocketTimeoutException("too late");
        }
        return Math.clamp(deadline.left().toMillis(), 1, Integer.MAX_VALUE);
    }
}
