package org.quietbell.pipeline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Hop;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;

/// Answers by host, and remembers what it was asked.
final class ScriptedWeb implements Http {
    final List<Request> asked = new ArrayList<>();
    private final Map<String, Reply> replies = new HashMap<>();
    private final InstantSource clock;
    Runnable meanwhile = () -> {};

    ScriptedWeb(InstantSource clock) {
        this.clock = clock;
    }

    void says(String host, String contentType, String body) {
        replies.put(
                host, new Reply.Ok(200, body(host, contentType, body, Map.of("etag", "\"v1\""))));
    }

    void is(String host, Reply reply) {
        replies.put(host, reply);
    }

    void moves(String host, String text, Hop... hops) {
        Body plain = body(host, "text/xml", text, Map.of());
        is(
                host,
                new Reply.Ok(
                        200,
                        new Body(
                                plain.bytes(),
                                plain.contentType(),
                                World.NOW,
                                hops[hops.length - 1].to(),
                                Map.of(),
                                List.of(hops))));
    }

    static Body body(String host, String contentType, String text, Map<String, String> headers) {
        return new Body(
                text.getBytes(StandardCharsets.UTF_8),
                contentType,
                World.NOW,
                URI.create("https://" + host + "/feed"),
                headers);
    }

    @Override
    public Reply send(Request request) {
        asked.add(request);
        meanwhile.run();
        Reply reply =
                replies.getOrDefault(
                        request.address().getHost(),
                        new Reply.Failed(new Fault(Fault.Kind.UNREACHABLE, "no such host")));
        return reply instanceof Reply.Ok(int status, Body body)
                ? new Reply.Ok(status, fetchedNow(body))
                : reply;
    }

    private Body fetchedNow(Body body) {
        return new Body(
                body.bytes(),
                body.contentType(),
                clock.instant(),
                body.from(),
                body.headers(),
                body.hops());
    }
}
