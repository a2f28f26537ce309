package org.quietbell.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.quietbell.notice.ChannelId;

/// Writes a private feed as Atom: text alone, without a link, a picture or markup. There is no
/// address of the feed's own in it, since that is a secret which readers pass on with what they
/// show.
///
/// Source: RFC 4287, sections 3.1 (text), 4.1.1 and 4.1.2 (what a feed and an entry must have).
final class AtomPage {
    private AtomPage() {}

    /// @param id 32 characters from `0-9 a-f`, stable
    /// @param entries newest first
    static byte[] of(String title, String id, ChannelId channel, List<FeedShelf.Entry> entries) {
        Instant updated = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at();
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
                        .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
                        .append(element("id", urn(id)))
                        .append(element("title", title))
                        .append("<author>\n")
                        .append(element("name", title))
                        .append("</author>\n")
                        .append(element("updated", moment(updated)));
        for (FeedShelf.Entry entry : entries) {
            xml.append("<entry>\n")
                    .append(element("id", urn(Plain.wireId(entry.notice(), channel))))
                    .append(element("title", entry.subject()))
                    .append(element("updated", moment(entry.at())))
                    .append("<content type=\"text\">")
                    .append(escaped(entry.body()))
                    .append("</content>\n</entry>\n");
        }
        return xml.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
    }

    private static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// RFC 9562 section 4, of the form that names no rule by which it was made.
    private static String urn(String hex) {
        return "urn:uuid:"
                + String.join(
                        "-",
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        "8" + hex.substring(13, 16),
                        "8" + hex.substring(17, 20),
                        hex.substring(20, 32));
    }

    /// XML 1.0 has no way to write some characters at all; they show as a mark.
    private static String escaped(String text) {
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> written.append("&amp;");
                        case '<' -> written.append("&lt;");
                        case '>' -> written.append("&gt;");
                        case '"' -> written.append("&quot;");
                        default -> written.appendCodePoint(isWritable(c) ? c : 0xFFFD);
                    }
                });
        return written.toString();
    }

    private static boolean isWritable(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= 0x20 && c < 0xD800)
                || (c > 0xDFFF && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
