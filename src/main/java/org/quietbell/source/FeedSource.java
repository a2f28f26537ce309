package org.quietbell.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Section;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.watch.Query;

/// The entries of one feed: RSS, Atom or JSON Feed, a Google Alert among them.
///
/// Asked for everything at once and for nobody in particular, so the feed's server learns no name.
/// Gives up to 5,000 findings in the feed's order. Settings: `url`, or `url-file` where the address
/// is itself the secret (an alert's).
final class FeedSource implements Source {
    static final Type TYPE =
            Type.of("feed", Duration.ofMinutes(5), Duration.ofMinutes(30))
                    .paced(1, Duration.ofMinutes(5))
                    .needing("url")
                    .disclosing(
                            Disclosure.free("whoever runs the feed's server")
                                    .keeps("as its server does; a feed made for a name keeps it")
                                    .learns("that this machine reads the feed; no name is sent"));

    static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
                    + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    /// What to do about an address that is where alerts are made.
    static final String NO_FEED =
            "is the page where Google Alerts are made, not a feed: edit the alert, choose \"Deliver"
                    + " to: RSS feed\", and copy the address behind its feed sign, which begins"
                    + " https://www.google.com/alerts/feeds/";

    private static final Pattern GOOGLE = Pattern.compile("(www\\.)?google\\.[a-z.]{2,6}");

    /// Keeps words of different fields from making a name together.
    private static final String BETWEEN = " | ";

    private final Type type;
    private final SourceId id;
    private final URI address;

    FeedSource(SourceId id, Section section) {
        this(TYPE, id, Addresses.required(section, "url"));
        if (isAlertsPage(address)) {
            section.problem("url", NO_FEED);
        }
    }

    /// A feed of a kind of its own.
    FeedSource(Type type, SourceId id, URI address) {
        this.type = type;
        this.id = id;
        this.address = address;
    }

    /// Whether it is a page about Google Alerts, and no feed.
    static boolean isAlertsPage(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        String path = address.getPath() == null ? "" : address.getPath();
        return GOOGLE.matcher(host).matches()
                && (path.equals("/alerts") || path.startsWith("/alerts/"))
                && !path.startsWith("/alerts/feeds/");
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public String connector() {
        return type.name() + "/1";
    }

    @Override
    public Pace pace() {
        return Addresses.isPrivate(address) ? Pace.FREE : type.pace();
    }

    @Override
    public Optional<URI> address() {
        return Optional.of(address);
    }

    @Override
    public Optional<Step> ask(Query query) {
        return switch (query) {
            case Query.Everything _ ->
                    Optional.of(
                            Step.of(
                                    Request.get(address).header("Accept", ACCEPT),
                                    body -> Step.Read.last(page(type, body))));
            case Query.Phrase _, Query.Account _, Query.AnyOf _ -> Optional.empty();
        };
    }

    /// The entries of a feed, whoever gives it.
    ///
    /// @throws MalformedReplyException if it is no feed; the message begins with the type's name
    static Page page(Type type, Body body) throws MalformedReplyException {
        String base =
                body.header("content-location")
                        .map(location -> Links.absolute(location, body.from().toString()))
                        .filter(Links::isWeb)
                        .orElseGet(() -> body.from().toString());
        FeedDocument feed = document(type, body, base);
        List<Finding> findings = new ArrayList<>(feed.entries().size());
        for (FeedDocument.Entry entry : feed.entries()) {
            findings.add(finding(entry, findings.size() + 1, body.fetchedAt()));
        }
        return new Page(
                findings,
                feed.broken(),
                feed.skipped(),
                feed.remark(),
                feed.pace().and(FeedPace.ofHeaders(body)),
                feed.ended());
    }

    private static FeedDocument document(Type type, Body body, String base)
            throws MalformedReplyException {
        try {
            return FeedReader.read(body.bytes(), body.contentType(), base);
        } catch (MalformedReplyException malformed) {
            String message = String.valueOf(malformed.getMessage());
            throw new MalformedReplyException(type.name() + message.substring("feed".length()));
        }
    }

    private static Finding finding(FeedDocument.Entry entry, int rank, Instant fetchedAt) {
        Optional<Instant> at = entry.published().or(entry::updated);
        return new Finding(
                entry.id(),
                entry.title().plain(Text.MAX_TITLE),
                snippet(entry),
                entry.link(),
                rank,
                entry.language(),
                at.filter(claim -> Dates.isPlausible(claim, fetchedAt)),
                entry.claimed());
    }

    /// All that may name her beside the title: the long form, the short form if it says something
    /// else, what media are called, the author.
    private static String snippet(FeedDocument.Entry entry) {
        String content = entry.content().plain(Text.MAX_SNIPPET);
        String summary = entry.summary().plain(Text.MAX_SNIPPET);
        if (summary.isEmpty() || content.startsWith(beginning(summary))) {
            summary = "";
        } else if (summary.contains(content)) {
            content = "";
        }
        StringBuilder all = new StringBuilder(summary);
        add(all, content);
        add(all, entry.caption());
        add(all, entry.author());
        if (all.length() > Text.MAX_SNIPPET) {
            return Text.cleaned(all.toString(), Text.MAX_SNIPPET);
        }
        return all.toString();
    }

    /// A short form often is the beginning of the long one, and three dots.
    private static String beginning(String summary) {
        for (String dots : List.of("…", "...", "[…]", "[...]")) {
            if (summary.endsWith(dots)) {
                return summary.substring(0, summary.length() - dots.length()).stripTrailing();
            }
        }
        return summary;
    }

    private static void add(StringBuilder all, String more) {
        if (!more.isEmpty()) {
            all.append(all.isEmpty() ? "" : BETWEEN).append(more);
        }
    }

    /// Gone for good is only what says so (410); what is missing (404) may come back.
    @Override
    public Fault refusal(int status, Body body) {
        return switch (status) {
            case 401, 403 ->
                    new Fault(
                            Fault.Kind.BLOCKED,
                            "the feed's server refuses us with status "
                                    + status
                                    + ": open its address in a browser to see whether it still"
                                    + " wants no sign-in");
            case 404, 410 ->
                    new Fault(
                            Fault.Kind.GONE,
                            "there is no feed at this address (status "
                                    + status
                                    + "): look up its new address, or remove the source");
            default -> Fault.ofStatus(status);
        };
    }
}
