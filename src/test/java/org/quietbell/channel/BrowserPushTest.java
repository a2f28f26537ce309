package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrowserPushTest {
    private static final String GIVEN =
            "{\"endpoint\":\"https://push.example/w/1\",\"keys\":{"
                    + "\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7"
                    + "Vd8pZGH6SRpkNtoIAiw4\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}}";

    @Test
    void everyFreshPairBelongsTogetherWhateverItsFirstByte() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 600; i++) { // one in 256 begins with a zero, one in two with a sign
            BrowserPush keys = BrowserPush.fresh();

            assertThat(keys.settings(GIVEN)).isPresent();
            seen.add(keys.publicKey());
        }
        assertThat(seen).hasSize(600);
    }

    @Test
    void takesNoSubscriptionThatLeadsElsewhereThanByTls() {
        BrowserPush keys = BrowserPush.fresh();

        assertThat(keys.settings(GIVEN.replace("https", "http"))).isEmpty();
        assertThat(keys.settings(GIVEN.replace("https://push.example", "file://x"))).isEmpty();
        assertThat(keys.settings(GIVEN + " ".repeat(BrowserPush.MOST_CHARACTERS))).isEmpty();
        assertThat(keys.toString()).doesNotContain(keys.publicKey());
    }
}
