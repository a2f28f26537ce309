package org.quietbell.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.NoticeId;

/// Text made safe for a wire: no character in it can end a header or steer a terminal.
final class Plain {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
    private static final Pattern LINE_ENDS =
            Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009f]");
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private Plain() {}

    /// On one line: every run of line ends and control characters becomes one blank.
    static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /// As lines: every way to end a line becomes `\n`, other control characters but the tab go.
    static String lines(String text) {
        String ended = LINE_ENDS.matcher(text).replaceAll("\n");
        return CONTROLS.matcher(ended).replaceAll("");
    }

    /// A whole message as one text, for services without a title: the subject, then the lines.
    static String text(Message message) {
        return (line(message.subject()) + "\n" + body(message)).strip();
    }

    /// The lines of a message, for services with a title: without any, the subject, since such
    /// services refuse a message without text or put words of their own in its place.
    static String bodyOrSubject(Message message) {
        String body = body(message);
        return body.isEmpty() ? line(message.subject()) : body;
    }

    private static String body(Message message) {
        return lines(message.body()).strip();
    }

    /// The longest beginning that fits, with an ellipsis where something was cut; never half a
    /// character.
    ///
    /// @param most bytes in UTF-8, 3 or more
    static String atMost(String text, int most) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= most) {
            return text;
        }
        String ellipsis = "\u2026";
        int end = most - ellipsis.getBytes(StandardCharsets.UTF_8).length;
        while (end > 0 && (bytes[end] & CONTINUATION_MASK) == CONTINUATION) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + ellipsis;
    }

    /// A stable name for a message on the wire: the same for a repeat, another for another channel.
    ///
    /// It is a digest of the notice's id, so that whoever sees it cannot ask the store with it.
    ///
    /// @return 32 characters from `0-9 a-f`
    static String wireId(Message message) {
        return wireId(message.notice(), message.channel());
    }

    /// The same, of a notice by a channel.
    static String wireId(NoticeId notice, ChannelId channel) {
        String name = notice.value() + "\n" + channel.value();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
