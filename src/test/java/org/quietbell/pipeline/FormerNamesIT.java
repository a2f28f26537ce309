package org.quietbell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

class FormerNamesIT {
    @Test
    @Covers("R6.7")
    void noNoticeNamesWhatIsKeptApartEvenInDetail(@TempDir Path path) {
        try (World world = new World(path)) {
            world.feed("news");
            var watched = World.watchedCase(Set.of("news"), java.util.Optional.empty());
            world.store
                    .cases()
                    .put(
                            watched.with(
                                    List.of(
                                            new Watch(
                                                    new WatchId(World.CASE.value()),
                                                    World.CASE,
                                                    "Alma Ashbrook",
                                                    List.of(),
                                                    List.of(),
                                                    List.of(),
                                                    List.of(),
                                                    List.of("Oskar Vexholt"),
                                                    Details.none()))));
            world.hearing(How.AS_IT_HAPPENS, Level.DETAIL);
            world.web.says("news.example", "application/rss+xml", World.rss());
            world.ask("news");
            world.web.says("news.example", "application/rss+xml", World.rss("Oskar-Vexholt"));
            world.ask("news");
            world.tellAll();

            assertThat(world.post.sent).hasSize(1);
            assertThat(world.post.sent.getFirst().level()).isEqualTo(Level.DETAIL);
            assertThat(world.post.sent.getFirst().toString())
                    .doesNotContainIgnoringCase("oskar")
                    .doesNotContainIgnoringCase("vexholt");
            assertThat(world.post.sent.getFirst().body()).contains("Alma Ashbrook opens [...]");
        }
    }
}
