package org.quietbell.source;

import org.jsoup.nodes.Entities;

/// A piece of text as a feed gave it, not yet made harmless.
///
/// @param value as received, after the decoding of XML or JSON
/// @param markup whether it was announced as HTML or XHTML; false: as plain text
/// @param base what relative addresses in it stand against, perhaps empty
public record FeedText(String value, boolean markup, String base) {
    /// Nothing at all.
    public static final FeedText NONE = new FeedText("", false, "");

    /// Whether there is nothing but white space.
    public boolean isBlank() {
        return value.isBlank();
    }

    /// Plain text without markup, see [Text].
    public String plain(int max) {
        return markup ? Text.ofMarkup(value, max) : Text.ofPlain(value, max);
    }

    /// As received, with only harmless markup left, see [HarmlessMarkup]. What was announced as
    /// plain text opens no element either.
    public String sanitised() {
        if (value.indexOf('<') < 0) {
            return value; // cannot open an element
        }
        if (!markup) {
            return Entities.escape(value);
        }
        return HarmlessMarkup.of(value, base);
    }
}
