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
import org.junit.jupiter.api.Test;
import org.quietbell.channel.Channels;
import org.quietbell.config.Secret;
import org.quietbell.json.Json;
import org.quietbell.words.Words;

class ChannelFormTest {
    private final Words words = Words.of(Locale.ENGLISH);

    /// Answers in order, and the same for ever when they have run out.
    private static final class Answering implements Terminal {
        private final Deque<String> answers;
        private final List<String> said = new ArrayList<>();

        Answering(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

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
            return Optional.of(answers.isEmpty() ? "x" : answers.removeFirst());
        }

        @Override
        public Optional<Secret> askHidden(String question) {
            throw new AssertionError("no secret is asked for: it stands in a file");
        }

        @Override
        public boolean isPerson() {
            return false;
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

    private Json ask(String type, Answering terminal) {
        return new ChannelForm(new Prompts(terminal, words)).ask(type);
    }

    @Test
    void everyTypeHasAFormThatSaysFirstWhatItNeedsAndWhoCanReadIt() {
        for (String type : Channels.types()) {
            Answering terminal = new Answering();

            Json settings = ask(type, terminal);

            assertThat(settings.members()).as(type).isNotEmpty();
            assertThat(terminal.said.get(0)).isEqualTo(words.say("channel-needs." + type));
            assertThat(terminal.said.get(1)).isEqualTo(words.say("channel-reads." + type));
            assertThat(terminal.said).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTypeIsDescribed() {
        for (String type : Channels.types()) {
            for (String part : List.of("type", "needs", "reads", "screen", "repeat")) {
                assertThat(words.keys()).contains("channel-" + part + "." + type);
            }
        }
        assertThat(words.keys().stream().filter(key -> key.startsWith("channel-type.")))
                .hasSameSizeAs(Channels.types());
    }

    @Test
    void whatNeedNotBeAnsweredIsLeftOut() {
        assertThat(ask("ntfy", new Answering("https://push.example", "topic", "")).members())
                .containsOnlyKeys("url", "topic");
        assertThat(ask("ntfy", new Answering("https://push.example", "topic", "/t")).members())
                .containsOnlyKeys("url", "topic", "token-file");
    }

    @Test
    void whatMustBeAnsweredIsNotLeftOut() {
        assertThatThrownBy(() -> ask("slack", new Answering(""))).isInstanceOf(Refusal.class);
    }

    @Test
    void mailAsksForATokenWhereThereIsNoPassword() {
        assertThat(
                        ask("email", new Answering("a", "b", "c", "", "", "user", "", "/token"))
                                .members())
                .containsOnlyKeys("to", "from", "host", "tls", "user", "token-file");
        assertThat(
                        ask("email", new Answering("a", "b", "c", "tls", "", "user", "/password"))
                                .members())
                .containsOnlyKeys("to", "from", "host", "tls", "user", "password-file");
    }

    @Test
    void aTypeThatNobodyKnowsHasNone() {
        assertThatThrownBy(() -> ask("pigeon", new Answering()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("type: has no form");
    }
}
