package org.quietbell.source;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quietbell.json.Json;

/// One feed of the corpus of odd documents, and what must be read of it.
///
/// In a file of `odd/`: `# name`, then `!type`, `!location`, `!url` and `!bytes` (a charset) where
/// they are not the usual, the document, and lines `=> field = value`, or `~` and `!~` for a part
/// that must and must not be there. `I{…}` stands for one item of RSS 2.0, `R{…}` for a channel,
/// `D{…}` for one item of RSS 1.0, `E{…}` for one entry of Atom, `A{…}` for a feed, `O{…}` for one
/// entry of Atom 0.3; `@I` and `@E` for a plain item and entry. Behind a backslash `n`, `t` and `u`
/// with four digits are characters, `x` with two digits is a byte.
record OddDocument(String name, Json line, List<String> expected) {
    private static final String FOLDER = "/org/quietbell/source/odd/";
    private static final String SPACES =
            " xmlns:dc='http://purl.org/dc/elements/1.1/'"
                    + " xmlns:dcterms='http://purl.org/dc/terms/'"
                    + " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                    + " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
                    + " xmlns:media='http://search.yahoo.com/mrss/'"
                    + " xmlns:georss='http://www.georss.org/georss'"
                    + " xmlns:geo='http://www.w3.org/2003/01/geo/wgs84_pos#'"
                    + " xmlns:gml='http://www.opengis.net/gml'"
                    + " xmlns:xhtml='http://www.w3.org/1999/xhtml'";
    private static final String RSS =
            "<rss version='2.0'" + SPACES + " xmlns:atom='http://www.w3.org/2005/Atom'><channel>";
    private static final String ATOM =
            "<feed xmlns='http://www.w3.org/2005/Atom'"
                    + " xmlns:media='http://search.yahoo.com/mrss/'>";

    static Stream<OddDocument> all() throws IOException {
        List<OddDocument> all = new ArrayList<>();
        for (String file :
                List.of("rss", "atom", "links", "encoding", "broken", "more", "text", "json")) {
            read(file, all);
        }
        return all.stream();
    }

    static BufferedReader open(String file) {
        return new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(
                                OddDocument.class.getResourceAsStream(FOLDER + file), file),
                        StandardCharsets.UTF_8));
    }

    private static void read(String file, List<OddDocument> all) throws IOException {
        try (BufferedReader lines = open(file + ".txt")) {
            List<String> one = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("# ") && !one.isEmpty()) {
                    all.add(of(file, one));
                    one.clear();
                }
                one.add(line);
            }
            all.add(of(file, one));
        }
    }

    private static OddDocument of(String file, List<String> lines) {
        String url = "http://news.example.org/feeds/a.xml";
        Charset charset = StandardCharsets.UTF_8;
        Json.Builder headers = Json.object();
        List<String> document = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("=> ")) {
                expected.add(line.substring(3));
            } else if (line.startsWith("!type ")) {
                headers.put("Content-Type", line.substring(6));
            } else if (line.startsWith("!location ")) {
                headers.put("content-location", line.substring(10));
            } else if (line.startsWith("!url ")) {
                url = line.substring(5);
            } else if (line.startsWith("!bytes ")) {
                charset = Charset.forName(line.substring(7));
            } else if (expected.isEmpty()) {
                document.add(line);
            }
        }
        byte[] bytes = bytes(expanded(String.join("\n", document)), charset);
        Json in =
                Json.object()
                        .put("id", "odd")
                        .put("url", url)
                        .put("headers", headers.build())
                        .put("data_b64", Base64.getEncoder().encodeToString(bytes))
                        .build();
        return new OddDocument(file + ": " + lines.getFirst().substring(2), in, expected);
    }

    private static String expanded(String text) {
        String all =
                text.replace("@I", "<item><title>second</title></item>")
                        .replace("@E", "<entry><title>second</title></entry>");
        all = within(all, "I{", RSS + "<item>", "</item></channel></rss>");
        all = within(all, "R{", RSS, "</channel></rss>");
        all = within(all, "E{", ATOM + "<entry>", "</entry></feed>");
        all = within(all, "A{", ATOM, "</feed>");
        all =
                within(
                        all,
                        "O{",
                        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>",
                        "</entry></feed>");
        return within(
                all,
                "D{",
                "<rdf:RDF xmlns='http://purl.org/rss/1.0/'"
                        + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + SPACES
                        + "><channel rdf:about='http://d.example/'><title>D</title></channel>"
                        + "<item rdf:about='http://d.example/about'>",
                "</item></rdf:RDF>");
    }

    private static String within(String text, String mark, String before, String after) {
        int start = text.indexOf(mark);
        boolean stands = start == 0 || (start > 0 && "> \nF:".indexOf(text.charAt(start - 1)) >= 0);
        int end = text.lastIndexOf('}');
        return stands && end > start
                ? text.substring(0, start)
                        + before
                        + text.substring(start + 2, end)
                        + after
                        + text.substring(end + 1)
                : text;
    }

    private static byte[] bytes(String text, Charset charset) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        StringBuilder piece = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("\\x", at)) {
                to.writeBytes(piece.toString().getBytes(charset));
                piece.setLength(0);
                to.write(Integer.parseInt(text.substring(at + 2, at + 4), 16));
                at += 4;
            } else if (text.startsWith("\\u", at)) {
                piece.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                at += 6;
            } else if (text.startsWith("\\n", at) || text.startsWith("\\t", at)) {
                piece.append(text.charAt(at + 1) == 'n' ? '\n' : '\t');
                at += 2;
            } else {
                piece.append(text.charAt(at++));
            }
        }
        to.writeBytes(piece.toString().getBytes(charset));
        return to.toByteArray();
    }

    /// What is not as expected of an answer, if anything.
    Optional<String> miss(Json answer) {
        StringBuilder wrong = new StringBuilder();
        for (String claim : expected) {
            String[] parts = claim.split(" ", 3);
            String wanted =
                    parts.length < 3
                            ? ""
                            : parts[2].replace("\\uFFFD", "\uFFFD").replace("\\n", "\n");
            String got = value(answer, parts[0]);
            boolean right =
                    switch (parts[1]) {
                        case "=" -> got.equals(wanted);
                        case "~" -> got.contains(wanted);
                        case "!~" -> !got.contains(wanted);
                        default -> throw new IllegalStateException(claim);
                    };
            if (!right) {
                wrong.append('\n').append(claim).append("\n      but it is: ").append(got);
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.toString());
    }

    private static String value(Json answer, String field) {
        if (field.equals("ok")) {
            return answer.at("ok").line();
        }
        List<Json> entries = answer.at("entries").items();
        if (field.equals("count")) {
            return String.valueOf(entries.size());
        }
        String key = field.substring(field.indexOf('.') + 1);
        if (field.startsWith("feed.")) {
            return answer.at("feed").at(key).text().orElse("null");
        }
        int index = Integer.parseInt(field.substring(0, field.indexOf('.')));
        return index < entries.size()
                ? entries.get(index).at(key).text().orElse("null")
                : "(no such entry)";
    }

    @Override
    public String toString() {
        return name;
    }
}
