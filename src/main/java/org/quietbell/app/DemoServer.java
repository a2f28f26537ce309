package org.quietbell.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.quietbell.app.DemoStory.Entry;
import org.quietbell.app.DemoStory.Where;
import org.quietbell.json.Json;

/// The places that the demonstration looks at, on loopback: a feed, a feed in the shape of a Google
/// Alert, and a search in the shape of SearXNG, of which one engine falls silent after its first
/// answers.
final class DemoServer implements AutoCloseable {
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final HttpServer server;
    private Optional<Instant> began = Optional.empty();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private DemoServer(InstantSource clock, HttpServer server) {
        this.clock = clock;
        this.server = server;
    }

    /// Starts at any free port of the loopback.
    static DemoServer start(InstantSource clock) throws IOException {
        DemoServer demo =
                new DemoServer(
                        clock,
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        demo.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        demo.server.createContext("/news.xml", exchange -> demo.answer(exchange, demo.news()));
        demo.server.createContext("/alert.xml", exchange -> demo.answer(exchange, demo.alert()));
        demo.server.createContext(
                "/search", exchange -> demo.answer(exchange, demo.search(exchange)));
        demo.server.start();
        return demo;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private record Content(String type, String text) {}

    private void answer(HttpExchange exchange, Content content) throws IOException {
        byte[] bytes = content.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", content.type());
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    /// When somebody first asked: what stood there before is told apart, however slow the start.
    private synchronized Instant began() {
        if (began.isEmpty()) {
            began = Optional.of(clock.instant());
        }
        return began.get();
    }

    private List<Entry> shown(Where where) {
        long seconds = Duration.between(began(), clock.instant()).toSeconds();
        return DemoStory.ENTRIES.stream()
                .filter(entry -> entry.where() == where && entry.after() <= seconds)
                .toList()
                .reversed();
    }

    private Instant published(Entry entry) {
        return entry.after() == 0
                ? began().minus(Duration.ofDays(2))
                : began().plusSeconds(entry.after());
    }

    private Content news() {
        StringBuilder xml =
                new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>"
                                + "<title>Harrow Bay News</title>"
                                + "<link>https://news.harrow-bay.example/</link>"
                                + "<description>Invented news</description>\n");
        for (Entry entry : shown(Where.NEWS)) {
            xml.append("<item><title>").append(escaped(entry.title()));
            xml.append("</title><link>").append(escaped(entry.address()));
            xml.append("</link><guid>").append(escaped(entry.address()));
            xml.append("</guid><pubDate>").append(RFC_822.format(published(entry)));
            xml.append("</pubDate><description>").append(escaped(entry.text()));
            xml.append("</description></item>\n");
        }
        return new Content("application/rss+xml; charset=utf-8", xml + "</channel></rss>\n");
    }

    private Content alert() {
        StringBuilder xml =
                new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                                + "<feed xmlns=\"http://www.w3.org/2005/Atom\""
                                + " xmlns:idx=\"urn:atom-extension:indexing\">\n"
                                + "<id>tag:google.com,2005:reader/user/0/state/com.google/alerts/0"
                                + "</id><title>Google Alert - "
                                + DemoStory.NAME
                                + "</title><updated>"
                                + began()
                                + "</updated>\n");
        for (Entry entry : shown(Where.ALERT)) {
            String address =
                    "https://www.google.com/url?rct=j&sa=t&url="
                            + URLEncoder.encode(entry.address(), StandardCharsets.UTF_8)
                            + "&ct=ga&cd=0&usg=0";
            xml.append("<entry><id>tag:google.com,2013:googlealerts/feed:").append(entry.after());
            xml.append("</id><title type=\"html\">").append(escaped(marked(entry.title())));
            xml.append("</title><link href=\"").append(escaped(address));
            xml.append("\"/><published>").append(published(entry)).append("</published><updated>");
            xml.append(published(entry)).append("</updated><content type=\"html\">");
            xml.append(escaped(marked(entry.text())));
            xml.append("</content><author><name/></author></entry>\n");
        }
        return new Content("application/atom+xml; charset=utf-8", xml + "</feed>\n");
    }

    private static String marked(String text) {
        return text.replace(DemoStory.NAME, "<b>" + DemoStory.NAME + "</b>");
    }

    private Content search(HttpExchange exchange) {
        boolean first = asked.add(String.valueOf(exchange.getRequestURI().getQuery()));
        List<Json> silent =
                first
                        ? List.of()
                        : List.of(
                                new Json.Items(
                                        List.of(
                                                new Json.Text("harbour"),
                                                new Json.Text("timeout"))));
        Json answer =
                Json.object()
                        .put("query", DemoStory.NAME)
                        .put("number_of_results", 0)
                        .put("results", shown(Where.SEARCH).stream().map(this::result).toList())
                        .put("unresponsive_engines", silent)
                        .build();
        return new Content("application/json", answer.line());
    }

    private Json result(Entry entry) {
        return Json.object()
                .put("url", entry.address())
                .put("title", entry.title())
                .put("content", entry.text())
                .put("engine", "lantern")
                .put("publishedDate", published(entry).toString())
                .build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
