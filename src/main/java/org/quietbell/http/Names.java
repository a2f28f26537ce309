package org.quietbell.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks names up and lets only those addresses through to which we may connect.
///
/// The system's look-up cannot be broken off, so it runs on a virtual thread of its own: when the
/// time is up the caller goes on, and that thread ends when the system's resolver gives up.
final class Names {
    /// The look-up itself; another in tests.
    interface Resolver {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final AddressGuard guard;

    Names(Resolver resolver, AddressGuard guard) {
        this.resolver = resolver;
        this.guard = guard;
    }

    /// The addresses of a host to which we may connect, at least one.
    ///
    /// A name that leads both to open and to closed addresses is refused whole: that is what a
    /// rebinding name looks like. For an endpoint that settings name, closed addresses that are not
    /// allowed are left out first, because `localhost` often has two.
    ///
    /// @param named whether settings name the endpoint
    /// @throws RefusedAddressException if it leads where we do not go
    List<InetAddress> addresses(String host, boolean named, Duration limit) throws IOException {
        List<InetAddress> all = List.of(lookUp(host, limit));
        List<InetAddress> usable =
                named ? all.stream().filter(a -> guard.refusal(a, true).isEmpty()).toList() : all;
        for (InetAddress address : usable.isEmpty() ? all : usable) {
            check(host, address, named);
        }
        if (usable.stream().map(guard::isOpen).distinct().count() > 1) {
            throw new RefusedAddressException(
                    host + " leads both inside and outside, so we do not go there");
        }
        return usable;
    }

    /// Lets an address pass, or says why not.
    void check(String host, InetAddress address, boolean named) throws RefusedAddressException {
        var refusal = guard.refusal(address, named);
        if (refusal.isPresent()) {
            throw refused(host, refusal.get(), named);
        }
    }

    /// Says where a host leads.
    static RefusedAddressException refused(String host, String kind, boolean named) {
        String where = host + " is at a " + kind + " address, where we do not go";
        return new RefusedAddressException(
                named ? where + " unless fetch.allow-addresses allows it" : where);
    }

    private InetAddress[] lookUp(String host, Duration limit) throws IOException {
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> resolver.lookUp(host));
        Thread.ofVirtual().name("names").start(task);
        try {
            InetAddress[] found = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (found.length == 0) {
                throw new UnknownHostException(host);
            }
            return found;
        } catch (TimeoutException e) {
            SocketTimeoutException late = new SocketTimeoutException("no answer about the name");
            late.initCause(e);
            throw late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("stopped");
            stopped.initCause(e);
            throw stopped;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IOException("the look-up failed", e.getCause());
        }
    }
}
