package org.quietbell.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An entry (or the feed itself) while its elements are being read. For most fields the first claim
/// counts; a later, better kind of claim replaces a spare one.
final class Draft {
    /// How good a claim to be the address of the entry's page is.
    enum LinkRank {
        /// A page of another type than HTML.
        OTHER_TYPE,
        /// An alternate page.
        PAGE,
        /// The element that exists for it.
        OWN
    }

    private static final int MAX_AUTHORS = 400;
    private static final int MAX_CAPTION = 1_000;

    String id = "";
    String language = "";
    private FeedText title = FeedText.NONE;
    private String about = "";
    private String guidLink = "";
    private String link = "";
    private @Nullable LinkRank linkRank;
    private String source = "";
    private String author = "";
    private String authorKind = "";
    private String spareAuthor = "";
    private String sourceAuthor = "";
    private FeedText summary = FeedText.NONE;
    private FeedText spareSummary = FeedText.NONE;
    private FeedText subtitle = FeedText.NONE;
    private FeedText content = FeedText.NONE;
    private FeedText spareContent = FeedText.NONE;
    private FeedText spareTitle = FeedText.NONE;
    private FeedText mediaDescription = FeedText.NONE;
    private final StringBuilder caption = new StringBuilder();
    private Claim published = Claim.NONE;
    private Claim updated = Claim.NONE;
    private Claim general = Claim.NONE;

    private record Claim(Optional<Instant> at, String text) {
        static final Claim NONE = new Claim(Optional.empty(), "");

        /// The first claim that can be read, else the first.
        Claim or(Optional<Instant> otherAt, String otherText) {
            boolean isBetter = at.isEmpty() && (otherAt.isPresent() || text.isEmpty());
            return isBetter ? new Claim(otherAt, otherText) : this;
        }

        Claim or(Claim other) {
            return or(other.at, other.text);
        }
    }

    void id(String text) {
        if (id.isEmpty()) {
            id = text;
        }
    }

    void spareId(String text) {
        if (about.isEmpty()) {
            about = text;
        }
    }

    void about(String address) {
        if (about.isEmpty()) {
            about = address.strip();
        }
    }

    /// @param said what `isPermaLink` says: true where it says nothing
    void guid(String text, String said, String base) {
        id(text);
        boolean isRelative = said.equalsIgnoreCase("true") && Links.scheme(text).isEmpty();
        if (!said.equalsIgnoreCase("false") && (Links.isWeb(text) || isRelative)) {
            guidLink = Links.absolute(text, base);
        }
    }

    void title(FeedText text) {
        if (title.isBlank()) {
            title = text;
        }
    }

    void spareTitle(FeedText text) {
        if (spareTitle.isBlank()) {
            spareTitle = text;
        }
    }

    FeedText title() {
        return title.isBlank() ? spareTitle : title;
    }

    void link(String address, String base, LinkRank rank) {
        boolean isBetter = linkRank == null || rank.compareTo(linkRank) > 0;
        if (isBetter && !address.isBlank()) {
            link = Links.absolute(address, base);
            linkRank = rank;
        }
    }

    void source(String address, String base) {
        if (!address.isBlank()) {
            source = Links.absolute(address, base);
        }
    }

    /// The first element's kind of author counts, and all others of the same kind beside it.
    void author(String kind, String name) {
        if (name.isEmpty()) {
            return;
        }
        if (author.isEmpty()) {
            author = name;
            authorKind = kind;
        } else if (authorKind.equals(kind)
                && !author.contains(name)
                && author.length() + name.length() < MAX_AUTHORS) {
            author = author + ", " + name;
        }
    }

    void spareAuthor(String name) {
        if (spareAuthor.isEmpty()) {
            spareAuthor = name;
        }
    }

    void sourceAuthor(String name) {
        sourceAuthor = name;
    }

    /// A second one is taken for the long form if there is no other.
    void summary(FeedText text) {
        if (summary.isBlank()) {
            summary = text;
        } else if (spareContent.isBlank()) {
            spareContent = text;
        }
    }

    void subtitle(FeedText text) {
        subtitle = text;
    }

    void mediaDescription(FeedText text) {
        if (mediaDescription.isBlank()) {
            mediaDescription = text;
        } else {
            caption(text.plain(MAX_CAPTION));
        }
    }

    void spareSummary(FeedText text) {
        if (spareSummary.isBlank()) {
            spareSummary = text;
        }
    }

    void content(FeedText text) {
        if (content.isBlank()) {
            content = text;
        }
    }

    void language(String claimed) {
        if (!claimed.isEmpty()) {
            language = claimed;
        }
    }

    /// Media captions follow each other.
    void caption(String text) {
        if (!text.isEmpty() && caption.length() < Text.MAX_SNIPPET) {
            caption.append(caption.isEmpty() ? "" : " | ").append(text);
        }
    }

    void published(Optional<Instant> at, String claimed) {
        published = published.or(at, claimed);
    }

    void updated(Optional<Instant> at, String claimed) {
        updated = updated.or(at, claimed);
    }

    /// A date of no stated kind: stands for both where they are missing.
    void general(Optional<Instant> at, String claimed) {
        general = general.or(at, claimed);
    }

    String link() {
        if (!link.isEmpty()) {
            return link;
        }
        if (!guidLink.isEmpty()) {
            return guidLink;
        }
        return Links.isWeb(about) ? about : source;
    }

    FeedDocument.Entry entry(Draft feed) {
        Claim appeared = published.or(general);
        Claim changed = updated.or(general);
        String claimed =
                (appeared.at.isPresent() || changed.at.isEmpty() ? appeared : changed).text;
        if (claimed.isEmpty()) {
            claimed = changed.text;
        }
        String tongue = language.isBlank() ? feed.language : language;
        FeedText body = content.isBlank() ? spareContent : content;
        FeedText brief = first(summary, spareSummary, subtitle);
        if (brief.isBlank() && body.isBlank()) {
            brief = mediaDescription;
        } else if (!mediaDescription.isBlank()) {
            caption(mediaDescription.plain(MAX_CAPTION));
        }
        return new FeedDocument.Entry(
                id.isEmpty() ? about : id,
                title(),
                link(),
                writer(feed),
                brief,
                body,
                caption.toString(),
                tongue.isBlank() ? Optional.empty() : Optional.of(Text.cleaned(tongue, 35)),
                appeared.at,
                changed.at,
                claimed.isEmpty() ? Optional.empty() : Optional.of(claimed));
    }

    private static FeedText first(FeedText... texts) {
        for (FeedText text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return FeedText.NONE;
    }

    /// An entry that names none has the author of where it comes from (RFC 4287, 4.2.1).
    private String writer(Draft feed) {
        for (String name : List.of(author, spareAuthor, sourceAuthor, feed.author)) {
            if (!name.isEmpty()) {
                return name;
            }
        }
        return feed.spareAuthor;
    }
}
