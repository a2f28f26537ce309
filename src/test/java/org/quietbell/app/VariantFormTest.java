package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.config.Secret;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Variant;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

class VariantFormTest {
    private static final WatchId ID = new WatchId("p");

    private final Words words = Words.of(Locale.ENGLISH);
    private final List<String> said = new ArrayList<>();

    private Watch asked(boolean person, Optional<Watch> present, String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        Terminal terminal =
                new Terminal() {
                    @Override
                    public PrintWriter answers() {
                        return new PrintWriter(java.io.Writer.nullWriter());
                    }

                    @Override
                    public void say(String line) {
                        said.add(line);
                    }

                    @Override
                    public Optional<String> ask(String question) {
                        said.add(question);
                        return Optional.ofNullable(left.poll());
                    }

                    @Override
                    public Optional<Secret> askHidden(String question) {
                        throw new AssertionError();
                    }

                    @Override
                    public boolean isPerson() {
                        return person;
                    }

                    @Override
                    public byte[] read(String path) {
                        throw new AssertionError();
                    }

                    @Override
                    public void write(String path, byte[] bytes) {
                        throw new AssertionError();
                    }
                };
        return WatchForm.ask(new Prompts(terminal, words), ID, new CaseId("p"), present);
    }

    @Test
    @Covers("R6.7")
    void asksAPersonOnceWhichWaysToWriteTheNameShallNotCount() {
        Watch watch = asked(true, Optional.empty(), "Elizabeth Quellhorst", "", "", "", "", "3, 7");

        assertThat(watch.without()).isEqualTo(Set.of(Variant.NICKNAMES, Variant.RUN_TOGETHER));
        assertThat(said).anyMatch(line -> line.contains("#ElizabethQuellhorst"));
        assertThat(VariantForm.lines(watch, words))
                .contains("3. a short form of the first name: does not count");
    }

    @Test
    void keepsWhatWasChosenOnAnEmptyAnswerAndLetsAllCountAgainOnZero() {
        Watch watch = asked(true, Optional.empty(), "Elizabeth Quellhorst", "", "", "", "", "3");

        assertThat(asked(true, Optional.of(watch), "", "", "", "", "", "").without())
                .isEqualTo(Set.of(Variant.NICKNAMES));
        assertThat(asked(true, Optional.of(watch), "", "", "", "", "", "0").without()).isEmpty();
    }

    @Test
    void asksAScriptNothingMoreThanBefore() {
        assertThat(asked(false, Optional.empty(), "Elizabeth Quellhorst", "", "", "", "").without())
                .isEmpty();
        assertThat(said).noneMatch(line -> line.contains("should not count"));
    }

    @Test
    void takesNoOtherNumbers() {
        assertThatThrownBy(() ->
                        asked(
                                true,
                                Optional.empty(),
                                "Elizabeth Quellhorst",
                                "",
                                "",
                                "",
                                "",
                                "9",
                                "x",
                                "-1"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void carriesTheChoiceThroughExportAndImport() {
        Watch watch = asked(true, Optional.empty(), "Elizabeth Quellhorst", "", "", "", "", "3, 7");

        assertThat(WatchForm.read(WatchForm.json(watch), ID, new CaseId("p"))).isEqualTo(watch);
    }
}
