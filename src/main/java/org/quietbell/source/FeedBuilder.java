package org.quietbell.source;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /// Where we are.
    private enum Place {
        OUTSIDE,
        FEED,
        ENTRY,
        PERSON,
        MEDIA
    }

    private record Frame(Place place, String base, String language, @Nullable Draft draft) {}

    /// Attributes of an element.
    interface Attributes {
        /// @param name as written, with `xml:` or `rdf:` where it has such a prefix
        /// @return empty if there is none
        String value(String name);
    }

    private final Draft feed = new Draft();
    private final List<Draft> drafts = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int skipped;
    private int passing; // depth within an element that is passed over
    private @Nullable Capture capture;

    FeedBuilder(String base) {
        frames.push(new Frame(Place.OUTSIDE, base, "", null));
    }

    void open(String space, String prefix, String name, Attributes attributes) {
        if (passing > 0) {
            passing++;
            return;
        }
        if (capture != null) {
            capture.open(name, attributes);
            return;
        }
        Vocabulary vocabulary = Vocabulary.of(space, prefix);
        Frame frame = frames.element();
        String base = attributes.value("xml:base");
        base = base.isEmpty() ? frame.base() : Links.absolute(base, frame.base());
        String language = attributes.value("xml:lang");
        language = language.isEmpty() ? frame.language() : language;
        Frame below =
                switch (frame.place()) {
                    case OUTSIDE -> new Frame(Place.FEED, base, language, null);
                    case FEED -> inFeed(vocabulary, name, attributes, base, language);
                    case ENTRY -> inEntry(vocabulary, name, attributes, frame, base, language);
                    case PERSON -> inPerson(name, frame, base);
                    case MEDIA -> inMedia(vocabulary, name, attributes, frame, base);
                };
        if (below != null) {
            frames.push(below);
        } else if (capture == null) {
            passing = 1;
        }
    }

    /// Whether text is of any use here.
    boolean isListening() {
        return passing == 0 && capture != null;
    }

    void text(String text) {
        if (passing == 0 && capture != null) {
            capture.text(text);
        }
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
                feed.title.plain(Text.MAX_TITLE),
                feed.link(),
                feed.id,
                feed.language.isBlank() ? Optional.empty() : Optional.of(feed.language.strip()),
                entries,
                skipped,
                broken,
                remark);
    }

    boolean isEmpty() {
        return drafts.isEmpty();
    }

    private @Nullable Frame inFeed(
            Vocabulary vocabulary, String name, Attributes attributes, String base, String lang) {
        if (!vocabulary.isCore()) {
            if (vocabulary == Vocabulary.DUBLIN && name.equals("language")) {
                keep(Capture.Kind.PLAIN, base, text -> feed.language = text.value());
            }
            if (vocabulary == Vocabulary.DUBLIN && name.equals("creator")) {
                keep(Capture.Kind.PLAIN, base, text -> feed.author(text.plain(MAX_AUTHOR)));
            }
            return null;
        }
        if (feed.language.isEmpty()) {
            feed.language = lang;
        }
        switch (name) {
            case "channel" -> {
                feed.about(attributes.value("rdf:about"));
                return new Frame(Place.FEED, base, lang, null);
            }
            case "item", "entry" -> {
                if (drafts.size() >= MAX_ENTRIES) {
                    skipped++;
                    return null;
                }
                Draft draft = new Draft();
                draft.about(attributes.value("rdf:about"));
                drafts.add(draft);
                return new Frame(Place.ENTRY, base, lang, draft);
            }
            case "author" -> {
                return new Frame(Place.PERSON, base, lang, feed);
            }
            case "title" -> keep(kind(vocabulary, attributes), base, feed::title);
            case "id" -> keep(Capture.Kind.PLAIN, base, text -> feed.id(text.value().strip()));
            case "language" -> keep(Capture.Kind.PLAIN, base, text -> feed.language = text.value());
            case "link" -> link(attributes, base, feed);
            default -> {
                return null;
            }
        }
        return null;
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
            case DUBLIN -> {
                switch (name) {
                    case "creator" ->
                            keep(
                                    Capture.Kind.PLAIN,
                                    base,
                                    text -> draft.author(text.plain(MAX_AUTHOR)));
                    case "date" -> date(base, draft::general);
                    case "issued", "available" -> date(base, draft::published);
                    case "modified" -> date(base, draft::updated);
                    case "created" -> date(base, draft::general);
                    case "title" -> keep(Capture.Kind.MARKUP, base, draft::spareTitle);
                    case "description", "abstract" ->
                            keep(Capture.Kind.MARKUP, base, draft::spareSummary);
                    case "identifier" ->
                            keep(Capture.Kind.PLAIN, base, t -> draft.spareId(t.value().strip()));
                    case "language" ->
                            keep(Capture.Kind.PLAIN, base, text -> draft.language(text.value()));
                    default -> {
                        return null;
                    }
                }
            }
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
                    case "author" ->
                            keep(
                                    Capture.Kind.PLAIN,
                                    base,
                                    text -> draft.spareAuthor(text.plain(MAX_AUTHOR)));
                    case "summary" -> keep(Capture.Kind.MARKUP, base, draft::spareSummary);
                    default -> {
                        return null;
                    }
                }
            }
            case MEDIA -> {
                return inMedia(vocabulary, name, attributes, frame, base);
            }
            case OTHER -> {
                return null;
            }
        }
        return null;
    }

    private @Nullable Frame inCoreEntry(
            Vocabulary vocabulary, String name, Attributes attributes, Frame frame, String base) {
        Draft draft = draft(frame);
        switch (name) {
            case "title" -> keep(kind(vocabulary, attributes), base, draft::title);
            case "link" -> link(attributes, base, draft);
            case "id" -> keep(Capture.Kind.PLAIN, base, text -> draft.id(text.value().strip()));
            case "guid" -> {
                boolean isLink = !attributes.value("isPermaLink").equalsIgnoreCase("false");
                keep(Capture.Kind.PLAIN, base, text -> draft.guid(text.value().strip(), isLink));
            }
            case "description", "summary", "tagline" ->
                    keep(kind(vocabulary, attributes), base, draft::summary);
            case "content", "fullitem", "body" -> {
                draft.source(attributes.value("src"), base);
                keep(kind(vocabulary, attributes), base, draft::content);
            }
            case "pubdate", "published", "issued" -> date(base, draft::published);
            case "updated", "modified" -> date(base, draft::updated);
            case "created", "date" -> date(base, draft::general);
            case "author", "creator" -> {
                if (vocabulary == Vocabulary.ATOM) {
                    return new Frame(Place.PERSON, base, frame.language(), draft);
                }
                // RSS writes an address or a name here, a feed without namespaces perhaps a person
                keep(Capture.Kind.PERSON, base, text -> draft.author(text.plain(MAX_AUTHOR)));
            }
            case "item", "entry" -> { // the one before was never closed
                return inFeed(vocabulary, name, attributes, base, frame.language());
            }
            default -> {
                return null;
            }
        }
        return null;
    }

    private @Nullable Frame inPerson(String name, Frame frame, String base) {
        if (name.equals("name")) {
            Draft draft = draft(frame);
            keep(Capture.Kind.PLAIN, base, text -> draft.author(text.plain(MAX_AUTHOR)));
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
        return switch (name) {
            case "group", "content" -> new Frame(Place.MEDIA, base, frame.language(), draft);
            case "title", "description", "credit", "text" -> {
                Capture.Kind kind =
                        attributes.value("type").equals("html")
                                ? Capture.Kind.MARKUP
                                : Capture.Kind.PLAIN;
                keep(kind, base, text -> draft.caption(text.plain(MAX_CAPTION)));
                yield null;
            }
            default -> null;
        };
    }

    private void link(Attributes attributes, String base, Draft draft) {
        String href = attributes.value("href");
        if (!href.isEmpty()) {
            String relation = attributes.value("rel");
            if (relation.isEmpty() || relation.equals("alternate")) {
                draft.link(href, base);
            }
            return; // passed over: an Atom link has no content
        }
        keep(Capture.Kind.PLAIN, base, text -> draft.link(text.value().strip(), base));
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

    private void keep(Capture.Kind kind, String base, Capture.Target target) {
        capture = new Capture(kind, base, target);
    }

    /// How the content of a text element is to be read.
    private static Capture.Kind kind(Vocabulary vocabulary, Attributes attributes) {
        String type = attributes.value("type");
        if (vocabulary != Vocabulary.ATOM && type.isEmpty()) {
            return Capture.Kind.MARKUP; // RSS says nothing, and holds HTML more often than not
        }
        return switch (attributes.value("mode")) { // Atom 0.3
            case "escaped" -> isMarkup(type) ? Capture.Kind.MARKUP : Capture.Kind.PLAIN;
            case "xml" -> isMarkup(type) ? Capture.Kind.ELEMENTS : Capture.Kind.PLAIN;
            case "base64" -> Capture.Kind.BASE64;
            default ->
                    switch (type) {
                        case "html", "text/html" -> Capture.Kind.MARKUP;
                        case "xhtml", "application/xhtml+xml" -> Capture.Kind.ELEMENTS;
                        default -> Capture.Kind.PLAIN;
                    };
        };
    }

    private static boolean isMarkup(String type) {
        return type.contains("html") || type.endsWith("xml");
    }

    private static Draft draft(Frame frame) {
        return Objects.requireNonNull(frame.draft(), "a place within an entry");
    }
}
