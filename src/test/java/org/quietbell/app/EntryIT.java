package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.config.Secret;
import org.quietbell.people.DeviceCodes;
import org.quietbell.store.DataFolder;
import org.quietbell.web.Changes;
import org.quietbell.web.Entrance;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;

/// What opens the pages of the real program, and in which language they speak.
class EntryIT {
    private static final Instant NOON = Instant.parse("2027-03-03T12:00:00Z");
    private static final Secret FIRST = new Secret("seven quiet herons");
    private static final Secret SECOND = new Secret("eight calm otters");
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @TempDir Path temp;

    @SuppressWarnings("NullAway.Init")
    private Daemon daemon;

    @SuppressWarnings("NullAway.Init")
    private Pages pages;

    @BeforeEach
    void start() throws Exception {
        Path file = temp.resolve("settings.yaml");
        OwnerOnly.write(
                file,
                """
                data: ./data
                web: { listen: "127.0.0.1:0" }
                """
                        .getBytes(StandardCharsets.UTF_8));
        Options options = new Options();
        options.config(file);
        Opening opening =
                new Opening(
                        Main.opening(options, Map.of()).settings(),
                        Optional.empty(),
                        () -> NOON,
                        ZoneId.of("America/Halifax"),
                        "test",
                        Speech.NOT_CHOSEN);
        Path data = temp.resolve("data");
        daemon = new Daemon(DataFolder.claim(data), opening, Map.of());
        daemon.begin(FIRST, Language.EN);
        pages = new Pages(daemon, data, Visitors.ASKED, daemon.first());
    }

    @AfterEach
    void end() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private Changes changes() {
        return pages.inside().orElseThrow().changes();
    }

    private Entrance.Gate gate() {
        return ((Entrance.ByPassphrase) pages.entrance()).gate();
    }

    @Test
    @Covers("F29")
    void onlyTheNewPassphraseOpensTheStoreAfterTheChange() {
        assertThat(changes().changePassphrase(SECOND, SECOND))
                .isInstanceOf(Changes.Outcome.WrongPassphrase.class);
        assertThat(changes().changePassphrase(FIRST, SECOND))
                .isInstanceOf(Changes.Outcome.Kept.class);
        assertThat(gate().answer(FIRST)).isInstanceOf(Entrance.Answer.Wrong.class);
        daemon.lock();

        assertThat(gate().answer(FIRST)).isInstanceOf(Entrance.Answer.Wrong.class);
        assertThat(gate().answer(SECOND)).isInstanceOf(Entrance.Answer.Opened.class);
        assertThat(daemon.isOpen()).isTrue();
    }

    @Test
    @Covers("F35")
    void thePassphraseIsHalfTheWayWhereACodeIsAskedForAlsoWhenItOpensTheStore() {
        pages.inside()
                .orElseThrow()
                .secondSteps()
                .begin(SECRET, DeviceCodes.of(SECRET, NOON), NOON, List.of("abcd-efgh-ijkl"));
        daemon.lock();

        assertThat(gate().answer(FIRST)).isInstanceOf(Entrance.Answer.Halfway.class);
        assertThat(gate().code("000000")).isInstanceOf(Entrance.Answer.Wrong.class);
        assertThat(gate().code("abcd-efgh-ijkl")).isInstanceOf(Entrance.Answer.Opened.class);
        assertThat(gate().code("abcd-efgh-ijkl")).isInstanceOf(Entrance.Answer.Wrong.class);
    }

    @Test
    void aLanguageThatIsChosenOnAPageIsSpokenEverywhereAtOnceAndAfterTheNextStart() {
        assertThat(pages.inside().orElseThrow().pauseLines()).contains("Not paused.");

        changes().speak(Language.FR);

        assertThat(pages.words().language()).isEqualTo(Language.FR);
        assertThat(pages.inside().orElseThrow().pauseLines()).doesNotContain("Not paused.");
        assertThat(Tongue.of(daemon.opening().settings(), temp.resolve("data")).language())
                .isEqualTo(Language.FR);
    }
}
