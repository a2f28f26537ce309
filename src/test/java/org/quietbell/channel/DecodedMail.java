package org.quietbell.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail as it came over the wire, read apart by hand, so that nothing in it stays hidden.
///
/// @param headers unfolded, by name as written, in order
/// @param body with its transfer encoding undone
record DecodedMail(Map<String, List<String>> headers, String body) {
    private static final Pattern PUNYCODE =
            Pattern.compile("(?i)(?:[a-z0-9-]+\\.)*xn--[a-z0-9.-]+");
    private static final Pattern BASE64 = Pattern.compile("(?:[A-Za-z0-9+/]{4}){2,}");

    static DecodedMail of(String raw) {
        int end = raw.indexOf("\r\n\r\n");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line : raw.substring(0, end).replaceAll("\r\n[ \t]+", " ").lines().toList()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        String encoding =
                headers.getOrDefault("Content-Transfer-Encoding", List.of("7bit")).getFirst();
        return new DecodedMail(headers, undone(raw.substring(end + 4), encoding));
    }

    private static String undone(String text, String encoding) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            return new String(
                    MimeUtility.decode(new ByteArrayInputStream(bytes), encoding).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new AssertionError(name + " stands " + values.size() + " times");
        }
        return words(values.getFirst());
    }

    private static String words(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /// Everything but the recipient's line, in lower case: as it stands and with every encoding
    /// undone that could hide a word.
    String everything() {
        StringBuilder all = new StringBuilder();
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase("To")) {
                values.forEach(value ->
                        all.append(name)
                                .append(": ")
                                .append(value)
                                .append('\n')
                                .append(words(value))
                                .append('\n'));
            }
        });
        all.append(body);
        return unhidden(all.toString());
    }

    static String unhidden(String text) {
        StringBuilder all = new StringBuilder(text);
        all.append('\n').append(percent(text));
        Matcher punycode = PUNYCODE.matcher(text);
        while (punycode.find()) {
            all.append('\n').append(IDN.toUnicode(punycode.group()));
        }
        Matcher base64 = BASE64.matcher(text);
        while (base64.find()) {
            all.append('\n')
                    .append(
                            new String(
                                    Base64.getDecoder().decode(base64.group()),
                                    StandardCharsets.UTF_8));
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static String percent(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return ""; // a lone percent sign hides nothing
        }
    }
}
