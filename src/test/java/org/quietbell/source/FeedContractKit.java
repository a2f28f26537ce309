package org.quietbell.source;

import org.jspecify.annotations.Nullable;

/// What every source that answers with a feed must do besides.
abstract class FeedContractKit extends SourceContractKit {
    @Override
    String contentType() {
        return "application/atom+xml";
    }

    @Override
    String entry(String title, @Nullable String address, @Nullable String date) {
        return "<rss><channel><item><title>"
                + escaped(escaped(title).replace("&lt;", "<").replace("&gt;", ">"))
                + "</title>"
                + (address == null ? "" : "<link>" + escaped(address) + "</link>")
                + (date == null ? "" : "<pubDate>" + escaped(date) + "</pubDate>")
                + "</item></channel></rss>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    String nothingFound() {
        return "<feed xmlns='http://www.w3.org/2005/Atom'><title>Alert</title></feed>";
    }
}
