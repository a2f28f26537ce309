package org.quietbell.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser that keeps one cookie, follows nothing, and can be made to say anything.
final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN =
            Pattern.compile("name=\"token\" value=\"([A-Za-z0-9_-]+)\"");

    private final InetSocketAddress address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private Optional<String> cookie = Optional.empty();
    private String token = "";

    Visitor(InetSocketAddress address) {
        this.address = address;
    }

    String origin() {
        return "http://127.0.0.1:" + address.getPort();
    }

    Optional<String> cookie() {
        return cookie;
    }

    void cookie(String value) {
        cookie = Optional.of(value);
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), Map.of());
    }

    /// Posts a form as a page of ours does.
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send("POST", path, fields, Map.of("Origin", origin()));
    }

    HttpResponse<String> send(
            String method, String path, Map<String, String> fields, Map<String, String> headers) {
        String form =
                fields.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin() + path))
                        .method(
                                method,
                                method.equals("GET") || method.equals("HEAD")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(form));
        if (!fields.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.forEach(request::header);
        cookie.ifPresent(value -> request.header("Cookie", value));
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers()
                    .firstValue("Set-Cookie")
                    .map(set -> set.split(";", 2)[0])
                    .ifPresent(set -> cookie = Optional.of(set));
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Comes in by the passphrase.
    HttpResponse<String> enter(String passphrase) {
        get("/enter");
        return post("/enter", Map.of("token", token, "passphrase", passphrase));
    }

    /// Sends these very lines and gives the first line of the answer.
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.getOutputStream()
                    .write(
                            (String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
