package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.hit.Hit;
import org.quietbell.hit.Label;
import org.quietbell.match.Band;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;

/// What she labels changes how the next round judges, and nothing that is kept.
class LabelledIT {
    @Test
    @Covers("R6.2")
    void lettingNotMeCountOnlyFromTheNextRoundOn(@TempDir Path path) {
        try (World world = new World(path)) {
            world.feed("news");
            world.watched(Set.of("news"));
            world.hearing(How.AS_IT_HAPPENS, Level.DETAIL);
            world.web.says(
                    "news.example", "application/rss+xml", World.rss("a", "b", "c", "d", "e", "f"));
            world.ask("news");
            List<Hit> kept = world.hits();
            kept.subList(0, 5)
                    .forEach(hit ->
                            world.store
                                    .hits()
                                    .label(hit.id(), Label.NOT_ME, world.clock.instant()));

            assertThat(world.store.hits().find(kept.get(5).id()).orElseThrow().band())
                    .isEqualTo(Band.LIKELY);
            world.web.says("news.example", "application/rss+xml", World.rss("f", "g"));
            world.ask("news");
            world.tellAll();

            List<Hit> now = world.hits();
            assertThat(now).hasSize(7);
            assertThat(now.getFirst().band()).isEqualTo(Band.POSSIBLE);
            assertThat(now.getLast().band()).isEqualTo(Band.LIKELY);
            assertThat(world.post.sent).isEmpty();
        }
    }
}
