package org.quietbell.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {
    private static final Typefaces TYPEFACES = new Typefaces();
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    private final Legible legible = new Legible(TYPEFACES);
    private final Shaper shaper = new Shaper(TYPEFACES);

    private static byte[] paper(String... texts) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Paper paper = new Paper(TYPEFACES, "Timeline 1", "en", AT, page -> "page " + page)) {
            paper.title("Everything");
            for (String text : texts) {
                paper.section("A part");
                paper.field("text", text);
            }
            paper.write(to);
        }
        return to.toByteArray();
    }

    /// The glyphs of a line as the characters they are drawn for, from left to right.
    private String drawn(String line) {
        return shaper.line(line, Shaper.runsLeft(line)).runs().stream()
                .map(Shaped.Run::text)
                .collect(Collectors.joining());
    }

    @Test
    void everyCharacterIsSeenAlsoWhatShowsNothingAndWhatNoFontHas() {
        assertThat(legible.text("a\u200bb\u202ec\u0007\t|\r\nd\re"))
                .isEqualTo("a[U+200B]b[U+202E]c[U+0007]    |\nd[U+000D]e");
        assertThat(legible.text("\uD83D\uDD14")).isEqualTo("[U+1F514 BELL]");
        assertThat(legible.text("\uE000 \uD800 \u3164")).isEqualTo("[U+E000] [U+D800] [U+3164]");
        assertThat(legible.text("Zoë, Зоя, Ζωή, 李, 한, क, ไ, አ, \u2603"))
                .isEqualTo("Zoë, Зоя, Ζωή, 李, 한, क, ไ, አ, \u2603");
    }

    @Test
    void signsThatJoinLettersAreKeptWhereAScriptIsSpelledWithThemOnly() {
        assertThat(legible.text("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
        assertThat(legible.text("क्\u200dष")).isEqualTo("क्\u200dष");
        assertThat(legible.text("pay\u200dpal")).isEqualTo("pay[U+200D]pal");
    }

    @Test
    void everyLetterBelowU10000HasAGlyphOrIsWrittenAsItsCodePoint() {
        for (int codePoint = 0x20; codePoint < 0x10000; codePoint++) {
            String text = legible.text(Character.toString(codePoint));
            boolean isDrawn =
                    text.codePoints()
                            .allMatch(c ->
                                    c == '\n'
                                            || TYPEFACES
                                                    .of(c)
                                                    .map(face -> TYPEFACES.get(face).glyph(c) != 0)
                                                    .orElse(false));
            assertThat(isDrawn).as("U+%04X", codePoint).isTrue();
        }
    }

    @Test
    void hebrewIsTurnedAndNumbersInItAreNot() {
        assertThat(drawn("נועה 12")).isEqualTo("12 העונ");
        assertThat(drawn("by נועה, on (לוי)")).isEqualTo("by העונ, on (יול)");
    }

    @Test
    void arabicLettersAreJoinedTurnedAndKeepTheirVowels() {
        assertThat(drawn("بيت")).isEqualTo("\ufe96\ufef4\ufe91");
        assertThat(drawn("لا")).isEqualTo("\ufefb");
        assertThat(drawn("بَ")).isEqualTo("\ufe8f\u064e");
    }

    @Test
    void devanagariLettersAreJoinedByTheFont() {
        Shaped.Run run = shaper.line("क्ष", false).runs().getFirst();

        assertThat(run.face()).isEqualTo(Face.DEVANAGARI);
        assertThat(run.glyphs()).hasSize(1);
    }

    @Test
    void aTamilVowelStandsBeforeItsConsonant() {
        Typeface tamil = TYPEFACES.get(Face.TAMIL);

        assertThat(shaper.line("கெ", false).runs().getFirst().glyphs())
                .containsExactly(tamil.glyph('\u0bc6'), tamil.glyph('\u0b95'));
    }

    @Test
    void linesKeepEveryCharacterWhateverTheText() {
        Lines lines = new Lines(TYPEFACES);
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            String text = legible.text(randomText(random));

            List<String> broken = lines.of(text, 2_000 + random.nextInt(30_000));

            assertThat(String.join("", broken).replace(" ", ""))
                    .as("seed " + seed)
                    .isEqualTo(text.replace("\n", "").replace(" ", ""));
        }
    }

    @Test
    void whateverTheTextAPaperIsMade() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            byte[] made = paper(randomText(new Random(seed)), randomText(new Random(-seed)));
            try (PDDocument read = Loader.loadPDF(made)) {
                assertThat(read.getNumberOfPages()).as("seed " + seed).isPositive();
            }
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int[] starts = {0x20, 0x60, 0x370, 0x400, 0x590, 0x620, 0x900, 0xB80, 0xE00, 0x1000};
        int[] more = {0x2000, 0x4E00, 0xAC00, 0xD7F0, 0xFB50, 0xFE70, 0x1D400, 0x1F300, 0x0A};
        for (int i = random.nextInt(400); i >= 0; i--) {
            int start =
                    random.nextBoolean()
                            ? starts[random.nextInt(starts.length)]
                            : more[random.nextInt(more.length)];
            text.appendCodePoint(start == 0x0A ? start : start + random.nextInt(0x60));
        }
        return text.toString();
    }

    @Test
    void twoLettersThatLookTheSameAreNotTakenForEachOtherWhenCopied() throws IOException {
        String latinAndCyrillic = "paypal \u0440\u0430\u0443\u0440\u0430l \u00a0|";

        try (PDDocument read = Loader.loadPDF(paper(latinAndCyrillic))) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("\u0440\u0430\u0443\u0440\u0430l");
        }
    }

    @Test
    void aLongTextGoesOnOverPagesAndEachHasItsNumber() throws IOException {
        String text = "word ".repeat(6_000);

        try (PDDocument read = Loader.loadPDF(paper(text))) {
            String all = new PDFTextStripper().getText(read);

            assertThat(read.getNumberOfPages()).isGreaterThan(5);
            assertThat(all.split("word", -1)).hasSize(6_001);
            assertThat(all).contains("page 1", "page " + read.getNumberOfPages());
        }
    }

    @Test
    void nothingInItActsOrIsFetched() throws IOException {
        try (PDDocument read = Loader.loadPDF(paper("https://forum.example/t/1 javascript:x"))) {
            for (PDPage page : read.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                assertThat(page.getActions()).isNotNull();
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
            COSDictionary catalog = read.getDocumentCatalog().getCOSObject();
            assertThat(Stream.of("OpenAction", "AA", "Names", "AcroForm", "URI", "AF", "Outlines"))
                    .noneMatch(name -> catalog.containsKey(COSName.getPDFName(name)));
            for (COSObject object : objects(read)) {
                assertThat(String.valueOf(object.getObject()))
                        .doesNotContain("/URI", "/Launch", "/GoToR", "/JavaScript", "/Image");
            }
        }
    }

    private static List<COSObject> objects(PDDocument read) {
        return read.getDocument().getXrefTable().keySet().stream()
                .map(read.getDocument()::getObjectFromPool)
                .toList();
    }

    @Test
    void theSameTextGivesTheSameBytes() throws IOException {
        String text = "Zoë 李 ليلى क्ष \uD83D\uDD14";

        assertThat(new String(paper(text), StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(paper(text), StandardCharsets.ISO_8859_1));
    }
}
