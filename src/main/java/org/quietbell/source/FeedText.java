package org.quietbell.source;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// A piece of text as a feed gave it, not yet made harmless.
///
/// @param value as received, after the decoding of XML or JSON
/// @param markup whether it was announced as HTML or XHTML; false: as plain text
/// @param base what relative addresses in it stand against, perhaps empty
public record FeedText(String value, boolean markup, String base) {
    /// Nothing at all.
    public static final FeedText NONE = new FeedText("", false, "");

    /// Text elements and links only: nothing that is fetched by showing it (R1.18, R3.11).
    private static final Cleaner CLEANER =
            new Cleaner(
                    Safelist.relaxed()
                            .removeTags("img")
                            .addTags("abbr", "del", "figcaption", "ins", "kbd", "mark", "s", "samp")
                            .addTags("time", "var", "hr"));

    /// Whether there is nothing but white space.
    public boolean isBlank() {
        return value.isBlank();
    }

    /// Plain text without markup, see [Text].
    public String plain(int max) {
        return markup ? Text.ofMarkup(value, max) : Text.ofPlain(value, max);
    }

    /// As received, with only harmless markup left: text elements, lists, tables, links. Scripts,
    /// styles, event handlers, frames, forms, images and other schemes are gone. Parsing it again
    /// gives no element outside that list.
    public String sanitised() {
        if (value.indexOf('<') < 0) {
            return value; // cannot open an element
        }
        if (!markup) {
            return Entities.escape(value);
        }
        Document dirty = Parser.htmlParser().parseInput(value, base);
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return clean.body().html();
    }
}
