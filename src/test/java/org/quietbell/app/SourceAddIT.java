package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;

class SourceAddIT {
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";

    @TempDir Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Walk walk;
    private HttpServer site;

    @BeforeEach
    void begin() throws Exception {
        walk = new Walk(folder);
        walk.settings(
                "- { id: post, type: file, path: ./notices.jsonl }", "{ how: only-when-opened }");
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    byte[] body =
                            ("<html><head><link rel=alternate type=application/rss+xml"
                                            + " title='All posts' href=/all.rss></head></html>")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        site.start();
    }

    @AfterEach
    void end() {
        site.stop(0);
        walk.close();
    }

    private String page() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/blog";
    }

    private String exported() throws Exception {
        assertThat(walk.run("source", "export", "./list.opml", CONFIG, FILE).exit()).isZero();
        return Files.readString(folder.resolve("list.opml"));
    }

    @Test
    @Covers("R2.12")
    void findsTheFeedBehindAPageByOneQuestionThatSheAgreedTo() throws Exception {
        Walk.Ended no =
                walk.runWith(page() + "\nno\n", "source", "add", "--id", "blog", CONFIG, FILE);
        List<String> before = List.copyOf(asked);
        Walk.Ended yes =
                walk.runWith(page() + "\nyes\n1\n", "source", "add", "--id", "blog", CONFIG, FILE);

        assertThat(no.out()).contains("Nothing was changed");
        assertThat(before).isEmpty();
        assertThat(yes.exit()).as(yes.err()).isZero();
        assertThat(yes.err()).contains("/all.rss", "All posts", "What it learns:");
        assertThat(asked).containsExactly("/blog");
        assertThat(exported()).contains("xmlUrl=\"http://127.0.0.1:").contains("/all.rss\"");
    }

    @Test
    void addsAnAddressThatIsNoFeedOnlyIfSheSaysSo() throws Exception {
        String nowhere = "http://127.0.0.1:1/feed";
        Walk.Ended no =
                walk.runWith(nowhere + "\nyes\n\n", "source", "add", "--id", "far", CONFIG, FILE);
        Walk.Ended yes =
                walk.runWith(
                        nowhere + "\nyes\nyes\n", "source", "add", "--id", "far", CONFIG, FILE);

        assertThat(no.out()).contains("Nothing was changed");
        assertThat(no.err()).contains("It did not answer");
        assertThat(yes.out()).contains("far is added");
    }

    @Test
    void takesAReadingListOnceAndGivesItBack() throws Exception {
        walk.write(
                "in.opml",
                "<opml version='1.0'><body><outline text='x'><outline type='rss' text='A'"
                        + " xmlurl='https://a.example/f'/></outline><outline"
                        + " xmlUrl='https://b.example/f?x=1&amp;y=2'/><outline xmlUrl='ftp://c'/>"
                        + "</body></opml>");
        Walk.Ended first = walk.run("source", "import", "in.opml", CONFIG, FILE);
        Walk.Ended again = walk.run("source", "import", "in.opml", CONFIG, FILE);

        assertThat(first.out()).contains("2 feeds added, 1 passed over");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(exported())
                .contains("https://a.example/f\"", "https://b.example/f?x=1&amp;y=2\"")
                .doesNotContain("ftp://");
        assertThat(asked).isEmpty();
    }

    @Test
    void explainsStepByStepHowAnAlertBecomesAFeed() throws Exception {
        Walk.Ended help = walk.run("source", "add", "--help");

        assertThat(help.out()).contains("RSS feed", "google.com/alerts");
    }
}
