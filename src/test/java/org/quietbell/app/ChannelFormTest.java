package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quietbell.channel.Channels;
import org.quietbell.json.Json;
import org.quietbell.words.Words;

class ChannelFormTest {
    private final Words words = Words.of(Locale.ENGLISH);

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
