package org.quietbell.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/// OkHttp, set up so that a connection serves one hop and is judged for that hop.
///
/// Connections are not kept: a kept one could be used again by a hop that may not go there, ties
/// questions about different people together, and leaves sockets and threads behind at rest. So
/// HTTP/1.1 only, which needs no thread of its own. TLS sessions are still resumed.
final class Door implements AutoCloseable {
    /// Under this name `Retry-After` gets past OkHttp, which would repeat a request for a zero.
    static final String RETRY_AFTER = "Quiet-Retry-After";

    private static final byte[] PLACEHOLDER = {(byte) 240, 0, 0, 1};

    private final FetchSettings settings;
    private final Names names;
    private final OkHttpClient base;

    Door(FetchSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
        this.base =
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .connectionSpecs(
                                List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .fastFallback(false) // it would connect on threads of its own
                        .proxy(Proxy.NO_PROXY)
                        .connectTimeout(settings.deadline())
                        .readTimeout(settings.deadline())
                        .writeTimeout(settings.deadline())
                        .build();
    }

    /// A call that reaches its host on that way and ends by the deadline.
    Call call(okhttp3.Request request, Way way, Deadline deadline) {
        OkHttpClient.Builder client = base.newBuilder();
        switch (way) {
            case Way.Direct(boolean named) ->
                    client.dns(looking(named, deadline))
                            .socketFactory(new GuardedSockets(_ -> way, names))
                            .addNetworkInterceptor(judging(request.url().host(), named));
            case Way.Socks(Endpoint proxy) ->
                    // the guarded socket hands the name on; the address is never connected to
                    client.dns(host -> List.of(InternetAddresses.of(host, PLACEHOLDER)))
                            .socketFactory(new GuardedSockets(_ -> way, names))
                            .addNetworkInterceptor(judging(proxy.host(), true));
            case Way.HttpProxy(Endpoint proxy) ->
                    client.dns(looking(true, deadline))
                            .proxy(
                                    new Proxy(
                                            Proxy.Type.HTTP,
                                            InetSocketAddress.createUnresolved(
                                                    proxy.host(), proxy.port())))
                            .proxyAuthenticator(nameless())
                            .socketFactory(new GuardedSockets(_ -> new Way.Direct(true), names))
                            .addNetworkInterceptor(judging(proxy.host(), true));
        }
        Call call = client.build().newCall(request);
        // a millisecond more, so that what it breaks off is seen to be late
        call.timeout().timeout(deadline.left().toMillis() + 1, TimeUnit.MILLISECONDS);
        return call;
    }

    private Dns looking(boolean named, Deadline deadline) {
        return host -> lookUp(host, named, deadline);
    }

    private List<InetAddress> lookUp(String host, boolean named, Deadline deadline)
            throws java.net.UnknownHostException {
        try {
            return names.addresses(host, named, deadline.left());
        } catch (java.net.UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            // OkHttp lets only this kind through; GuardedHttp unpacks it again
            java.net.UnknownHostException wrapped = new java.net.UnknownHostException("refused");
            wrapped.initCause(e);
            throw wrapped;
        }
    }

    /// OkHttp names itself to a proxy unless somebody answers its question beforehand.
    private Authenticator nameless() {
        return (_, response) ->
                response.code() == 407
                                && response.challenges().stream()
                                        .anyMatch(c ->
                                                c.scheme().equalsIgnoreCase("OkHttp-Preemptive"))
                        ? response.request()
                                .newBuilder()
                                .header("User-Agent", settings.userAgent())
                                .build()
                        : null;
    }

    /// Judges once more whom the connection really leads to, before a byte of the request leaves.
    private Interceptor judging(String host, boolean named) {
        return chain -> {
            Connection connection = chain.connection();
            InetAddress peer = connection == null ? null : connection.socket().getInetAddress();
            if (peer == null) {
                throw new RefusedAddressException(host + " is at an unknown address");
            }
            names.check(host, peer, named);
            Response response = chain.proceed(chain.request());
            String wait = response.header("Retry-After");
            return wait == null
                    ? response
                    : response.newBuilder()
                            .removeHeader("Retry-After")
                            .header(RETRY_AFTER, wait)
                            .build();
        };
    }

    @Override
    public void close() {
        base.dispatcher().cancelAll();
        base.connectionPool().evictAll();
    }
}
