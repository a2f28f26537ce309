package org.quietbell.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void makesSixteenCharactersThatTellNothingAndDoNotRepeat() {
        Ids ids = new Ids(new SecureRandom());
        Set<HitId> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            made.add(ids.hit());
        }

        assertThat(made).hasSize(1000).allMatch(id -> id.value().matches("[a-z2-7]{16}"));
    }
}
