package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/// The pages as they are served, with somebody inside.
final class OpenPages implements AutoCloseable {
    private static final String SCRIPT = "<script src=\"/page.js\" defer></script>";

    final FakeDesk desk = new FakeDesk();
    final FakeInside inside = desk.inside;
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    final Visitor visitor = new Visitor(server.address());

    OpenPages() {
        visitor.enter(FakeDesk.PASSPHRASE);
    }

    /// Somebody else at the same door.
    Visitor another() {
        return new Visitor(server.address());
    }

    /// A page without the one script of ours, which each has.
    String page(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).containsOnlyOnce(SCRIPT);
        return answer.body().replace(SCRIPT, "");
    }

    /// Sends a form of the page that was read last.
    HttpResponse<String> send(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("token", visitor.token());
        return visitor.post(path, all);
    }

    /// Pauses, and gives the page to which that leads.
    String pause(String what, String length) {
        page("/");
        HttpResponse<String> answer =
                send("/pause", Map.of("back", "/waiting", "what", what, "for", length));
        assertThat(answer.headers().firstValue("Location")).contains("/waiting");
        return page("/waiting");
    }

    @Override
    public void close() {
        visitor.close();
        server.close();
    }
}
