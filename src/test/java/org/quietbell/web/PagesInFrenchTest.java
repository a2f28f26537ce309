package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.hit.HitId;
import org.quietbell.notice.Pause;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;
import org.quietbell.words.Words;

/// The pages where French was chosen.
class PagesInFrenchTest {
    private static final Speech FRENCH = new Speech(Optional.of(Language.FR));

    private final FakeDesk desk = new FakeDesk();
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    private final Visitor visitor = new Visitor(server.address());

    @BeforeEach
    void speak() {
        desk.speech = FRENCH;
        desk.inside.words = FRENCH.words();
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    /// Whatever a page shows or has read out, one piece after another.
    private static List<String> said(String page) {
        Document document = Jsoup.parse(page);
        List<String> said = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            said.add(element.ownText());
            said.add(element.attr("aria-label"));
        }
        return said;
    }

    /// The parts of English sentences that are two words or more, and English labels.
    private static Set<String> english() {
        Words english = Words.of(Language.EN);
        Words french = Words.of(Language.FR);
        Set<String> parts = new TreeSet<>();
        for (String key : english.keys()) {
            String sentence = english.raw(key);
            if (!sentence.equals(french.raw(key))) {
                Stream.of(sentence.split("\\{[^}]*\\}", -1))
                        .map(String::strip)
                        .filter(part -> part.matches(".*\\p{L}{2,}\\P{L}+\\p{L}{2,}.*"))
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    @Test
    void noPageSaysAnythingInEnglish() {
        HitId id = desk.inside.add("b", "Titre", "Texte", "https://forum.example.org/t/1");
        desk.inside.pauses.add(
                new Pause(Optional.empty(), desk.clock.instant(), Optional.empty(), false));
        List<String> pages = new ArrayList<>();
        pages.add(visitor.get("/enter").body());
        pages.add(
                visitor.post("/enter", Map.of("token", visitor.token(), "passphrase", "wrong"))
                        .body());
        visitor.enter(FakeDesk.PASSPHRASE);
        String item = "/n/" + id;
        HitId kept = desk.inside.add("c", "Titre", "Texte", "https://forum.example.org/t/2");
        RecordScene scene = RecordScene.in(desk.inside, desk, kept, "Texte");
        for (String path : scene.paths(kept, id)) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            pages.add(answer.body());
        }
        int before = pages.size();
        for (String path :
                List.of(
                        "/",
                        "/list",
                        "/list?of=earlier",
                        "/waiting",
                        "/pace",
                        "/places",
                        "/ways",
                        "/ways/new/email",
                        "/browser",
                        "/first/hear",
                        "/first/name",
                        "/first/check",
                        "/first/places",
                        item + "/other",
                        "/pace/helper",
                        "/looking",
                        "/looking/words",
                        item,
                        item + "/site",
                        item + "/text",
                        item + "/address",
                        "/n/aaaaaaaaaaaaaaaa",
                        "/nowhere")) {
            pages.add(visitor.get(path).body());
        }

        for (String page : pages) {
            assertThat(page).contains("<html lang=\"fr\">");
            assertThat(said(page)).allSatisfy(piece -> assertThat(piece).doesNotContain(english()));
        }
        assertThat(pages.get(before + 1))
                .contains("22 novembre", "sur un forum", "Partir maintenant");
    }

    @ParameterizedTest
    @CsvSource({"en-GB,en,Type the passphrase", "es,es,Escriba la frase", "de,fr,Tapez la phrase"})
    void theDoorSpeaksAsTheBrowserWishes(String wish, String language, String sentence) {
        String door =
                visitor.send("GET", "/enter", Map.of(), Map.of("Accept-Language", wish)).body();

        assertThat(door).contains("<html lang=\"" + language + "\">", sentence);
    }

    @Test
    void insideItIsTheChosenLanguageWhateverTheBrowserWishes() {
        visitor.enter(FakeDesk.PASSPHRASE);

        assertThat(visitor.send("GET", "/", Map.of(), Map.of("Accept-Language", "es")).body())
                .contains("<html lang=\"fr\">", "Partir maintenant");
    }

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/jte"))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHoldsWordsOfItsOwn(Path template) throws IOException {
        String text =
                Files.readString(template)
                        .lines()
                        .filter(line -> !line.startsWith("@"))
                        .reduce("", (all, line) -> all + line + "\n");
        String shown = Jsoup.parse(text.replaceAll("\\$\\{[^}]*\\}", "")).text();

        assertThat(shown).doesNotContainPattern("\\p{L}");
        assertThat(text).doesNotContainPattern("(aria-label|title|alt|placeholder)=\"[^$\"]");
    }
}
