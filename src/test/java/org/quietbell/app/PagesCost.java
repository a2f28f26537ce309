package org.quietbell.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalAddress;
import org.quietbell.hit.Collected;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Provenance;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;
import org.quietbell.source.Validators;
import org.quietbell.store.DataFolder;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.web.WebServer;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;

/// What each page takes on the server with many hits stored: the real program but for its command
/// line, with sealed hits on a real file. Prints the median and the 99th percentile of each page,
/// asked for one after another, and then of one page asked for by several visitors at once.
///
/// Arguments: how many hits, how often each page. Run by `bench/pages.sh`.
public final class PagesCost {
    private static final Secret PASSPHRASE = new Secret("seven quiet herons");
    private static final CaseId CASE = new CaseId("case-1");
    private static final WatchId WATCH = new WatchId("case-1");
    private static final SourceId NEWS = new SourceId("news");
    private static final int AT_ONCE = 500;
    private static final Pattern TOKEN =
            Pattern.compile("name=\"token\" value=\"([A-Za-z0-9_-]+)\"");

    private PagesCost() {}

    /// @param arguments see above
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        Path folder =
                Files.createTempDirectory(Files.createDirectories(Path.of("target")), "pages");
        Path file = folder.resolve("settings.yaml");
        OwnerOnly.write(
                file,
                "data: ./data\nweb: { listen: \"127.0.0.1:0\" }\n"
                        .getBytes(StandardCharsets.UTF_8));
        Options options = new Options();
        options.config(file);
        Opening opening =
                new Opening(
                        Main.opening(options, Map.of()).settings(),
                        Optional.empty(),
                        InstantSource.system(),
                        ZoneId.of("America/Halifax"),
                        "bench",
                        Speech.NOT_CHOSEN);
        Path data = folder.resolve("data");
        try (Daemon daemon = new Daemon(DataFolder.claim(data), opening, Map.of())) {
            daemon.begin(PASSPHRASE, Language.EN);
            Pages pages = new Pages(daemon, data, Visitors.ASKED, daemon.first());
            fill(pages, count);
            try (WebServer server = Pages.start(pages)) {
                measure(pages, new Client(server.address().getPort()), times);
            }
        }
    }

    private static void measure(Pages pages, Client client, int times) throws Exception {
        client.enter();
        List<HitId> some = new ArrayList<>();
        pages.inside().orElseThrow().hits().page(HitFilter.ALL, Optional.empty(), 1).stream()
                .map(hit -> hit.id())
                .forEach(some::add);
        String item = "/n/" + some.getFirst();
        for (String path :
                List.of(
                        "/",
                        "/list",
                        "/waiting",
                        "/pace",
                        "/places",
                        "/ways",
                        "/looking",
                        "/record",
                        item,
                        item + "/site",
                        item + "/text",
                        item + "/address")) {
            for (int i = 0; i < times / 4 + 5; i++) {
                client.get(path);
            }
            double[] took = new double[times];
            int length = 0;
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                length = client.get(path).body().length();
                took[i] = (System.nanoTime() - began) / 1e6;
            }
            Arrays.sort(took);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s median %6.1f ms, 99 of 100 %6.1f ms, %,d characters%n",
                    path.replace(some.getFirst().value(), "ID"),
                    took[times / 2],
                    took[times * 99 / 100],
                    length);
        }
    }

    private static void fill(Pages pages, int count) {
        var inside = pages.inside().orElseThrow();
        Watch watch =
                new Watch(
                        WATCH,
                        CASE,
                        "Alma Ashbrook",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Details.none());
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.of(2026, 11, 1),
                        Optional.empty(),
                        Set.of("news"),
                        Set.of(),
                        Map.of());
        inside.cases().put(new WatchedCase(CASE, consent, List.of(watch), false, true));
        Hits hits = inside.hits();
        long began = System.nanoTime();
        for (int from = 0; from < count; from += AT_ONCE) {
            List<Candidate> candidates = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                candidates.add(candidate(i));
            }
            hits.keep(
                    new Collected(
                            NEWS,
                            Optional.empty(),
                            new Query.Everything(),
                            Validators.NONE,
                            candidates,
                            Set.of()));
        }
        System.out.printf(
                Locale.ROOT, "%d hits kept in %.0f s%n", count, (System.nanoTime() - began) / 1e9);
    }

    private static Candidate candidate(int number) {
        String address = "forum.example/thread-" + number;
        Instant at = Instant.now().minus(Duration.ofMinutes(number));
        return new Candidate(
                CASE,
                new Finding(
                        "guid-" + number,
                        "Alma Ashbrook opens house number " + number,
                        "On a day like number "
                                + number
                                + " Alma Ashbrook of Halifax was seen to open a house, and said"
                                + " what is said on such days, word "
                                + Integer.toString(number, 36)
                                + ".",
                        "https://" + address,
                        1,
                        Optional.of("en"),
                        Optional.of(at),
                        Optional.empty()),
                new Match(
                        WATCH,
                        80,
                        List.of(new Reason("exact-name", List.of("Alma Ashbrook"), 80)),
                        Set.of(new Query.Phrase("Alma Ashbrook"))),
                new CanonicalAddress(1, address),
                new Provenance(
                        NEWS,
                        new Receipt(
                                "https://news.example/feed.xml",
                                "feed/1",
                                at,
                                "0".repeat(64),
                                Optional.of(Duration.ZERO)),
                        "2026-11-22T08:00:00-04:00[America/Halifax]",
                        "bench"),
                false);
    }

    /// A browser that keeps one cookie.
    private static final class Client {
        private final String origin;
        private final HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        private String cookie = "";

        Client(int port) {
            origin = "http://127.0.0.1:" + port;
        }

        void enter() throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(send("GET", "/enter", "").body());
            if (!token.find()) {
                throw new IllegalStateException("no form at the door");
            }
            send(
                    "POST",
                    "/enter",
                    "token="
                            + token.group(1)
                            + "&passphrase="
                            + URLEncoder.encode(PASSPHRASE.reveal(), StandardCharsets.UTF_8));
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            HttpResponse<String> answer = send("GET", path, "");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            return answer;
        }

        private HttpResponse<String> send(String method, String path, String form)
                throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(origin + path))
                            .header("Origin", origin)
                            .method(
                                    method,
                                    form.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(form));
            if (!form.isEmpty()) {
                request.header("Content-Type", "application/x-www-form-urlencoded");
            }
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = set.split(";", 2)[0]);
            return answer;
        }
    }
}
