package org.quietbell.app;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;

/// One round at all services at once, each played by its fixtures on loopback. (The one that ends
/// by the calendar is left out: its own test has a clock.)
class AllSourcesIT {
    private static final String CANARY = "canary-key-5d1c";
    private static final String CONFIG = "--config";
    private static final String FILE = "quietbell.yaml";
    private static final String ENDING = "google-cse";

    /// What answers by path, below the type's name.
    private static final Map<String, List<String>> ANSWERS = new LinkedHashMap<>();

    static {
        answers("feed", ".*", "google-alerts.atom.xml");
        answers("searxng", ".*", "{\"results\":[],\"unresponsive_engines\":[]}");
        answers("google-alerts", ".*", "google-alerts.atom.xml");
        answers("talkwalker", ".*", "talkwalker-alerts.rss.xml");
        answers("google-news", ".*", "google-news.rss.xml");
        answers("bing-news", ".*", "bing-news.rss.xml");
        answers("hackernews", ".*", "hn-algolia.json");
        answers("gdelt", ".*", "gdelt-artlist.json");
        answers("brave", ".*", "brave-web.json");
        answers("mojeek", ".*", "mojeek.json");
        answers("kagi", ".*", "kagi.json");
        answers("serper", ".*", "serper-search.json");
        answers("serpapi", ".*", "serpapi.json");
        answers("tavily", ".*", "tavily.json");
        answers("github", ".*", "github-issues.json");
        answers("youtube", ".*", "youtube-search.json");
        answers("mastodon", ".*search", "mastodon-search.json");
        answers("mastodon/api", ".*tag.*", "mastodon-tag-timeline.json");
        answers("reddit", ".*", "reddit-search.atom.xml");
        answers("lemmy", ".*site", "{\"version\":\"0.19.5\"}");
        answers("lemmy/api", ".*search", "lemmy-v3-search.json");
        answers("fourchan", ".*", "fourchan-catalog.json");
        answers("bluesky", ".*Session", "bluesky-createsession.json");
        answers("bluesky/xrpc", ".*Posts", "bluesky-searchposts.json");
    }

    @TempDir Path folder;
    private Walk walk;
    private WireMockServer world;

    private static void answers(String type, String path, String answer) {
        ANSWERS.put(type, List.of(path, answer));
    }

    @BeforeEach
    void begin() throws IOException {
        walk = new Walk(folder);
        world = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        world.start();
        walk.write("house-key", "0f".repeat(32));
        walk.write("secret", CANARY);
        walk.write(FILE, settings());
    }

    @AfterEach
    void end() {
        world.stop();
        walk.close();
    }

    private static List<Type> types() {
        return Sources.types().stream().filter(type -> !type.name().equals(ENDING)).toList();
    }

    private String settings() {
        String sources =
                types().stream()
                        .map(this::source)
                        .collect(Collectors.joining("\n"))
                        .indent(2)
                        .stripTrailing();
        String ids = types().stream().map(Type::name).collect(Collectors.joining(", "));
        return """
        data: ./data
        store: { key: file, key-file: ./house-key }
        web: { listen: "127.0.0.1:0" }
        fetch: { allow-addresses: [127.0.0.1/32] }
        sources:
        %s
        channels:
          - { id: post, type: file, path: ./notices.jsonl }
        cases:
          - id: case-17
            consent: { given: 2026-03-01, by: self, sources: [%s], channels: [post] }
            watch: { name: Ilse Brandvold-Okoro, handles: ["@ilse_bo"] }
            hear: { how: only-when-opened }
        """
                .formatted(sources, ids);
    }

    private String source(Type type) {
        StringBuilder source =
                new StringBuilder("- { id: %s, type: %s".formatted(type.name(), type.name()));
        source.append(", url: \"http://127.0.0.1:%d/%s\"".formatted(world.port(), type.name()));
        for (String key : new TreeSet<>(type.secrets())) {
            source.append(", ").append(key).append("-file: ./secret");
        }
        source.append(type.needs().contains("board") ? ", board: loom" : "");
        boolean hasUser = type.needs().contains("user") || type.secrets().contains("feed-token");
        return source.append(hasUser ? ", user: watcher" : "").append(" }").toString();
    }

    private void everybodyAnswers() {
        ANSWERS.forEach((type, answer) ->
                world.stubFor(
                        any(urlPathMatching("/" + type + answer.getFirst()))
                                .willReturn(aResponse().withBody(text(answer.get(1))))));
    }

    private static String text(String answer) {
        if (answer.startsWith("{")) {
            return answer;
        }
        try (InputStream in = Sources.class.getResourceAsStream(answer)) {
            if (in == null) {
                throw new AssertionError("no fixture " + answer);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Covers({"R1.25", "R2.12"})
    void asksThemAllAndGoesNowhereElse() throws Exception {
        everybodyAnswers();

        Walk.Ended check = walk.run("check", "--json", CONFIG, FILE);
        Walk.Ended shown = walk.run("watch", "show", "case-17", "--queries", CONFIG, FILE);

        Json sources = check.json().at("sources");
        assertThat(check.json().at("faults").items()).isEmpty();
        assertThat(sources.at("asked").whole()).contains((long) types().size());
        assertThat(sources.at("ok").whole()).contains((long) types().size());
        assertThat(check.json().at("matched").whole().orElse(0L)).isGreaterThan(15);
        assertThat(world.getAllServeEvents()).allMatch(asked -> asked.getWasMatched());
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("lemmy/api/v3/search", "app.bsky.feed.searchPosts");
        assertKeptSecret(check, shown);
    }

    @Test
    @Covers({"R1.25", "F34"})
    void callsEachFailureByItsNameAndTellsNoKey() throws Exception {
        world.stubFor(
                any(urlPathMatching("/.*"))
                        .willReturn(
                                aResponse()
                                        .withStatus(401)
                                        .withBody("{\"error\":\"" + CANARY + " is wrong\"}")));

        Walk.Ended check = walk.run("check", "--json", "--verbose", CONFIG, FILE);
        Walk.Ended status = walk.run("status", "--json", CONFIG, FILE);

        Json sources = check.json().at("sources");
        assertThat(sources.at("failed").whole()).contains((long) types().size());
        assertThat(check.json().at("faults").items())
                .extracting(fault -> fault.at("kind").text().orElse(""))
                .isNotEmpty()
                .allMatch(kind -> kind.equals("misconfigured") || kind.equals("blocked"));
        assertThat(status.exit()).isZero();
        assertKeptSecret(check, status);
    }

    @Test
    @Covers({"R1.25", "F26"})
    void givesOneHonestCoverageLineWhenSomeCouldNotLook() throws Exception {
        everybodyAnswers();
        String silent = "{\"results\":[],\"unresponsive_engines\":[[\"bing\",\"CAPTCHA\"]]}";
        says("searxng", 200, silent);
        says("gdelt", 200, "<html><body>Back soon</body></html>");
        says("talkwalker", 200, "<html><form><input type=\"password\"></form></html>");
        says("reddit", 402, "");
        says("youtube", 500, "");
        int all = types().size();

        Walk.Ended check = walk.run("check", CONFIG, FILE);
        Walk.Ended status = walk.run("status", CONFIG, FILE);

        String line = (all - 5) + " of " + all;
        assertThat(check.out()).containsOnlyOnce(line + " places answered");
        assertThat(status.out())
                .containsOnlyOnce("(" + line + " answered")
                .contains("searxng: it could not look everywhere")
                .contains("gdelt: its answer cannot be read")
                .contains("talkwalker: it shut us out")
                .contains("reddit: asked often enough for now")
                .contains("youtube: it is in trouble");
        assertKeptSecret(check, status);
    }

    private void says(String type, int status, String body) {
        world.stubFor(
                any(urlPathMatching("/" + type + ".*"))
                        .willReturn(aResponse().withStatus(status).withBody(body)));
    }

    /// The key stands in its file alone: not in an answer, a log or the store.
    private void assertKeptSecret(Walk.Ended... ended) throws IOException {
        for (Walk.Ended one : ended) {
            assertThat(one.out() + one.err()).doesNotContain(CANARY);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(CANARY))
                        .as(file.getFileName().toString())
                        .isEqualTo(file.endsWith("secret"));
            }
        }
    }
}
