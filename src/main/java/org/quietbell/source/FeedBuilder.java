package org.quietbell.source;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Collects a feed from the elements of any of the XML formats, as a reader meets them one by one.
///
/// It keeps the dozen fields that are used and passes over all else, so that its memory is that of
/// the entries. Addresses of images, other media and enclosures are never even looked at. One
/// object reads one feed; not safe for many threads.
final class FeedBuilder {
    /// Most entries read from one feed; further ones are counted and left out.
    static final int MAX_ENTRIES = 5_000;

    private static final int MAX_AUTHOR = 200;
    private static final int MAX_CAPTION = 1_000;
    private static final String ATOM_ALTERNATE =
            "http://www.iana.org/assignments/relation/alternate";

    /// Elements of a feed that stand in no text: where one does, the text was never closed.
    private static final Set<String> STRUCTURE =
            Set.of(
                    "author",
                    "category",
                    "channel",
                    "comments",
                    "description",
                    "enclosure",
                    "entry",
                    "guid",
                    "issued",
                    "item",
                    "link",
                    "modified",
                    "pubdate",
                    "published",
                    "title",
                    "updated");

    /// Elements without content, which HTML need not close.
    private static final Set<String> EMPTY = Set.of("category", "enclosure", "link", "thumbnail");

    /// Where we are.
    private enum Place {
        OUTSIDE,
        FEED,
        ENTRY,
        MEDIA,
        SOURCE
    }

    private record Frame(Place place, String base, String language, @Nullable Draft draft) {}

    /// Attributes of an element.
    interface Attributes {
        /// @param name as written, with `xml:` or `rdf:` where it has such a prefix; its case does
        ///   not matter
        /// @return empty if there is none
        String value(String name);

        /// All that have no prefix, by name in lower case.
        void each(BiConsumer<String, String> taker);
    }

    private final Draft feed = new Draft();
    private final List<Draft> drafts = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final PaceWords pace = new PaceWords();
    private final boolean mending;
    private String rootSpace = "";
    private int skipped;
    private int passing; // depth within an element that is passed over
    private boolean passingEmpty; // and that has no content of its own
    private @Nullable Capture capture;

    /// @param base what relative addresses stand against
    /// @param mending whether the elements are those of broken XML: then what nobody closed is
    ///   closed where the next thing begins, and controls are dropped
    FeedBuilder(String base, boolean mending) {
        this.mending = mending;
        frames.push(new Frame(Place.OUTSIDE, base, "", null));
    }

    void open(String space, String prefix, String name, Attributes attributes) {
        if (mending) {
            closeForgotten(space, prefix, name);
        }
        if (passing > 0) {
            passing++;
            return;
        }
        if (capture != null) {
            capture.open(name, attributes);
            return;
        }
        Frame frame = frames.element();
        if (frame.place() == Place.OUTSIDE) {
            rootSpace = space;
        }
        Vocabulary vocabulary = Vocabulary.of(space, prefix, rootSpace);
        String base = attributes.value("xml:base");
        base = base.isEmpty() ? frame.base() : Links.absolute(base, frame.base());
        String language = attributes.value("xml:lang");
        language = language.isEmpty() ? frame.language() : language;
        Frame below =
                switch (frame.place()) {
                    case OUTSIDE -> root(name, attributes, base, language);
                    case FEED -> inFeed(vocabulary, name, attributes, base, language);
                    case ENTRY -> inEntry(vocabulary, name, attributes, frame, base, language);
                    case MEDIA -> inMedia(vocabulary, name, attributes, frame, base);
                    case SOURCE -> inSource(vocabulary, name, frame, base);
                };
        if (below != null) {
            frames.push(below);
        } else if (capture == null) {
            passing = 1;
            passingEmpty = EMPTY.contains(name);
        }
    }

    /// Ends a text, or what is passed over, where an element begins that can only be its sibling.
    /// The ends that come later for what is still open find a frame each.
    private void closeForgotten(String space, String prefix, String name) {
        Vocabulary vocabulary = Vocabulary.of(space, prefix, rootSpace);
        int open = 0;
        if (passing > 0) {
            boolean begins =
                    passingEmpty
                            ? STRUCTURE.contains(name)
                            : name.equals("item") || name.equals("entry");
            open = begins && vocabulary.isCore() ? passing : 0;
            passing -= open;
        } else if (capture != null) {
            Capture text = capture;
            boolean begins =
                    vocabulary.isCore()
                            ? STRUCTURE.contains(name)
                            : vocabulary != Vocabulary.XHTML && vocabulary != Vocabulary.OTHER;
            if (begins) {
                open = text.depth() + 1;
                capture = null;
                text.finish();
            }
        }
        for (int i = 0; i < open; i++) {
            frames.push(frames.element());
        }
    }

    /// Whether text is of any use here.
    boolean isListening() {
        return passing == 0 && capture != null;
    }

    void text(String text) {
        if (passing == 0 && capture != null) {
            capture.text(mending ? withoutControls(text) : text);
        }
    }

    /// XML holds no control characters; what broken XML has of them is an accident. A terminal's
    /// escape is none: it stays to be seen.
    private static String withoutControls(String text) {
        StringBuilder to = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0x0B || c == 0x0C) {
                to.append(' ');
            } else if (c >= ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0x1B) {
                to.append(c);
            }
        }
        return to.toString();
    }

    void close() {
        if (passing > 0) {
            passing--;
            return;
        }
        if (capture != null) {
            if (!capture.close()) {
                return;
            }
            Capture done = capture;
            capture = null;
            done.finish();
            return;
        }
        frames.pop();
    }

    /// What was collected.
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
    private @Nullable Frame root(String name, Attributes attributes, String base, String language) {
        return switch (name) {
            case "channel" -> channel(attributes, base, language);
            case "entry" -> entry(attributes, base, language);
            default -> new Frame(Place.FEED, base, language, null);
        };
    }

    private Frame channel(Attributes attributes, String base, String language) {
        String own = attributes.value("base"); // CDF
        String against = own.isEmpty() ? base : Links.absolute(own, base);
        feed.about(attributes.value("rdf:about"));
        feed.link(attributes.value("href"), against, Draft.LinkRank.OWN);
        return new Frame(Place.FEED, against, language, null);
    }

    private @Nullable Frame entry(Attributes attributes, String base, String language) {
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
            Vocabulary vocabulary, String name, Attributes attributes, String base, String lang) {
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
            Attributes attributes,
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
            Vocabulary vocabulary, String name, Attributes attributes, Frame frame, String base) {
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
            Vocabulary vocabulary, String name, Attributes attributes, Frame frame, String base) {
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
    private void link(String name, Attributes attributes, String base, Draft draft) {
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
        capture = new Capture(kind, base, target);
    }

    private void text(
            Vocabulary vocabulary, Attributes attributes, String base, Capture.Target target) {
        keep(Capture.Kind.of(vocabulary == Vocabulary.ATOM, attributes), base, target);
    }

    private static Draft draft(Frame frame) {
        return Objects.requireNonNull(frame.draft(), "a place within an entry");
    }
}
