package org.quietbell.source;

import java.util.regex.Pattern;

/// Reads feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, told apart by what
/// they are, never by what the server calls them.
///
/// Nothing that a feed names is fetched, no declaration in it is obeyed, and no image or other
/// medium is looked at. Pure and safe for many threads.
public final class FeedReader {
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,20}/[a-z0-9.+-]{1,40}");

    private FeedReader() {}

    /// Reads one feed.
    ///
    /// @param bytes the whole answer, decompressed
    /// @param contentType as the server sent it, perhaps empty: only its charset is used
    /// @param base what relative addresses stand against: the address that answered
    /// @return up to 5,000 entries; broken XML is read a second time with forgiveness, and says so
    ///   in its remark, and a feed that is cut off says so in [FeedDocument#broken]
    /// @throws MalformedReplyException if it is no feed: empty, a web page, something else
    public static FeedDocument read(byte[] bytes, String contentType, String base)
            throws MalformedReplyException {
        String text = FeedEncoding.decode(bytes, contentType);
        int start = firstLetter(text);
        if (start < 0) {
            throw new MalformedReplyException("feed: an empty answer");
        }
        if (text.charAt(start) == '{' || text.charAt(start) == '[') {
            return JsonFeed.read(text.substring(start), base);
        }
        int root = Prolog.end(text);
        if (root < 0) {
            throw new MalformedReplyException("feed: no element at all" + in(contentType));
        }
        String name = Prolog.name(text, root);
        if (name.equalsIgnoreCase("html") || name.equalsIgnoreCase("body")) {
            throw new MalformedReplyException("feed: a web page where a feed was due");
        }
        if (!Prolog.isFeed(name)) {
            root = Prolog.feedAmongNoise(text);
        }
        if (root < 0) {
            throw new MalformedReplyException(
                    "feed: no <rss>, <rdf:RDF> or <feed>" + in(contentType));
        }
        return XmlFeed.read(text, root, base);
    }

    private static int firstLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\uFEFF') {
                return i;
            }
        }
        return -1;
    }

    private static String in(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return TYPE.matcher(type).matches() ? " in " + type : "";
    }
}
