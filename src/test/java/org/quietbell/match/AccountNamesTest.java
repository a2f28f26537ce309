package org.quietbell.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quietbell.source.Finding;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// A text is read for account names only where its words say that one may stand there.
class AccountNamesTest {
    private static final List<String> NAMES =
            List.of("jane.doe", "Jane_D7", "-jd-", "__", "x", "mira7", "a.b.c");

    private static final String[] PIECES = {
        "jane", "Jane", "JANE", "doe", "D7", "d7", "jd", "mira7", "mira", "x", "a", "b", "c", "_",
        "__", "-", ".", "@", " ", " ", "u/", "/", "#", "com", "example", "1", "\u2019", "\u2014"
    };

    private static final Matching WITH = matching(NAMES);
    private static final Matching WITHOUT_SIGNS =
            matching(NAMES.stream().filter(name -> !name.equals("__")).toList());

    private static Matching matching(List<String> names) {
        return Matching.of(
                List.of(
                        new Watch(
                                new WatchId("w"),
                                new CaseId("c"),
                                "Alma Ashbrook",
                                List.of(),
                                names.stream().map(Handle::parse).toList(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Details.none())));
    }

    private static Finding finding(String text) {
        return new Finding(
                "1",
                "",
                text,
                "https://pages.example/1",
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void findsThemJustAsWhereEveryTextIsReadForThem() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            for (Matching matching : List.of(WITH, WITHOUT_SIGNS)) {
                List<Match> plain = matching.all(finding(text.toString()));
                // a letter that account names do not have: all of the text is read for them
                List<Match> read = matching.all(finding(text + " \u00e9"));
                found += plain.size();
                assertThat(plain).as("seed %d: %s", seed, text).isEqualTo(read);
            }
        }
        assertThat(found).as("how often one stood there").isGreaterThan(1_000);
    }

    @Test
    void findsThemBehindWhatCannotBeSeen() {
        assertThat(
                        Stream.of("x\u200bmira7", "\u00e9 mira7", "mira7")
                                .map(t -> WITHOUT_SIGNS.all(finding(t))))
                .allSatisfy(matches -> assertThat(matches).hasSize(1));
    }
}
