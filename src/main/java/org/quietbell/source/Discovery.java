package org.quietbell.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.quietbell.http.Body;

/// Finds the feed behind a page: what stands at an address that somebody gave as a feed's.
///
/// Reads the one answer it is given and fetches nothing. Pure and safe for many threads.
///
/// @see <a href="https://www.rssboard.org/rss-autodiscovery">RSS autodiscovery</a>
public final class Discovery {
    /// How many feeds of one page are offered at most.
    static final int MOST = 10;

    private static final int TITLE = 60;
    private static final Set<String> TYPES =
            Set.of(
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/rdf+xml",
                    "application/feed+json",
                    "application/xml",
                    "text/xml");

    /// How the last part of a feed's path often looks.
    private static final Pattern LIKE_A_FEED =
            Pattern.compile("(feed|rss|atom)([./_-].{0,20})?|.{1,80}\\.(rss|atom|rdf)|index\\.xml");

    private Discovery() {}

    /// What an answer is.
    public sealed interface Found {
        /// A feed, with so many entries.
        record Feed(int entries) implements Found {}

        /// A page that names these feeds, the likeliest first; never empty.
        record Page(List<Link> feeds) implements Found {
            public Page {
                feeds = List.copyOf(feeds);
            }
        }

        /// Neither.
        record Nothing() implements Found {}
    }

    /// A feed that a page names.
    ///
    /// @param title what the page calls it, made harmless; perhaps empty
    /// @param address absolute `http` or `https`
    public record Link(String title, URI address) {}

    /// What that answer is.
    public static Found in(Body body) {
        try {
            FeedDocument feed =
                    FeedReader.read(body.bytes(), body.contentType(), body.from().toString());
            return new Found.Feed(feed.entries().size());
        } catch (MalformedReplyException _) {
            List<Link> links = links(page(body));
            return links.isEmpty() ? new Found.Nothing() : new Found.Page(links);
        }
    }

    private static Document page(Body body) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(body.bytes()), null, body.from().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static List<Link> links(Document page) {
        Map<URI, Link> announced = new LinkedHashMap<>();
        Map<URI, Link> guessed = new LinkedHashMap<>();
        for (Element element : page.select("link[rel~=(?i)\\balternate\\b][type][href]")) {
            String type = element.attr("type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (TYPES.contains(type)) {
                link(element, element.attr("title")).ifPresent(l -> announced.put(l.address(), l));
            }
        }
        for (Element element : page.select("a[href]")) {
            link(element, element.text())
                    .filter(Discovery::looksLikeAFeed)
                    .filter(l -> !announced.containsKey(l.address()))
                    .ifPresent(l -> guessed.put(l.address(), l));
        }
        List<Link> all = new ArrayList<>(announced.values());
        all.sort((one, other) -> Boolean.compare(isOfComments(one), isOfComments(other)));
        all.addAll(guessed.values());
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static Optional<Link> link(Element element, String title) {
        try {
            URI address = new URI(element.absUrl("href").strip());
            boolean isWeb =
                    ("http".equalsIgnoreCase(address.getScheme())
                                    || "https".equalsIgnoreCase(address.getScheme()))
                            && address.getHost() != null;
            return isWeb
                    ? Optional.of(new Link(Text.cleaned(title, TITLE), address))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty(); // what is no address leads to no feed
        }
    }

    private static boolean looksLikeAFeed(Link link) {
        String path = Optional.ofNullable(link.address().getPath()).orElse("");
        String last = path.replaceAll("/+$", "");
        last = last.substring(last.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return LIKE_A_FEED.matcher(last).matches();
    }

    /// A page's own entries before what is said about them.
    private static boolean isOfComments(Link link) {
        return link.address().toString().toLowerCase(Locale.ROOT).contains("comments");
    }
}
