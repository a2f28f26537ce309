package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.json.Json;

/// The daemon is killed at random moments while items appear and are told. `quietbell.kills` says
/// how often (default 3); `quietbell.seed` repeats a run.
class KillIT {
    private static final int KILLS = Integer.getInteger("quietbell.kills", 3);

    @TempDir Path folder;

    @Test
    @Covers({"F57", "F58"})
    void losesNothingAndRepeatsAtMostOneNoticeAKill() throws Exception {
        long seed = Long.getLong("quietbell.seed", System.nanoTime());
        Random random = new Random(seed);
        try (Walk walk = new Walk(folder)) {
            walk.settings(
                    "- { id: post, type: file, path: ./notices.jsonl }",
                    "{ how: as-it-happens, zone: Europe/London, level: discreet,"
                            + " channels: [post], ceiling: 100000/day }");
            walk.items.add("old");
            Process daemon = walk.daemon();
            awaitKept(walk, 1);
            Set<String> acknowledged = new HashSet<>();
            for (int kill = 0; kill < KILLS; kill++) {
                for (int i = 0; i < 20; i++) {
                    walk.items.add("k" + kill + "i" + i);
                }
                // a start takes about two seconds: some kills meet it, some meet rounds and letters
                if (!daemon.waitFor(500 + random.nextInt(6000), TimeUnit.MILLISECONDS)) {
                    daemon.destroyForcibly();
                }
                assertThat(daemon.waitFor(30, TimeUnit.SECONDS)).isTrue();
                acknowledged.addAll(toldOf(walk.notices()));
                daemon = walk.daemon();
            }
            int all = walk.items.size();
            awaitKept(walk, all);
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> status(walk).at("owed").whole().orElse(-1L) == 0);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> status(walk).at("outbox").items().isEmpty());

            List<Json> kept =
                    walk.run("hits", "--json", "--config", "quietbell.yaml").json().items();
            List<Json> notices = walk.notices();
            Set<String> ids = texts(kept, "id");
            assertThat(kept).as("seed " + seed).hasSize(all);
            assertThat(texts(kept, "item")).as("seed " + seed).hasSize(all);
            assertThat(ids).as("told before a kill, seed " + seed).containsAll(acknowledged);
            Set<String> owedOnce = new HashSet<>(ids);
            kept.stream()
                    .filter(hit -> hit.at("baseline").truth().orElse(false))
                    .forEach(hit -> owedOnce.remove(hit.at("id").text().orElse("")));
            assertThat(toldOf(notices))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(owedOnce);
            int repeats = notices.size() - texts(notices, "notice").size();
            assertThat(repeats).as("seed " + seed).isLessThanOrEqualTo(KILLS);
            assertThat(noticesPerHit(notices)).as("seed " + seed).allMatch(count -> count == 1);
            System.out.println(
                    KILLS
                            + " kills: "
                            + all
                            + " kept once each, "
                            + notices.size()
                            + " lines of notices, "
                            + repeats
                            + " repeats, seed "
                            + seed);
        }
    }

    private static void awaitKept(Walk walk, int count) {
        await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    Walk.Ended ended = walk.run("hits", "--json", "--config", "quietbell.yaml");
                    return ended.exit() == 0 && ended.json().items().size() == count;
                });
    }

    private static Json status(Walk walk) throws Exception {
        return walk.run("status", "--json", "--config", "quietbell.yaml").json();
    }

    private static Set<String> texts(List<Json> objects, String key) {
        return objects.stream()
                .map(object -> object.at(key).text().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static Set<String> toldOf(List<Json> notices) {
        return notices.stream()
                .flatMap(notice -> notice.at("hits").items().stream())
                .map(hit -> hit.text().orElseThrow())
                .collect(Collectors.toSet());
    }

    /// In how many different notices each hit stands.
    private static List<Integer> noticesPerHit(List<Json> notices) {
        Map<String, Set<String>> noticesOf = new HashMap<>();
        for (Json notice : notices) {
            for (Json hit : notice.at("hits").items()) {
                noticesOf
                        .computeIfAbsent(hit.text().orElseThrow(), _ -> new HashSet<>())
                        .add(notice.at("notice").text().orElseThrow());
            }
        }
        return noticesOf.values().stream().map(Set::size).toList();
    }
}
