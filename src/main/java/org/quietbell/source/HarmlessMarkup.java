package org.quietbell.source;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// Markup of which only the harmless remains: elements that shape text, lists, tables and links,
/// with attributes that neither run, nor fetch, nor paint.
///
/// Gone with all they hold: scripts, styles, frames, objects, drawings. Gone, with their words
/// left: forms and whatever nobody knows. Gone without a trace: images, films and sounds (R1.18,
/// R3.11), comments, handlers, `style` attributes, addresses of other schemes. A list of what may
/// stay, not of what must go. Pure, safe for many threads.
final class HarmlessMarkup {
    /// Elements whose content is not the author's words.
    private static final String UNSPOKEN =
            "script, style, iframe, noembed, noframes, object, applet, svg, template, title";

    private static final String[] ELEMENTS = {
        "a",
        "abbr",
        "acronym",
        "address",
        "article",
        "aside",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "dir",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "wbr"
    };

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "abbr",
                    "align",
                    "axis",
                    "bgcolor",
                    "border",
                    "cellpadding",
                    "cellspacing",
                    "char",
                    "charoff",
                    "class",
                    "clear",
                    "color",
                    "cols",
                    "colspan",
                    "compact",
                    "datetime",
                    "dir",
                    "face",
                    "headers",
                    "height",
                    "hreflang",
                    "hspace",
                    "id",
                    "lang",
                    "name",
                    "noshade",
                    "nowrap",
                    "open",
                    "rel",
                    "rev",
                    "reversed",
                    "rowspan",
                    "rules",
                    "scope",
                    "size",
                    "span",
                    "start",
                    "summary",
                    "title",
                    "type",
                    "valign",
                    "value",
                    "vspace",
                    "width",
                    "xml:lang");

    private static final Set<String> SCHEMES =
            Set.of("http", "https", "ftp", "mailto", "tel", "news", "nntp", "irc", "xmpp");

    private static final Cleaner CLEANER = new Cleaner(new Harmless());

    private HarmlessMarkup() {}

    private static final class Harmless extends Safelist {
        Harmless() {
            addTags(ELEMENTS);
        }

        /// Also makes addresses absolute, since they are met here anyway.
        @Override
        public boolean isSafeAttribute(String tag, Element element, Attribute attribute) {
            String name = attribute.getKey();
            if ((name.equals("href") && tag.equals("a")) || name.equals("cite")) {
                String address = Links.absolute(attribute.getValue(), element.baseUri());
                attribute.setValue(address);
                return isHarmless(address);
            }
            return ATTRIBUTES.contains(name);
        }
    }

    /// A colon before any slash is a scheme to every reader that overlooks what we do not.
    private static boolean isHarmless(String address) {
        String scheme = Links.scheme(address);
        if (!scheme.isEmpty()) {
            return SCHEMES.contains(scheme);
        }
        int slash = address.indexOf('/');
        int colon = address.indexOf(':');
        return colon < 0 || (slash >= 0 && slash < colon);
    }

    /// Parsing it again gives no element and no attribute outside the lists.
    ///
    /// @param markup HTML, as received
    /// @param base what relative addresses stand against; if empty, they stay
    static String of(String markup, String base) {
        Document dirty = Parser.htmlParser().parseInput(markup, base);
        dirty.setBaseUri(base); // whatever a <base> among it says
        dirty.select(UNSPOKEN).remove();
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return clean.body().html();
    }
}
