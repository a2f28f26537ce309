package org.quietbell.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.quietbell.http.Fault.Kind;

/// One request on its way, from hop to hop. For one thread.
final class Journey {
    private static final int MAX_REDIRECTS = 5;

    private final GuardedHttp http;
    private final Door door;
    private final Request request;
    private final Set<HttpUrl> seen = new HashSet<>();
    private final List<Hop> hops = new ArrayList<>();
    private @Nullable Deadline running;

    /// What came of one hop.
    private sealed interface Step {
        /// The journey's end.
        record Arrived(Fetched fetched) implements Step {}

        /// The server sends us on.
        record SentOn(int status, String location) implements Step {}
    }

    Journey(GuardedHttp http, Door door, Request request) {
        this.http = http;
        this.door = door;
        this.request = request;
    }

    /// Goes from hop to hop. The deadline runs from the moment when it is our turn at the first.
    Fetched travel() {
        HttpUrl url = HttpUrl.parse(request.address().toString());
        if (url == null) {
            return Fetched.failed(Kind.MISCONFIGURED, "the address cannot be read");
        }
        Headers headers;
        try {
            headers = RequestHeaders.of(request, url, http.settings.userAgent());
        } catch (IllegalArgumentException e) {
            return Fetched.failed(Kind.MISCONFIGURED, String.valueOf(e.getMessage()));
        }
        url = withoutPassword(url);
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            seen.add(url);
            switch (hop(url, headers, redirects == 0)) {
                case Step.Arrived(Fetched fetched) -> {
                    return fetched;
                }
                case Step.SentOn(int status, String location) -> {
                    HttpUrl next = url.resolve(location);
                    Optional<Fault> objection = objection(url, next);
                    if (next == null || objection.isPresent()) {
                        return Fetched.failed(objection.orElseThrow());
                    }
                    if (!key(next).equals(key(url))) {
                        headers = RequestHeaders.forStrangers(headers);
                    }
                    url = withoutPassword(next);
                    hops.add(new Hop(status, url.uri()));
                }
            }
        }
        return refused(url.host() + ": sent on more than " + MAX_REDIRECTS + " times");
    }

    private Optional<Fault> objection(HttpUrl from, @Nullable HttpUrl next) {
        String host = from.host();
        if (!request.method().equals("GET")) {
            return fault(host + " sends what we hand over to another place; we do not follow");
        }
        if (next == null) {
            return fault(host + " sends us to an address that is not on the web");
        }
        if (from.isHttps() && !next.isHttps()) {
            return fault(host + " sends us from a safe to an unsafe address (https to http)");
        }
        return seen.contains(withoutPassword(next))
                ? fault(host + " sends us round in a circle")
                : Optional.empty();
    }

    private static Optional<Fault> fault(String detail) {
        return Optional.of(new Fault(Kind.REFUSED, detail));
    }

    private Step hop(HttpUrl url, Headers headers, boolean first) {
        Way way;
        try {
            way = http.ways.to(new Endpoint(url.host(), url.port()), first);
        } catch (RefusedAddressException | IllegalArgumentException e) {
            return new Step.Arrived(refused(String.valueOf(e.getMessage())));
        }
        Optional<Fetched> held = held(url);
        if (held.isPresent()) {
            return new Step.Arrived(held.get());
        }
        if (first) {
            http.manners.keepApart(key(url), request.apart());
        }
        Optional<Manners.Turn> turn = http.manners.turn(key(url), patience(), first);
        if (turn.isEmpty()) {
            return arrived(Kind.UNREACHABLE, url.host() + " kept earlier requests waiting");
        }
        try (Manners.Turn ours = turn.get()) {
            held = held(url); // those before us may have been told to wait
            return held.isPresent() ? new Step.Arrived(held.get()) : hop(url, headers, way, ours);
        }
    }

    private Step hop(HttpUrl url, Headers headers, Way way, Manners.Turn turn) {
        Room.Share share = http.room.share(patience());
        boolean isKept = false;
        try {
            if (!share.hasRoom()) {
                return arrived(
                        Kind.UNREACHABLE, "no memory came free in time to ask " + url.host());
            }
            if (running == null) {
                running = Deadline.in(http.settings.deadline());
            }
            Step step = exchange(url, headers, way, turn, share, running);
            isKept =
                    step instanceof Step.Arrived(Fetched(_, Optional<Room.Share> kept))
                            && kept.isPresent();
            return step;
        } finally {
            if (!isKept) {
                share.close();
            }
        }
    }

    private Step exchange(
            HttpUrl url,
            Headers headers,
            Way way,
            Manners.Turn turn,
            Room.Share share,
            Deadline deadline) {
        if (deadline.hasPassed()) {
            return new Step.Arrived(Fetched.failed(Failures.late(url.host(), deadline)));
        }
        Call call = door.call(okRequest(url, headers), way, deadline);
        try (Response response = call.execute()) {
            turn.answered();
            try {
                Optional<String> location = location(response);
                return location.isPresent()
                        ? new Step.SentOn(response.code(), location.get())
                        : new Step.Arrived(
                                new Fetched(
                                        reply(url, headers, response, share, deadline),
                                        Optional.of(share)));
            } finally {
                call.cancel(); // else closing reads on for a while, to no use
            }
        } catch (IOException e) {
            return new Step.Arrived(
                    Fetched.failed(
                            deadline.hasPassed() && !(e instanceof UnfitBodyException)
                                    ? Failures.late(url.host(), deadline)
                                    : Failures.explain(url.host(), e)));
        }
    }

    private Reply reply(
            HttpUrl url, Headers headers, Response response, Room.Share share, Deadline deadline)
            throws IOException {
        BodyReader reader = new BodyReader(http.settings.maxBody(), share, deadline, url.host());
        int status = response.code();
        String wait = response.header(Door.RETRY_AFTER);
        if (status == 304 && RequestHeaders.isConditional(headers)) {
            return new Reply.NotModified(body(url, response, new byte[0]));
        }
        if (status < 200 || (status >= 300 && status < 400)) {
            throw new UnfitBodyException(
                    Kind.BROKEN, url.host() + " answered with status " + status + ", unasked");
        }
        if (status >= 400) {
            Body page = body(url, response, errorPage(response, reader));
            if (status == 429 || (status == 503 && wait != null)) {
                Instant now = http.clock.instant();
                Instant until = RetryAfter.until(wait == null ? "" : wait, now);
                http.manners.hold(key(url), until, now);
                return new Reply.RateLimited(until, status, page);
            }
            return new Reply.Refused(status, page);
        }
        if (isMedia(response)) {
            throw new UnfitBodyException(Kind.REFUSED, BodyReader.media(url.host()));
        }
        return new Reply.Ok(status, body(url, response, reader.whole(response)));
    }

    /// The page is a courtesy, the status is the answer: what cannot be read of it is left out.
    private static byte[] errorPage(Response response, BodyReader reader) {
        if (isMedia(response)) {
            return new byte[0];
        }
        try {
            return reader.beginning(response);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private Body body(HttpUrl url, Response response, byte[] bytes) {
        Map<String, String> received = RequestHeaders.received(response.headers());
        return new Body(
                bytes,
                received.getOrDefault("content-type", ""),
                http.clock.instant(),
                url.uri(),
                received,
                hops);
    }

    private Optional<Fetched> held(HttpUrl url) {
        Instant now = http.clock.instant();
        Body nothing = new Body(new byte[0], "", now, url.uri(), Map.of());
        return http.manners
                .hold(key(url), now)
                .map(until -> new Reply.RateLimited(until, 429, nothing))
                .map(reply -> new Fetched(reply, Optional.empty()));
    }

    private okhttp3.Request okRequest(HttpUrl url, Headers headers) {
        okhttp3.Request.Builder ok = new okhttp3.Request.Builder().url(url).headers(headers);
        if (request.method().equals("GET")) {
            return ok.get().build();
        }
        RequestBody payload =
                request.payload()
                        .map(p -> RequestBody.create(p.bytes(), MediaType.parse(p.contentType())))
                        .orElseGet(() -> RequestBody.create(new byte[0], null));
        return ok.method(request.method(), payload).build();
    }

    private Duration patience() {
        return running == null ? http.settings.deadline() : running.left();
    }

    private static Optional<String> location(Response response) {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 -> Optional.ofNullable(response.header("Location"));
            default -> Optional.empty();
        };
    }

    private static boolean isMedia(Response response) {
        return response.headers("Content-Type").stream().anyMatch(Media::isMedia);
    }

    private static String key(HttpUrl url) {
        return Manners.key(new Endpoint(url.host(), url.port()));
    }

    private static HttpUrl withoutPassword(HttpUrl url) {
        return url.newBuilder().username("").password("").fragment(null).build();
    }

    private static Step arrived(Kind kind, String detail) {
        return new Step.Arrived(Fetched.failed(kind, detail));
    }

    private static Fetched refused(String detail) {
        return Fetched.failed(Kind.REFUSED, detail);
    }
}
