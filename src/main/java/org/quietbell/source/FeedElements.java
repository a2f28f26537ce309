package org.quietbell.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the elements of the XML formats mean, by where they stand: which claim about the feed or an
/// entry each of them makes. Keeps the claims; [FeedBuilder] keeps the place.
///
/// One object reads one feed; not safe for many threads.
final class FeedElements {
    /// Most entries read from one feed; further ones are counted and left out.
    static final int MAX_ENTRIES = 5_000;

    private static final int MAX_AUTHOR = 200;
    private static final int MAX_CAPTION = 1_000;
    private static final String ATOM_ALTERNATE =
            "http://www.iana.org/assignments/relation/alternate";

    /// Where we are.
    enum Place {
        OUTSIDE,
        FEED,
        ENTRY,
        MEDIA,
        SOURCE
    }

    record Frame(Place place, String base, String language, @Nullable Draft draft) {}

    private final Draft feed = new Draft();
    private final List<Draft> drafts = new ArrayList<>();
    private final PaceWords pace = new PaceWords();
    private int skipped;
    private @Nullable Capture begun;

    /// What an element begins: a place with elements of its own, or else a text, see [#begun()], or
    /// else nothing that is of use.
    @Nullable Frame below(
            Frame frame,
            Vocabulary vocabulary,
            String name,
            FeedBuilder.Attributes attributes,
            String base,
            String language) {
        return switch (frame.place()) {
            case OUTSIDE -> root(name, attributes, base, language);
            case FEED -> inFeed(vocabulary, name, attributes, base, language);
            case ENTRY -> inEntry(vocabulary, name, attributes, frame, base, language);
            case MEDIA -> inMedia(vocabulary, name, attributes, frame, base);
            case SOURCE -> inSource(vocabulary, name, frame, base);
        };
    }

    /// The text that the last element began, once.
    @Nullable Capture begun() {
        Capture text = begun;
        begun = null;
        return text;
    }

    FeedDocument document(Optional<String> broken, Optional<String> remark) {
        List<FeedDocument.Entry> entries = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            entries.add(draft.entry(feed));
        }
        return new FeedDocument(
                feed.title().plain(Text.MAX_TITLE),
                feed.link(),
                feed.id,
                feed.language.isBlank() ? Optional.empty() : Optional.of(feed.language.strip()),
                entries,
                skipped,
                broken,
                remark,
                pace.read());
    }

    boolean isEmpty() {
        return drafts.isEmpty();
    }

    /// The root is the feed; a channel of CDF says more in its attributes, and Atom knows entries
    /// that stand alone.
    private @Nullable Frame root(
            String name, FeedBuilder.Attributes attributes, String base, String language) {
        return switch (name) {
            case "channel" -> channel(attributes, base, language);
            case "entry" -> entry(attributes, base, language);
            default -> new Frame(Place.FEED, base, language, null);
        };
    }

    private Frame channel(FeedBuilder.Attributes attributes, String base, String language) {
        String own = attributes.value("base"); // CDF
        String against = own.isEmpty() ? base : Links.absolute(own, base);
        feed.about(attributes.value("rdf:about"));
        feed.link(attributes.value("href"), against, Draft.LinkRank.OWN);
        return new Frame(Place.FEED, against, language, null);
    }

    private @Nullable Frame entry(FeedBuilder.Attributes attributes, String base, String language) {
        if (drafts.size() >= MAX_ENTRIES) {
            skipped++;
            return null;
        }
        Draft draft = new Draft();
        draft.about(attributes.value("rdf:about"));
        draft.link(attributes.value("href"), base, Draft.LinkRank.OWN); // CDF
        String changed = attributes.value("lastmod");
        if (!changed.isEmpty()) {
            draft.updated(FeedDates.read(changed), Text.cleaned(changed, 100));
        }
        drafts.add(draft);
        return new Frame(Place.ENTRY, base, language, draft);
    }

    private @Nullable Frame inFeed(
            Vocabulary vocabulary,
            String name,
            FeedBuilder.Attributes attributes,
            String base,
            String lang) {
        if (!vocabulary.isCore()) {
            besideFeed(vocabulary, name, base);
            return null;
        }
        if (feed.language.isEmpty()) {
            feed.language = lang;
        }
        switch (name) {
            case "channel" -> {
                return channel(attributes, base, lang);
            }
            case "items" -> { // RSS 1.1
                return new Frame(Place.FEED, base, lang, null);
            }
            case "item", "entry" -> {
                return entry(attributes, base, lang);
            }
            case "author" -> person(base, text -> feed.author(name, text));
            case "managingeditor" -> person(base, feed::spareAuthor);
            case "title" -> text(vocabulary, attributes, base, feed::title);
            case "id" -> keep(Capture.Kind.PLAIN, base, text -> feed.id(text.value().strip()));
            case "language" -> keep(Capture.Kind.PLAIN, base, text -> feed.language = text.value());
            case "link", "a" -> link(name, attributes, base, feed);
            case "ttl", "skiphours", "skipdays" ->
                    keep(Capture.Kind.ELEMENTS, base, text -> pace.word(name, text.value()));
            default -> {}
        }
        return null;
    }

    private void besideFeed(Vocabulary vocabulary, String name, String base) {
        switch (vocabulary) {
            case DUBLIN -> {
                switch (name) {
                    case "language" ->
                            keep(Capture.Kind.PLAIN, base, text -> feed.language = text.value());
                    case "creator", "author" -> person(base, text -> feed.author(name, text));
                    case "title" -> keep(Capture.Kind.MARKUP, base, feed::spareTitle);
                    default -> {}
                }
            }
            case ITUNES -> {
                if (name.equals("author")) {
                    person(base, feed::spareAuthor);
                }
            }
            case SYNDICATION -> {
                if (name.equals("updateperiod") || name.equals("updatefrequency")) {
                    keep(Capture.Kind.PLAIN, base, text -> pace.word(name, text.value()));
                }
            }
            case CORE, ATOM, CONTENT, MEDIA, XHTML, OTHER -> {}
        }
    }

    private @Nullable Frame inEntry(
            Vocabulary vocabulary,
            String name,
            FeedBuilder.Attributes attributes,
            Frame frame,
            String base,
            String lang) {
        Draft draft = draft(frame);
        draft.language(lang);
        switch (vocabulary) {
            case CORE, ATOM -> {
                return inCoreEntry(vocabulary, name, attributes, frame, base);
            }
            case DUBLIN -> inDublinEntry(name, draft, base);
            case CONTENT -> {
                if (name.equals("encoded")) {
                    keep(Capture.Kind.MARKUP, base, draft::content);
                }
            }
            case XHTML -> {
                if (name.equals("body") || name.equals("div")) {
                    keep(Capture.Kind.ELEMENTS, base, draft::content);
                }
            }
            case ITUNES -> {
                switch (name) {
                    case "author" -> person(base, draft::spareAuthor);
                    case "summary" -> keep(Capture.Kind.MARKUP, base, draft::spareSummary);
                    case "subtitle" -> keep(Capture.Kind.MARKUP, base, draft::subtitle);
                    case "title" -> keep(Capture.Kind.MARKUP, base, draft::spareTitle);
                    default -> {}
                }
            }
            case MEDIA -> {
                return inMedia(vocabulary, name, attributes, frame, base);
            }
            case SYNDICATION, OTHER -> {}
        }
        return null;
    }

    private void inDublinEntry(String name, Draft draft, String base) {
        switch (name) {
            case "creator", "author" -> person(base, text -> draft.author("creator", text));
            case "date", "created" -> date(base, draft::general);
            case "issued", "available" -> date(base, draft::published);
            case "modified" -> date(base, draft::updated);
            case "title" -> keep(Capture.Kind.MARKUP, base, draft::spareTitle);
            case "description", "abstract" -> keep(Capture.Kind.MARKUP, base, draft::spareSummary);
            case "identifier" ->
                    keep(Capture.Kind.PLAIN, base, text -> draft.spareId(text.value().strip()));
            case "language" -> keep(Capture.Kind.PLAIN, base, text -> draft.language(text.value()));
            default -> {}
        }
    }

    private @Nullable Frame inCoreEntry(
            Vocabulary vocabulary,
            String name,
            FeedBuilder.Attributes attributes,
            Frame frame,
            String base) {
        Draft draft = draft(frame);
        switch (name) {
            case "title" -> text(vocabulary, attributes, base, draft::title);
            case "link", "a" -> link(name, attributes, base, draft);
            case "id" -> keep(Capture.Kind.PLAIN, base, text -> draft.id(text.value().strip()));
            case "guid" -> {
                String said = attributes.value("isPermaLink");
                keep(
                        Capture.Kind.PLAIN,
                        base,
                        text -> draft.guid(text.value().strip(), said, base));
            }
            case "description", "summary", "tagline", "abstract" ->
                    text(vocabulary, attributes, base, draft::summary);
            case "content", "fullitem", "body" -> {
                draft.source(attributes.value("src"), base);
                text(vocabulary, attributes, base, draft::content);
            }
            case "pubdate", "published", "issued" -> date(base, draft::published);
            case "updated", "modified" -> date(base, draft::updated);
            case "created", "date" -> date(base, draft::general);
            // RSS writes an address or a name here, Atom a person
            case "author", "creator" -> person(base, text -> draft.author(name, text));
            case "source" -> {
                return vocabulary == Vocabulary.ATOM
                        ? new Frame(Place.SOURCE, base, frame.language(), draft)
                        : null;
            }
            case "item", "entry" -> { // the one before was never closed
                return entry(attributes, base, frame.language());
            }
            default -> {}
        }
        return null;
    }

    /// Of the feed that an entry was taken from, only its author is the entry's too.
    private @Nullable Frame inSource(Vocabulary vocabulary, String name, Frame frame, String base) {
        if (vocabulary.isCore() && name.equals("author")) {
            person(base, draft(frame)::sourceAuthor);
        }
        return null;
    }

    /// Titles, descriptions and credits of media are text that may name her; their addresses are
    /// left alone.
    private @Nullable Frame inMedia(
            Vocabulary vocabulary,
            String name,
            FeedBuilder.Attributes attributes,
            Frame frame,
            String base) {
        if (vocabulary != Vocabulary.MEDIA) {
            return null;
        }
        Draft draft = draft(frame);
        Capture.Kind kind =
                attributes.value("type").equals("html") ? Capture.Kind.MARKUP : Capture.Kind.PLAIN;
        switch (name) {
            case "group", "content" -> {
                return new Frame(Place.MEDIA, base, frame.language(), draft);
            }
            case "description" -> keep(kind, base, draft::mediaDescription);
            case "title", "credit", "text" ->
                    keep(kind, base, text -> draft.caption(text.plain(MAX_CAPTION)));
            default -> {}
        }
        return null;
    }

    /// An address in an attribute (Atom, CDF, RSS 1.0) or as text (RSS).
    private void link(String name, FeedBuilder.Attributes attributes, String base, Draft draft) {
        String href = attributes.value("href");
        if (href.isEmpty()) {
            draft.link(attributes.value("rdf:resource"), base, Draft.LinkRank.OWN);
            if (name.equals("link")) {
                keep(
                        Capture.Kind.PLAIN,
                        base,
                        text -> draft.link(text.value(), base, Draft.LinkRank.OWN));
            }
            return;
        }
        String relation = attributes.value("rel");
        if (relation.isEmpty()
                || relation.equalsIgnoreCase("alternate")
                || relation.equals(ATOM_ALTERNATE)) {
            String type = attributes.value("type");
            boolean page = type.isEmpty() || type.contains("html");
            draft.link(href, base, page ? Draft.LinkRank.PAGE : Draft.LinkRank.OTHER_TYPE);
        } // passed over: an Atom link has no content
    }

    private interface Dated {
        void set(Optional<Instant> at, String claimed);
    }

    private void date(String base, Dated target) {
        keep(
                Capture.Kind.PLAIN,
                base,
                text -> {
                    String claimed = text.value().strip();
                    if (!claimed.isEmpty()) {
                        target.set(FeedDates.read(claimed), Text.cleaned(claimed, 100));
                    }
                });
    }

    private void person(String base, Consumer<String> target) {
        keep(Capture.Kind.PERSON, base, text -> target.accept(text.plain(MAX_AUTHOR)));
    }

    private void keep(Capture.Kind kind, String base, Capture.Target target) {
        begun = new Capture(kind, base, target);
    }

    private void text(
            Vocabulary vocabulary,
            FeedBuilder.Attributes attributes,
            String base,
            Capture.Target target) {
        keep(Capture.Kind.of(vocabulary == Vocabulary.ATOM, attributes), base, target);
    }

    private static Draft draft(Frame frame) {
        return Objects.requireNonNull(frame.draft(), "a place within an entry");
    }
}
