package org.quietbell.source;

import java.time.Instant;
import java.util.Optional;

/// An entry (or the feed itself) while its elements are being read. For most fields the first claim
/// counts; a later, better kind of claim replaces a spare one.
final class Draft {
    String id = "";
    FeedText title = FeedText.NONE;
    String language = "";
    private String about = "";
    private String guidLink = "";
    private String link = "";
    private String source = "";
    private String author = "";
    private String spareAuthor = "";
    private FeedText summary = FeedText.NONE;
    private FeedText spareSummary = FeedText.NONE;
    private FeedText content = FeedText.NONE;
    private FeedText spareTitle = FeedText.NONE;
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
        about = address.strip();
    }

    void guid(String text, boolean isLink) {
        id(text);
        if (isLink && Links.isWeb(text)) {
            guidLink = text;
        }
    }

    void title(FeedText text) {
        if (title.isBlank()) {
            title = text;
        }
    }

    void spareTitle(FeedText text) {
        spareTitle = text;
    }

    void link(String address, String base) {
        if (link.isEmpty() && !address.isBlank()) {
            link = Links.absolute(address.strip(), base);
        }
    }

    void source(String address, String base) {
        if (!address.isBlank()) {
            source = Links.absolute(address.strip(), base);
        }
    }

    void author(String name) {
        if (author.isEmpty()) {
            author = name;
        }
    }

    void spareAuthor(String name) {
        spareAuthor = name;
    }

    void summary(FeedText text) {
        if (summary.isBlank()) {
            summary = text;
        }
    }

    void spareSummary(FeedText text) {
        spareSummary = text;
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
        String writer = author.isEmpty() ? spareAuthor : author;
        String tongue = language.isBlank() ? feed.language : language;
        return new FeedDocument.Entry(
                id.isEmpty() ? about : id,
                title.isBlank() ? spareTitle : title,
                link(),
                writer.isEmpty() ? feed.author : writer,
                summary.isBlank() ? spareSummary : summary,
                content,
                caption.toString(),
                tongue.isBlank() ? Optional.empty() : Optional.of(Text.cleaned(tongue, 35)),
                appeared.at,
                changed.at,
                claimed.isEmpty() ? Optional.empty() : Optional.of(claimed));
    }
}
