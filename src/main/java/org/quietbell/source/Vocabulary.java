package org.quietbell.source;

import java.util.Locale;

/// Whose word an element is, by its namespace, or by its usual prefix where a feed forgot to
/// declare it.
enum Vocabulary {
    /// RSS of any kind, which has none or many.
    CORE,
    ATOM,
    DUBLIN,
    CONTENT,
    MEDIA,
    ITUNES,
    SYNDICATION,
    XHTML,
    OTHER;

    /// @param space the namespace, or empty
    /// @param prefix as written, or empty
    /// @param root the namespace of the root element: what is under it belongs to the feed,
    ///   whatever it is
    static Vocabulary of(String space, String prefix, String root) {
        return switch (space) {
            case "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#" -> ATOM;
            case "" -> byPrefix(prefix);
            case "http://purl.org/rss/1.0/",
                    "http://my.netscape.com/rdf/simple/0.9/",
                    "http://channel.netscape.com/rdf/simple/0.9/",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#" ->
                    CORE;
            case "http://purl.org/dc/elements/1.1/",
                    "http://purl.org/dc/elements/1.0/",
                    "http://purl.org/dc/terms/" ->
                    DUBLIN;
            case "http://purl.org/rss/1.0/modules/content/" -> CONTENT;
            case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss" -> MEDIA;
            case "http://www.itunes.com/dtds/podcast-1.0.dtd" -> ITUNES;
            case "http://purl.org/rss/1.0/modules/syndication/" -> SYNDICATION;
            case "http://www.w3.org/1999/xhtml" -> XHTML;
            default -> byOther(space, prefix, root);
        };
    }

    private static Vocabulary byOther(String space, String prefix, String root) {
        String lower = space.toLowerCase(Locale.ROOT);
        if (!lower.equals(space)) {
            return of(lower, prefix, root.toLowerCase(Locale.ROOT));
        }
        if (lower.contains("/atom")) {
            return ATOM;
        }
        if (lower.contains("rss") && !isModule(lower)) {
            return CORE; // RSS under one of its many private namespaces
        }
        if (prefix.isEmpty()) {
            return space.equalsIgnoreCase(root) ? CORE : OTHER;
        }
        return byPrefix(prefix) == CORE ? OTHER : byPrefix(prefix);
    }

    private static boolean isModule(String space) {
        return space.contains("module") || space.contains("georss") || space.contains("media");
    }

    private static Vocabulary byPrefix(String prefix) {
        return switch (prefix) {
            case "", "rss", "rdf" -> CORE;
            case "atom", "atom10", "atom03", "a10" -> ATOM;
            case "dc", "dcterms" -> DUBLIN;
            case "content" -> CONTENT;
            case "media" -> MEDIA;
            case "itunes" -> ITUNES;
            case "sy" -> SYNDICATION;
            case "xhtml" -> XHTML;
            default -> OTHER;
        };
    }

    boolean isCore() {
        return this == CORE || this == ATOM;
    }
}
