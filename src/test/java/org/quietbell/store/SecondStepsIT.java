package org.quietbell.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quietbell.store.OpenedStore.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.people.DeviceCodes;
import org.quietbell.people.PageWishes;
import org.quietbell.people.SecondStep;
import org.quietbell.people.SecondSteps;

class SecondStepsIT {
    private final SecureRandom random = new SecureRandom();
    private final String secret = SecondStep.freshSecret(random);
    private final List<String> spare = SecondStep.freshSpare(random);

    @TempDir private Path folder;

    private boolean begin(SecondSteps steps) {
        return steps.begin(secret, DeviceCodes.of(secret, NOW), NOW, spare);
    }

    @Test
    @Covers("F35")
    void whatWasUsedIsUsedAfterAStartToo() {
        try (OpenedStore opened = OpenedStore.in(folder)) {
            assertThat(opened.store().secondSteps().take("", NOW)).isTrue(); // none is asked for
            assertThat(begin(opened.store().secondSteps())).isTrue();
            assertThat(opened.store().secondSteps().take(spare.getFirst(), NOW)).isTrue();
        }
        try (OpenedStore opened = OpenedStore.in(folder)) {
            SecondSteps steps = opened.store().secondSteps();

            assertThat(steps.take(spare.getFirst(), NOW)).isFalse();
            assertThat(steps.take(DeviceCodes.of(secret, NOW), NOW)).isFalse();
            assertThat(steps.take(spare.getLast(), NOW)).isTrue();
            assertThat(steps.end()).isTrue();
            assertThat(steps.end()).isFalse();
            assertThat(steps.find()).isEmpty();
        }
    }

    @Test
    @Covers("R1.17")
    void howThePagesAreToBeWithHerStaysAndIsSealed() throws Exception {
        PageWishes wishes =
                new PageWishes(
                        List.of(
                                new PageWishes.Replaced("gristle", Optional.of("soup")),
                                new PageWishes.Replaced("mud*", Optional.empty())),
                        OptionalInt.of(12),
                        true,
                        Optional.of(PageWishes.elsewhere("https://recipes.example.org/soup")));
        try (OpenedStore opened = OpenedStore.in(folder)) {
            assertThat(opened.store().pageChoices().find()).isEqualTo(PageWishes.USUAL);
            opened.store().pageChoices().keep(PageWishes.USUAL.replacing(wishes.replaced()));
            opened.store().pageChoices().keep(wishes);
            byte[] sealed;
            try (Connection connection = opened.store().quartzConnections().getConnection()) {
                sealed =
                        new Session(connection)
                                .first(
                                        "SELECT sealed FROM own_choice WHERE name = 'pages'",
                                        row -> row.getBytes(1))
                                .orElseThrow();
            }
            assertThat(new String(sealed, ISO_8859_1)).doesNotContain("gristle", "recipes");
        }
        try (OpenedStore opened = OpenedStore.in(folder)) {
            assertThat(opened.store().pageChoices().find()).isEqualTo(wishes);
        }
    }

    @Test
    @Covers("F35")
    void ofManyWhoTryTheSameCodeAtOnceOneGetsIn() throws Exception {
        try (OpenedStore opened = OpenedStore.in(folder);
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            SecondSteps steps = opened.store().secondSteps();
            begin(steps);
            List<Future<Boolean>> tries =
                    IntStream.range(0, 20)
                            .mapToObj(_ -> many.submit(() -> steps.take(spare.get(3), NOW)))
                            .toList();
            int in = 0;
            for (Future<Boolean> one : tries) {
                in += one.get() ? 1 : 0;
            }

            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    @Covers("F34")
    void neitherSecretNorSpareCodesStandInTheFiles() throws IOException {
        try (OpenedStore opened = OpenedStore.in(folder)) {
            begin(opened.store().secondSteps());
        }

        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                    .doesNotContain(secret)
                    .doesNotContain(spare.getFirst())
                    .doesNotContain(spare.getFirst().replace("-", ""));
        }
    }
}
