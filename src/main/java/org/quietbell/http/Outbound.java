package org.quietbell.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.SocketFactory;

/// The one way out of the program: HTTP for sources and channels, guarded sockets for the mail
/// library. Safe for many threads. Builds its client at the first request.
public final class Outbound implements AutoCloseable {
    private final FetchSettings settings;
    private final InstantSource clock;
    private final Ways ways;
    private final Names names;
    private final GuardedHttp http;

    /// @param settings see [FetchSettings]
    /// @param clock for the hour of an answer and for `Retry-After`
    public Outbound(FetchSettings settings, InstantSource clock) {
        this(settings, clock, InetAddress::getAllByName);
    }

    Outbound(FetchSettings settings, InstantSource clock, Names.Resolver resolver) {
        this.settings = settings;
        this.clock = clock;
        AddressGuard guard = new AddressGuard(settings.allowAddresses());
        this.names = new Names(resolver, guard);
        this.ways = new Ways(settings, guard);
        this.http = new GuardedHttp(settings, clock, ways, names);
    }

    /// The client, the same for everybody.
    public Http http() {
        return http;
    }

    /// Notes that a configured source or channel names this endpoint: it may be reached at a
    /// private address if that lies in `allow-addresses`, and never by redirect.
    public void permit(Endpoint endpoint) {
        ways.name(endpoint);
    }

    /// Sockets for the mail library, under the same rules. They judge the address at `connect` and
    /// go through the proxy if there is one; a refusal is an [java.io.IOException] whose message is
    /// a sentence for a person.
    public SocketFactory sockets() {
        return new GuardedSockets(this::wayTo, names);
    }

    private Way wayTo(InetSocketAddress target) throws RefusedAddressException {
        return ways.to(new Endpoint(target.getHostString(), target.getPort()), true);
    }

    /// The hour that goes out with a request, where its signature needs one.
    public InstantSource clock() {
        return clock;
    }

    /// How long one whole request may take.
    public Duration deadline() {
        return settings.deadline();
    }

    /// Breaks off what is under way, by closing sockets; no thread is interrupted.
    @Override
    public void close() {
        http.close();
    }
}
