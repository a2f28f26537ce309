package org.quietbell.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// Reads a feed in XML: strictly and streaming first; if the XML is broken, once more with a reader
/// that forgives.
///
/// Nothing before the root element is looked at, and nothing after it.
final class XmlFeed {
    /// Deepest nesting that is read; what lies deeper is flattened by the second reading.
    private static final int MAX_DEPTH = 100;

    /// Most tags a broken feed may have: its tree stands in memory, about 100 bytes each.
    static final int MAX_REPAIRED_TAGS = 250_000;

    private static final XMLInputFactory FACTORY = factory();

    private XmlFeed() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /// @param text the whole document
    /// @param root where its root element begins, see [Prolog#end]
    /// @param base what relative addresses stand against
    /// @throws MalformedReplyException if not even the second reading makes sense of it
    static FeedDocument read(String text, int root, String base) throws MalformedReplyException {
        FeedBuilder strict = new FeedBuilder(base, false);
        try {
            stream(text, root, strict);
            return strict.document(Optional.empty(), Optional.empty());
        } catch (XMLStreamException _) {
            return repaired(text, root, base); // where and why does not matter: it is broken
        }
    }

    private static void stream(String text, int root, FeedBuilder builder)
            throws XMLStreamException {
        XMLStreamReader reader = reader(text, root);
        try {
            StreamAttributes attributes = new StreamAttributes(reader);
            int depth = 0;
            do {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MAX_DEPTH) {
                            throw new XMLStreamException("nested too deep");
                        }
                        builder.open(
                                orEmpty(reader.getNamespaceURI()),
                                orEmpty(reader.getPrefix()),
                                lower(reader.getLocalName()),
                                attributes);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        builder.close();
                    }
                    case XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE -> {
                        if (builder.isListening()) {
                            builder.text(reader.getText());
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                            builder.text(named(reader.getLocalName()));
                    default -> {} // comments and instructions say nothing
                }
            } while (depth > 0);
        } finally {
            reader.close();
        }
    }

    /// Whether the JDK's factory may be used by many threads at once is not promised.
    private static XMLStreamReader reader(String text, int root) throws XMLStreamException {
        StringReader from = new StringReader(text);
        try {
            if (from.skip(root) != root) {
                throw new XMLStreamException("shorter than it was");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(from);
        }
    }

    private static String named(String entity) {
        return Parser.unescapeEntities("&" + entity + ";", false);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String lower(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    private record StreamAttributes(XMLStreamReader reader) implements FeedBuilder.Attributes {
        @Override
        public String value(String name) {
            int count = reader.getAttributeCount();
            if (count == 0) {
                return "";
            }
            int colon = name.indexOf(':');
            String local = name.substring(colon + 1);
            for (int i = 0; i < count; i++) {
                String prefix = orEmpty(reader.getAttributePrefix(i));
                if (reader.getAttributeLocalName(i).equalsIgnoreCase(local)
                        && prefix.length() == Math.max(colon, 0)
                        && name.startsWith(prefix)) {
                    return reader.getAttributeValue(i);
                }
            }
            return "";
        }

        @Override
        public void each(BiConsumer<String, String> taker) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (orEmpty(reader.getAttributePrefix(i)).isEmpty()) {
                    taker.accept(
                            lower(reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
                }
            }
        }
    }

    private static FeedDocument repaired(String text, int root, String base)
            throws MalformedReplyException {
        if (tags(text) > MAX_REPAIRED_TAGS) {
            throw new MalformedReplyException("feed: broken XML, and too much of it to be mended");
        }
        boolean cut = !isClosed(text, Prolog.name(text, root));
        Document tree =
                Parser.xmlParser()
                        .setMaxDepth(MAX_DEPTH)
                        .settings(ParseSettings.htmlDefault) // tags differ in case as they please
                        .parseInput(Mending.mended(text, root), "");
        Element top = tree.firstElementChild();
        if (top == null) {
            throw new MalformedReplyException("feed: broken XML without an element");
        }
        FeedBuilder builder = new FeedBuilder(base, true);
        top.traverse(new TreeWalk(builder));
        if (cut && builder.isEmpty()) {
            throw new MalformedReplyException("feed: broke off before its first entry");
        }
        return builder.document(
                cut ? Optional.of("the feed broke off before its end") : Optional.empty(),
                Optional.of("repaired: the XML was broken"));
    }

    /// Whether the root's end tag stands somewhere, in whatever case.
    private static boolean isClosed(String text, String name) {
        String end = "</" + name;
        for (int at = text.lastIndexOf("</"); at >= 0; at = text.lastIndexOf("</", at - 1)) {
            if (text.regionMatches(true, at, end, 0, end.length())) {
                return true;
            }
        }
        return false;
    }

    private static int tags(String text) {
        int count = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            count++;
        }
        return count;
    }

    /// Hands a tree to the builder, element by element, without recursion.
    private record TreeWalk(FeedBuilder builder) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.tagName();
                int colon = name.indexOf(':');
                String prefix = colon < 0 ? "" : name.substring(0, colon);
                builder.open(
                        space(element),
                        lower(prefix),
                        lower(name.substring(colon + 1)),
                        new TreeAttributes(element));
            } else if (node instanceof CDataNode data) {
                builder.text(data.getWholeText());
            } else if (node instanceof TextNode text) {
                builder.text(text.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element) {
                builder.close();
            }
        }

        private static String space(Element element) {
            String space = element.tag().namespace();
            return space.equals(Parser.NamespaceXml) || space.equals(Parser.NamespaceHtml)
                    ? ""
                    : space;
        }
    }

    private record TreeAttributes(Element element) implements FeedBuilder.Attributes {
        @Override
        public String value(String name) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().equalsIgnoreCase(name)) {
                    return attribute.getValue();
                }
            }
            return "";
        }

        @Override
        public void each(BiConsumer<String, String> taker) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().indexOf(':') < 0) {
                    taker.accept(lower(attribute.getKey()), attribute.getValue());
                }
            }
        }
    }
}
