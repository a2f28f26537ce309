package org.quietbell.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A document of headings, paragraphs and named fields, written from top to bottom as a tagged PDF.
///
/// It has no link, no script, no attachment, no picture and no form, and every font in it is
/// embedded. What no font has is printed as its code point. The same calls give the same bytes. The
/// page is that of A4, and what stands on it fits on Letter too. All of it is kept in memory until
/// it is written: some 10 KiB a page. For one thread.
public final class Paper implements AutoCloseable {
    private static final float LEFT = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 60;
    private static final float BOTTOM = 76;
    private static final float FOOT = 54;
    private static final float NAMES = 94;
    private static final float GRAY = 0.25f;
    private static final float ROOM_AFTER_HEADING = 62;

    private final Typefaces typefaces;
    private final Legible legible;
    private final Lines lines;
    private final Shaper shaper;
    private final IntFunction<String> foot;
    private final PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache());
    private final Structure structure = new Structure();
    private final Map<Face, Alphabet> used = new EnumMap<>(Face.class);
    private final List<PDPage> pages = new ArrayList<>();
    private final PDResources resources = new PDResources();
    private Drawn drawn = new Drawn();
    private float y;

    /// Begins a document.
    ///
    /// @param title shown by readers instead of the file's name
    /// @param language its tag, e.g. `fr`
    /// @param at when it says that it was made
    /// @param foot what stands at the foot of a page, by its number from 1
    public Paper(
            Typefaces typefaces,
            String title,
            String language,
            Instant at,
            IntFunction<String> foot) {
        this.typefaces = typefaces;
        this.legible = new Legible(typefaces);
        this.lines = new Lines(typefaces);
        this.shaper = new Shaper(typefaces);
        this.foot = foot;
        PDDocumentInformation said = new PDDocumentInformation();
        said.setTitle(title);
        said.setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(said);
        document.setDocumentId(at.toEpochMilli());
        document.getDocumentCatalog().setLanguage(language);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        turnPage();
    }

    /// The heading of all of it.
    public void title(String text) {
        block("H1", text, 16, 0, 0);
        y -= 8;
    }

    /// Text over the whole width.
    public void paragraph(String text) {
        structure.outside();
        block("P", text, 9.5f, 0, 0);
        y -= 4;
    }

    /// Begins a part under a heading, which never stands alone at the foot of a page.
    public void section(String heading) {
        if (y - ROOM_AFTER_HEADING < BOTTOM) {
            turnPage();
        }
        structure.section();
        y -= 8;
        drawn.beginArtifact();
        drawn.rule(LEFT, y, WIDTH);
        drawn.end();
        y -= 4;
        block("H2", heading, 11.5f, 0, 0);
        y -= 2;
    }

    /// A name, and beside it what there is to say.
    public void field(String name, String text) {
        Structure.Part part = structure.part("P");
        List<String> names = broken(name + ":", 8.5f, NAMES - 8);
        List<String> values = broken(text, 9.5f, WIDTH - NAMES);
        boolean runsLeft = Shaper.runsLeft(text);
        int count = Math.max(names.size(), values.size());
        int at = 0;
        while (at < count) {
            int end = at + fitting(count - at, 9.5f);
            drawn.begin("P", part.piece(pages.getLast()));
            for (; at < end; at++) {
                y -= leading(9.5f);
                if (at < names.size()) {
                    line(names.get(at), 8.5f, LEFT, NAMES, false, GRAY);
                }
                if (at < values.size()) {
                    line(values.get(at), 9.5f, LEFT + NAMES, WIDTH - NAMES, runsLeft, 0);
                }
            }
            drawn.end();
        }
    }

    private void block(String role, String text, float size, float indent, float gray) {
        Structure.Part part = structure.part(role);
        List<String> all = broken(text, size, WIDTH - indent);
        boolean runsLeft = Shaper.runsLeft(text);
        int at = 0;
        while (at < all.size()) {
            int end = at + fitting(all.size() - at, size);
            drawn.begin(role, part.piece(pages.getLast()));
            for (; at < end; at++) {
                y -= leading(size);
                line(all.get(at), size, LEFT + indent, WIDTH - indent, runsLeft, gray);
            }
            drawn.end();
        }
    }

    private List<String> broken(String text, float size, float width) {
        return lines.of(legible.text(text), Math.round(width * 1000 / size));
    }

    private static float leading(float size) {
        return size * 1.4f;
    }

    /// How many of so many lines this page takes; it is turned if it takes none.
    private int fitting(int count, float size) {
        if (y - leading(size) < BOTTOM) {
            turnPage();
        }
        return Math.min(count, (int) ((y - BOTTOM) / leading(size)));
    }

    private void line(String text, float size, float x, float width, boolean runsLeft, float gray) {
        Shaped shaped = shaper.line(text, runsLeft);
        float room = runsLeft ? Math.max(0, width - shaped.width() * size / 1000) : 0;
        drawn.text(x + room, y, gray);
        for (Shaped.Run run : shaped.runs()) {
            boolean tells = used.computeIfAbsent(run.face(), _ -> new Alphabet()).add(run);
            if (!tells) {
                drawn.spoken(run.text());
            }
            drawn.glyphs(fontName(run.face()), size, run.glyphs());
            if (!tells) {
                drawn.end();
            }
        }
        drawn.endText();
    }

    private static String fontName(Face face) {
        return face.name();
    }

    private void turnPage() {
        finishPage();
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        pages.add(page);
        structure.page(page);
        y = TOP;
    }

    private void finishPage() {
        if (pages.isEmpty()) {
            return;
        }
        float under = y;
        y = FOOT;
        drawn.beginArtifact();
        line(legible.text(foot.apply(pages.size())), 8, LEFT, WIDTH, false, GRAY);
        drawn.end();
        y = under;
        try {
            pages.getLast()
                    .setContents(
                            new PDStream(
                                    document,
                                    new ByteArrayInputStream(drawn.bytes()),
                                    COSName.FLATE_DECODE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drawn = new Drawn();
    }

    /// Ends the document and writes it. Nothing can be added after.
    ///
    /// @throws IOException if the stream fails
    public void write(OutputStream to) throws IOException {
        finishPage();
        document.getDocumentCatalog()
                .setStructureTreeRoot(new PDStructureTreeRoot(structure.whole()));
        for (Map.Entry<Face, Alphabet> face : used.entrySet()) {
            resources.put(
                    COSName.getPDFName(fontName(face.getKey())),
                    embedded(face.getKey(), face.getValue()));
        }
        document.save(to, CompressParameters.DEFAULT_COMPRESSION);
    }

    /// The part of a font that is used.
    private PDType0Font embedded(Face face, Alphabet alphabet) throws IOException {
        PDType0Font font = PDType0Font.load(document, typefaces.get(face).font(), true);
        font.addGlyphsToSubset(alphabet.glyphs());
        font.subset();
        font.getCOSObject()
                .setItem(
                        COSName.TO_UNICODE,
                        new PDStream(
                                document,
                                new ByteArrayInputStream(alphabet.toUnicode()),
                                COSName.FLATE_DECODE));
        return font;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
