package org.quietbell.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Entities;

/// The content of one text element while it is being read.
final class Capture {
    /// What the element holds.
    enum Kind {
        /// Text as it stands.
        PLAIN,
        /// HTML, escaped or in CDATA.
        MARKUP,
        /// XHTML as elements.
        ELEMENTS,
        /// HTML in Base64 (Atom 0.3).
        BASE64,
        /// A name, perhaps in a `name` element beside others.
        PERSON
    }

    /// Takes the content when the element ends.
    interface Target {
        void take(FeedText text);
    }

    /// Most text kept of one element, in `char`s; the rest is read and dropped.
    private static final int MAX_LENGTH = 1_000_000;

    private static final List<String> ADDRESSES = List.of("href", "title", "lang", "cite");

    private final Kind kind;
    private final String base;
    private final Target target;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder names = new StringBuilder();
    private boolean hasElements;
    private int depth;

    Capture(Kind kind, String base, Target target) {
        this.kind = kind;
        this.base = base;
        this.target = target;
    }

    void open(String name, FeedBuilder.Attributes attributes) {
        depth++;
        if (kind == Kind.PERSON) {
            content.setLength(0); // only what the name element will hold counts
            names.append(name).append('\n');
            return;
        }
        if (!hasElements && kind != Kind.MARKUP) {
            String text = content.toString();
            content.setLength(0);
            content.append(escaped(text));
        }
        hasElements = true;
        names.append(name).append('\n');
        content.append('<').append(name);
        for (String attribute : ADDRESSES) {
            String value = attributes.value(attribute);
            if (!value.isEmpty()) {
                content.append(' ').append(attribute).append("=\"");
                content.append(escaped(value)).append('"');
            }
        }
        content.append('>');
    }

    void text(String text) {
        int room = MAX_LENGTH - content.length();
        if (room <= 0) {
            return;
        }
        if (kind == Kind.PERSON && depth > 0 && !names.toString().endsWith("name\n")) {
            return;
        }
        String kept = text.length() > room ? text.substring(0, room) : text;
        content.append(hasElements && kind != Kind.MARKUP ? escaped(kept) : kept);
    }

    /// Ends the innermost element.
    ///
    /// @return whether that was the captured element itself
    boolean close() {
        if (depth == 0) {
            return true;
        }
        depth--;
        int start = names.lastIndexOf("\n", names.length() - 2) + 1;
        if (kind != Kind.PERSON) {
            content.append("</").append(names, start, names.length() - 1).append('>');
        }
        names.setLength(start);
        return false;
    }

    void finish() {
        String value = content.toString();
        boolean markup = hasElements || (kind != Kind.PLAIN && kind != Kind.PERSON);
        if (kind == Kind.BASE64) {
            value = decoded(value);
        } else if (kind == Kind.ELEMENTS && !hasElements) {
            value = escaped(value);
        } else if (kind == Kind.ELEMENTS) {
            value = unwrapped(value.strip());
        }
        target.take(new FeedText(value, markup, base));
    }

    private static String decoded(String value) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(value);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return ""; // not what it says it is: no text
        }
    }

    /// XHTML in Atom stands within one `div` that does not belong to it (RFC 4287, 3.1.1.3).
    private static String unwrapped(String value) {
        boolean wrapped = value.startsWith("<div>") && value.endsWith("</div>");
        return wrapped ? value.substring(5, value.length() - 6) : value;
    }

    private static String escaped(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0 && text.indexOf('"') < 0
                ? text
                : Entities.escape(text);
    }
}
