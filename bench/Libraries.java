import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;
import java.util.concurrent.Callable;

/// Uses one library as little as the program has to, and then rests: what is measured from outside
/// is a process that does nothing else. `none` is the process alone.
public final class Libraries {
    private Libraries() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Object used = use(arguments[0], folder).call();
        System.gc();
        long kib =
                Files.readAllLines(Path.of("/proc/self/smaps_rollup")).stream()
                        .filter(line -> line.startsWith("Rss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow();
        long millis =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(millis + " " + kib / 1024);
        if (used == null) {
            throw new IllegalStateException("nothing was used");
        }
        System.exit(0);
    }

    private static Callable<Object> use(String library, Path folder) {
        return switch (library) {
            case "none" -> () -> "nothing";
            case "logback" -> () -> {
                org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("bench");
                log.debug("nothing");
                return log;
            };
            case "h2" -> () -> database(folder);
            case "h2+flyway" -> () -> {
                Connection connection = database(folder);
                org.flywaydb.core.Flyway.configure()
                        .dataSource(
                                "jdbc:h2:file:" + folder.resolve("s") + ";CIPHER=AES",
                                "s",
                                "filepw userpw")
                        .baselineOnMigrate(true)
                        .locations("classpath:org/quietbell/store/nothing")
                        .load()
                        .info();
                return connection;
            };
            case "javalin+jetty" -> Libraries::served;
            case "okhttp" -> () -> {
                okhttp3.OkHttpClient client = new okhttp3.OkHttpClient();
                try (okhttp3.Response response =
                        client.newCall(new okhttp3.Request.Builder().url(page()).build())
                                .execute()) {
                    return response.body().string();
                }
            };
            case "java.net.http (for comparison)" -> () ->
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(page())).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            case "quartz" -> () -> {
                Properties properties = new Properties();
                properties.put("org.quartz.threadPool.threadCount", "1");
                properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
                var scheduler = new org.quartz.impl.StdSchedulerFactory(properties).getScheduler();
                scheduler.start();
                return scheduler;
            };
            case "icu4j" -> () ->
                    com.ibm.icu.text.Normalizer2.getNFKCCasefoldInstance().normalize("Ǆane Doe")
                            + new com.ibm.icu.text.SpoofChecker.Builder()
                                    .build()
                                    .getSkeleton("jаne");
            case "jsoup" -> () ->
                    org.jsoup.Jsoup.parse("<p>a <b>b</b>", "", org.jsoup.parser.Parser.htmlParser())
                            .text();
            case "jackson-core" -> () -> org.quietbell.json.Json.read("{\"a\":[1,2,3]}");
            case "snakeyaml-engine" -> () ->
                    new org.snakeyaml.engine.v2.api.Load(
                                    org.snakeyaml.engine.v2.api.LoadSettings.builder().build())
                            .loadFromString("{ a: [1, 2] }");
            case "angus-mail" -> () -> {
                var session = jakarta.mail.Session.getInstance(new Properties());
                var mail = new jakarta.mail.internet.MimeMessage(session);
                mail.setText("a", "UTF-8");
                mail.saveChanges();
                return session.getTransport("smtp");
            };
            case "picocli" -> () -> new picocli.CommandLine(new Nothing()).getUsageMessage();
            case "bouncycastle (Argon2id, 19 MiB)" -> Libraries::stretched;
            default -> throw new IllegalArgumentException(library);
        };
    }

    @picocli.CommandLine.Command(name = "nothing")
    static final class Nothing {
        @picocli.CommandLine.Option(names = "--a")
        String a = "";
    }

    private static Connection database(Path folder) throws Exception {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("s") + ";CIPHER=AES", "s", "filepw userpw");
    }

    private static Object served() throws Exception {
        Javalin server =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/", context -> context.result("a"));
                });
        server.start("127.0.0.1", 0);
        try (java.net.Socket socket = new java.net.Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().readAllBytes();
        }
    }

    private static byte[] stretched() {
        var generator = new org.bouncycastle.crypto.generators.Argon2BytesGenerator();
        generator.init(
                new org.bouncycastle.crypto.params.Argon2Parameters.Builder()
                        .withSalt(new byte[16])
                        .withMemoryAsKB(19 * 1024)
                        .withIterations(2)
                        .withParallelism(1)
                        .build());
        byte[] key = new byte[32];
        generator.generateBytes(new char[] {'a'}, key);
        return key;
    }

    private static String page() throws IOException {
        var server =
                com.sun.net.httpserver.HttpServer.create(
                        new java.net.InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1);
                    exchange.getResponseBody().write('a');
                    exchange.close();
                });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}
