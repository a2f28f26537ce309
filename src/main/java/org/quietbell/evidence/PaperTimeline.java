package org.quietbell.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quietbell.paper.Paper;
import org.quietbell.paper.Typefaces;
import org.quietbell.words.Words;

/// All entries in the order of time, to print: PDF files of a bounded number of entries, so that
/// neither making one nor opening one takes much memory. They tell what [Timeline] tells.
final class PaperTimeline {
    /// How many entries one file holds.
    static final int ENTRIES = 250;

    private final Export export;
    private final Words words;
    private final Shelf shelf;
    private final Typefaces typefaces = new Typefaces();
    private @Nullable Paper paper;
    private int number;
    private int entries;

    /// Where the files go.
    interface Shelf {
        /// Puts one there, before the next begins.
        void put(String name, Content content) throws IOException;
    }

    /// Writes one file.
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    PaperTimeline(Export export, Words words, Shelf shelf) {
        this.export = export;
        this.words = words;
        this.shelf = shelf;
    }

    /// Makes them all.
    void write() throws IOException {
        try {
            export.each(this::add);
            finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (paper != null) {
                paper.close();
            }
        }
    }

    private void add(Entry entry) {
        if (entries == ENTRIES) {
            finish();
        }
        Paper to = paper == null ? begin(entry.seq()) : paper;
        Told told = Told.of(entry, words, export.cover().zone());
        to.section(told.heading());
        told.lines().forEach(line -> to.field(line.name(), line.text()));
        entries++;
    }

    private Paper begin(long first) {
        number++;
        entries = 0;
        Paper begun =
                new Paper(
                        typefaces,
                        words.say("pack.paper", number),
                        words.language().tag(),
                        export.cover().at(),
                        foot(number));
        paper = begun;
        begun.title(words.say("pack.timeline"));
        long last = Math.min(first + ENTRIES - 1, export.head().seq());
        begun.paragraph(words.say("pack.paper.part", first, last, export.head().seq()));
        begun.paragraph(
                words.say("pack.cover.made")
                        + ": "
                        + export.cover().at()
                        + " ("
                        + Told.local(export.cover().at(), export.cover().zone())
                        + ")");
        begun.paragraph(words.say("pack.cover.head") + ": " + export.head().text());
        return begun;
    }

    private java.util.function.IntFunction<String> foot(int part) {
        return page -> words.say("pack.paper.page", part, page);
    }

    private void finish() {
        Paper done = paper;
        if (done == null) {
            return;
        }
        try {
            done.paragraph(words.say("pack.paper.end", number));
            shelf.put(String.format(Locale.ROOT, "timeline-%03d.pdf", number), done::write);
            done.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paper = null;
        entries = 0;
    }
}
