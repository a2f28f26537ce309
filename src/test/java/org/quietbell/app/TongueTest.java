package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.SecretFiles;
import org.quietbell.config.Secret;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;
import org.quietbell.words.Words;

/// In which language commands speak and understand.
class TongueTest {
    @TempDir Path folder;

    private Speech spoken(String settings) throws IOException {
        Path file = folder.resolve("quietbell.yaml");
        SecretFiles.write(file, settings);
        Options options = new Options();
        options.config(file);
        options.data(folder);
        return Tongue.of(options, Map.of());
    }

    @Test
    @Covers("R1.5")
    void isEnglishWhereNobodyEverChose() throws IOException {
        assertThat(spoken("profile: personal\n")).isEqualTo(Speech.NOT_CHOSEN);
        assertThat(Tongue.of(new Options(), Map.of("HOME", folder.toString())))
                .isEqualTo(Speech.NOT_CHOSEN);
    }

    @Test
    void theSettingsFileStandsAboveWhatSetupWasTold() throws IOException {
        Tongue.remember(folder, Language.ES);

        assertThat(spoken("profile: personal\n").chosen()).contains(Language.ES);
        assertThat(spoken("language: fr\n").chosen()).contains(Language.FR);
    }

    @Test
    void settingsThatAreWrongAndNotesThatSayNothingChooseNothing() throws IOException {
        assertThat(spoken("language: fr\ntypo: 1\n")).isEqualTo(Speech.NOT_CHOSEN);

        Files.writeString(folder.resolve("language"), "klingon");
        assertThat(spoken("profile: personal\n")).isEqualTo(Speech.NOT_CHOSEN);
    }

    @ParameterizedTest
    @CsvSource({
        "EN,yes,true", "EN,Y,true", "EN,oui,false", "EN,no,false", "FR,oui,true", "FR,O,true",
        "FR,yes,true", "FR,non,false", "FR,sí,false", "ES,sí,true", "ES,SI,true", "ES,yes,true",
        "ES,no,false", "ES,'',false"
    })
    void aPlainYesOfTheLanguageOrOfEnglishIsAYesAndNothingElse(
            Language language, String answer, boolean yes) {
        Prompts prompts = new Prompts(new OneAnswer(answer), Words.of(language));

        assertThat(prompts.yes("ask.agreement")).isEqualTo(yes);
    }

    private record OneAnswer(String answer) implements Terminal {
        @Override
        public PrintWriter answers() {
            return new PrintWriter(java.io.Writer.nullWriter());
        }

        @Override
        public void say(String line) {
            throw new AssertionError();
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Secret> askHidden(String question) {
            throw new AssertionError();
        }

        @Override
        public boolean isPerson() {
            return true;
        }

        @Override
        public byte[] read(String path) {
            throw new AssertionError();
        }

        @Override
        public void write(String path, byte[] bytes) {
            throw new AssertionError();
        }
    }

    /// Where setup stands before any data folder: it ends at the question for the agreement.
    @ParameterizedTest
    @CsvSource({"fr,Est-ce votre nom", "es,¿Es su propio nombre", "en,Is this your own name"})
    void setupAsksAPersonForTheLanguageFirstAndGoesOnInIt(String answer, String next) {
        List<String> asked = setup(true, answer);

        assertThat(asked.getFirst()).contains("language", "langue", "idioma");
        assertThat(asked.get(1)).startsWith(next);
    }

    @Test
    void setupAsksAScriptNothingMoreThanBefore() {
        assertThat(setup(false, "no").getFirst()).startsWith("Is this your own name");
    }

    @Test
    void setupTakesTheLanguageByOption() {
        assertThat(setup(false, "non", "--language", "fr").getFirst())
                .startsWith("Est-ce votre nom");
    }

    private List<String> setup(boolean person, String answer, String... more) {
        List<String> asked = new ArrayList<>();
        OneAnswer one = new OneAnswer(answer);
        Terminal terminal =
                new Terminal() {
                    @Override
                    public PrintWriter answers() {
                        return one.answers();
                    }

                    @Override
                    public void say(String line) {
                        assertThat(line).isNotBlank();
                    }

                    @Override
                    public Optional<String> ask(String question) {
                        asked.add(question);
                        return one.ask(question);
                    }

                    @Override
                    public Optional<Secret> askHidden(String question) {
                        return one.askHidden(question);
                    }

                    @Override
                    public boolean isPerson() {
                        return person;
                    }

                    @Override
                    public byte[] read(String path) {
                        return one.read(path);
                    }

                    @Override
                    public void write(String path, byte[] bytes) {
                        one.write(path, bytes);
                    }
                };
        List<String> arguments = new ArrayList<>(List.of("setup", "--data", folder.toString()));
        arguments.addAll(List.of(more));
        int exit =
                CommandTree.run(
                        arguments.toArray(String[]::new),
                        terminal,
                        java.time.InstantSource.system(),
                        options -> Tongue.of(options, Map.of()),
                        new NoStore());
        assertThat(exit).isEqualTo(Exit.FAILED); // no agreement was given
        return asked;
    }

    private record NoStore() implements Access {
        @Override
        public int with(Work work, Options options) {
            throw new AssertionError("nothing is set up yet");
        }

        @Override
        public int withDaemon(DaemonWork work, Options options) {
            throw new AssertionError("no daemon runs");
        }
    }
}
