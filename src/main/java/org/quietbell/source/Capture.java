package org.quietbell.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

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
        /// Text in Base64.
        BASE64,
        /// HTML in Base64 (Atom 0.3).
        BASE64_MARKUP,
        /// A name, perhaps in a `name` element beside others.
        PERSON;

        /// How the content of a text element is to be read.
        ///
        /// @param atom whether it is an element of Atom, where no type means plain text; RSS says
        ///   nothing, and holds HTML more often than not
        /// @see <a href="https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3">RFC 4287,
        ///   processing of content</a>
        static Kind of(boolean atom, FeedBuilder.Attributes attributes) {
            String type = mediaType(attributes.value("type"));
            boolean markup = type.contains("html") || type.endsWith("xml");
            switch (attributes.value("mode")) { // Atom 0.3
                case "escaped" -> {
                    return markup ? MARKUP : PLAIN;
                }
                case "xml" -> {
                    return markup ? ELEMENTS : PLAIN;
                }
                case "base64" -> {
                    return markup ? BASE64_MARKUP : BASE64;
                }
                default -> {} // Atom 1.0
            }
            return switch (type) {
                case "" -> atom ? PLAIN : MARKUP;
                case "html", "text/html" -> MARKUP;
                case "xhtml" -> ELEMENTS;
                default -> {
                    if (markup) {
                        yield ELEMENTS;
                    }
                    yield type.indexOf('/') < 0 || type.startsWith("text/") ? PLAIN : BASE64;
                }
            };
        }

        private static String mediaType(String claimed) {
            if (claimed.isEmpty()) {
                return claimed;
            }
            int end = claimed.indexOf(';');
            String type = end < 0 ? claimed : claimed.substring(0, end);
            return type.strip().toLowerCase(Locale.ROOT);
        }
    }

    /// Takes the content when the element ends.
    interface Target {
        void take(FeedText text);
    }

    /// Most text kept of one element, in `char`s; the rest is read and dropped.
    private static final int MAX_LENGTH = 1_000_000;

    private static final Set<String> VOID =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "param", "source", "track", "wbr");

    private static final Set<String> ADDRESSES = Set.of("href", "cite");

    final Kind kind;
    private final String base;
    private final Target target;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder names = new StringBuilder();
    private @Nullable Deque<String> bases; // only where one stands within the content
    private String person = "";
    private String mail = "";
    private boolean hasElements;
    private int depth;

    Capture(Kind kind, String base, Target target) {
        this.kind = kind;
        this.base = base;
        this.target = target;
    }

    /// How many elements are open within.
    int depth() {
        return depth;
    }

    void open(String name, FeedBuilder.Attributes attributes) {
        depth++;
        names.append(name).append('\n');
        if (kind == Kind.PERSON) {
            content.setLength(0); // only what the elements will hold counts
            hasElements = true;
            return;
        }
        if (!hasElements && kind != Kind.MARKUP) {
            String text = content.toString();
            content.setLength(0);
            content.append(escaped(text));
        }
        hasElements = true;
        String inner = inner(attributes.value("xml:base"));
        if (content.length() < MAX_LENGTH) {
            content.append('<').append(name);
            attributes.each((key, value) -> attribute(key, value, inner));
            content.append('>');
        }
    }

    private void attribute(String key, String value, String inner) {
        boolean resolved = !inner.equals(base) && ADDRESSES.contains(key);
        content.append(' ').append(key).append("=\"");
        content.append(escaped(resolved ? Links.absolute(value, inner) : value)).append('"');
    }

    /// The base within the element that opens.
    private String inner(String claimed) {
        String outer = bases == null ? base : bases.element();
        if (bases == null && claimed.isEmpty()) {
            return base;
        }
        if (bases == null) {
            bases = new ArrayDeque<>();
            for (int i = 0; i < depth; i++) {
                bases.push(base);
            }
        }
        String inner = claimed.isEmpty() ? outer : Links.absolute(claimed, outer);
        bases.push(inner);
        return inner;
    }

    void text(String text) {
        int room = MAX_LENGTH - content.length();
        if (room <= 0) {
            return;
        }
        String kept = text.length() > room ? text.substring(0, room) : text;
        boolean literal = hasElements && kind != Kind.MARKUP && kind != Kind.PERSON;
        content.append(literal ? escaped(kept) : kept);
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
        String name = names.substring(start, names.length() - 1);
        names.setLength(start);
        if (kind == Kind.PERSON) {
            person(name, content.toString().strip());
            content.setLength(0);
        } else if (!VOID.contains(name) && content.length() < MAX_LENGTH + names.length()) {
            content.append("</").append(name).append('>');
        }
        if (bases != null) {
            bases.pop();
        }
        return false;
    }

    private void person(String name, String text) {
        if (name.equals("name") && person.isEmpty()) {
            person = text;
        } else if (name.equals("email") && mail.isEmpty()) {
            mail = text;
        }
    }

    void finish() {
        String value = content.toString();
        boolean markup = hasElements;
        switch (kind) {
            case PLAIN -> {}
            case MARKUP -> markup = true;
            case ELEMENTS -> {
                markup = true;
                value = hasElements ? unwrapped(value.strip()) : escaped(value);
            }
            case BASE64, BASE64_MARKUP -> {
                markup = kind == Kind.BASE64_MARKUP;
                value = decoded(value);
            }
            case PERSON -> {
                markup = false;
                value = hasElements ? named(value) : value;
            }
        }
        target.take(new FeedText(FeedEncoding.withoutGap(value), markup, base));
    }

    /// The name, and the mail address beside it as mail programs write it.
    private String named(String rest) {
        if (person.isEmpty()) {
            return mail.isEmpty() ? rest : mail;
        }
        return mail.isEmpty() ? person : person + " (" + mail + ")";
    }

    /// What is no text after all gives none: a picture has nothing to be read.
    private static String decoded(String value) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(value);
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') >= 0 ? "" : text;
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return ""; // not what it says it is
        }
    }

    /// XHTML in Atom stands within one `div` that does not belong to it (RFC 4287, 3.1.1.3).
    private static String unwrapped(String value) {
        int start =
                value.startsWith("<div>") || value.startsWith("<div ") ? value.indexOf('>') : -1;
        boolean wrapped = start > 0 && value.endsWith("</div>") && isOne(value);
        return wrapped ? value.substring(start + 1, value.length() - 6) : value;
    }

    /// Whether the first `div` ends only with the last.
    private static boolean isOne(String value) {
        int open = 0;
        int at = 0;
        while (at >= 0 && at < value.length()) {
            if (value.startsWith("</div>", at)) {
                open--;
            } else if (value.startsWith("<div>", at) || value.startsWith("<div ", at)) {
                open++;
            }
            if (open == 0) {
                return at + 6 == value.length();
            }
            at = value.indexOf('<', at + 1);
        }
        return false;
    }

    private static String escaped(String text) {
        return text.indexOf('<') < 0 && text.indexOf('&') < 0 && text.indexOf('"') < 0
                ? text
                : Entities.escape(text);
    }
}
