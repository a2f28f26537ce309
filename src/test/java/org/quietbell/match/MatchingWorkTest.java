package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.json.Json;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// Whatever a page holds, judging it neither fails nor takes more steps than the text is long.
class MatchingWorkTest {
    private static final int MOST_STEPS_A_WORD = 40;

    private static final List<Watch> WATCHES =
            List.of(
                    watch("Anna Anna", List.of("Ana Anna Anne"), "anna"),
                    watch("A B C D", List.of(), "a.b"),
                    watch("Mira van der Quellhorst", List.of("Мира Квельхорст"), "mira_q"),
                    watch("Yusuf al-Tarnwicki", List.of("يوسف", "郭曉蘭", "백지현"), "1l1l"));

    private final Matching matching = Matching.of(WATCHES);

    private static Watch watch(String name, List<String> aliases, String handle) {
        return new Watch(
                new WatchId(handle),
                new CaseId("c"),
                name,
                aliases,
                List.of(Handle.parse(handle)),
                List.of("Anna", "Fernhaven College"),
                List.of("and"),
                List.of("Maxime Quellhorst"),
                Details.none());
    }

    private static Finding finding(String text) {
        return new Finding(
                "",
                text,
                text,
                "https://a.example/" + text,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void judgesAnyCharactersWithoutFailing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder made = new StringBuilder();
            int range = random.nextInt(4) == 0 ? 0x110000 : 1 << (4 + random.nextInt(12));
            for (int i = random.nextInt(40); i > 0; i--) {
                made.appendCodePoint(random.nextInt(range));
            }
            String text = made.toString();

            assertThat(matching.judge(finding(text))).as("seed %d", seed).isNotNull();
            assertThat(Markup.text(text)).as("seed %d", seed).isNotNull();
            assertThat(Disguise.undone(text)).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void judgesMarkupSoupWithoutFailing() {
        String[] pieces = {
            "<",
            ">",
            "</",
            "<b",
            "<td>",
            "&",
            "&amp;",
            "&lt;",
            "&#",
            "&#x6",
            ";",
            "\"",
            "Anna",
            " ",
            "Mira",
            "<wbr>",
            "<br/>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "M1ra",
            "@",
            "A B C D",
            "!"
        };
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ExplainMatch explain = new ExplainMatch(Reason::key);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder soup = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                soup.append(pieces[random.nextInt(pieces.length)]);
            }
            Json watch = Json.object().put("name", "Anna Quellhorst").build();
            Json line = Json.object().put("watch", watch).put("text", soup.toString()).build();

            assertThat(explain.line(line.line())).as("seed %d", seed).contains("\"verdict\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "Anna ",
                "A B C D ",
                "A.B-C_D ",
                "1l",
                "Mira van der ",
                "&amp;amp;",
                "<b>",
                "@",
                "anna.",
                "Anna, ",
                "and Anna & ",
                "ä",
                "الـ",
                "美",
                "가",
                "a\u0301",
                "Анна ",
                "T e s t "
            })
    void takesStepsByTheLengthOfTheText(String repeated) {
        String text = repeated.repeat(40_000 / repeated.length());
        Vocabulary vocabulary = new Vocabulary();
        WordLists.STANDARD.markIn(vocabulary);
        Sounds sounds = new Sounds();
        FormIndex forms = new FormIndex(vocabulary);
        HandleIndex handles = new HandleIndex(WordLists.STANDARD);
        List<Watched> watched = new ArrayList<>();
        for (Watch watch : WATCHES) {
            watched.add(
                    Watched.of(
                            watch,
                            Labelled.NONE,
                            watched.size(),
                            vocabulary,
                            sounds,
                            forms,
                            handles,
                            WordLists.STANDARD));
        }
        forms.frozen();
        Tokens tokens = Tokens.reading(vocabulary, sounds).read(text);
        Finder finder = new Finder(forms, tokens).find();

        assertThat(tokens.count).isLessThanOrEqualTo(text.length());
        assertThat(finder.steps()).isLessThanOrEqualTo(MOST_STEPS_A_WORD * (tokens.count + 1));
        assertThat(matching.judge(finding(text))).isNotNull();
    }

    @Test
    void judgesAMillionOfOneLetterWithoutFailing() {
        assertThat(matching.judge(finding("a".repeat(1 << 20)))).isEmpty();
    }

    @Test
    void takesNoMoreStepsThanTheTextHasWordsHoweverManyPeopleAreWatched() {
        assertThat(steps(20)).isLessThanOrEqualTo(16);
        assertThat(steps(2_000)).isLessThanOrEqualTo(16);
    }

    private static int steps(int people) {
        InventedPeople few = new InventedPeople(people);
        Vocabulary vocabulary = new Vocabulary();
        WordLists.STANDARD.markIn(vocabulary);
        Sounds sounds = new Sounds();
        FormIndex forms = new FormIndex(vocabulary);
        HandleIndex handles = new HandleIndex(WordLists.STANDARD);
        for (Watch watch : few.watches()) {
            Watched.of(
                    watch,
                    Labelled.NONE,
                    0,
                    vocabulary,
                    sounds,
                    forms,
                    handles,
                    WordLists.STANDARD);
        }
        forms.frozen();
        Tokens tokens = Tokens.reading(vocabulary, sounds);
        tokens.read("The minutes of the meeting were read by the chair and found to be in order. ");
        return new Finder(forms, tokens).find().steps();
    }
}
