package org.quietbell.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Collects a feed from the elements of any of the XML formats, as a reader meets them one by one.
///
/// It keeps the dozen fields that are used and passes over all else, so that its memory is that of
/// the entries. Addresses of images, other media and enclosures are never even looked at. One
/// object reads one feed; not safe for many threads.
final class FeedBuilder {
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

    /// Attributes of an element.
    interface Attributes {
        /// @param name as written, with `xml:` or `rdf:` where it has such a prefix; its case does
        ///   not matter
        /// @return empty if there is none
        String value(String name);

        /// All that have no prefix, by name in lower case.
        void each(BiConsumer<String, String> taker);
    }

    private final FeedElements elements = new FeedElements();
    private final Deque<FeedElements.Frame> frames = new ArrayDeque<>();
    private final boolean mending;
    private String rootSpace = "";
    private int passing; // depth within an element that is passed over
    private boolean passingEmpty; // and that has no content of its own
    private @Nullable Capture capture;

    /// @param base what relative addresses stand against
    /// @param mending whether the elements are those of broken XML: then what nobody closed is
    ///   closed where the next thing begins, and controls are dropped
    FeedBuilder(String base, boolean mending) {
        this.mending = mending;
        frames.push(new FeedElements.Frame(FeedElements.Place.OUTSIDE, base, "", null));
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
        FeedElements.Frame frame = frames.element();
        if (frame.place() == FeedElements.Place.OUTSIDE) {
            rootSpace = space;
        }
        Vocabulary vocabulary = Vocabulary.of(space, prefix, rootSpace);
        String base = attributes.value("xml:base");
        base = base.isEmpty() ? frame.base() : Links.absolute(base, frame.base());
        String language = attributes.value("xml:lang");
        language = language.isEmpty() ? frame.language() : language;
        FeedElements.Frame below =
                elements.below(frame, vocabulary, name, attributes, base, language);
        capture = elements.begun();
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
        return elements.document(broken, remark);
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }
}
