package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.people.DeviceCodes;
import org.quietbell.store.DataFolder;
import org.quietbell.web.Changes;
import org.quietbell.web.Entrance;
import org.quietbell.web.HelperChanges;
import org.quietbell.web.Inside;
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
        int before = pages.inside().orElseThrow().entryChanges();
        assertThat(codeOff(SECOND)).isNotZero();
        assertThat(pages.inside().orElseThrow().entryChanges()).isEqualTo(before);
        assertThat(codeOff(FIRST)).isZero();
        assertThat(pages.inside().orElseThrow().entryChanges()).isGreaterThan(before);
        assertThat(gate().answer(FIRST)).isInstanceOf(Entrance.Answer.Opened.class);
    }

    private int codeOff(Secret passphrase) {
        return new DaemonDesk(daemon, daemon.opening())
                .run(new String[] {"code-off"}, new Answering().knowing(passphrase));
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

    /// The same checks as the command's: who, by which way, the passphrase.
    @Test
    @Covers({"R1.6", "R1.19"})
    void somebodyWhoHearsFirstIsNamedByPagesAsByTheCommandAlsoOnTheFirstVisit() {
        Inside inside = pages.inside().orElseThrow();
        changes().addChannel("private-feed", Map.of(), Optional.empty());
        ChannelId way = inside.channels().all().getFirst().id();
        Hearing.Helper h1 = helper("h1", way);
        HelperChanges helpers = inside.helperChanges();

        assertThat(helpers.name(helper("h1", new ChannelId("nowhere")), false, Optional.of(FIRST)))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(helpers.name(helper("h2", way), true, Optional.of(FIRST)))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(helpers.name(h1, false, Optional.empty()))
                .isInstanceOf(Changes.Outcome.AsksPassphrase.class);
        assertThat(helpers.name(h1, false, Optional.of(SECOND)))
                .isInstanceOf(Changes.Outcome.WrongPassphrase.class);
        assertThat(changes().own()).isEmpty();
        assertThat(helpers.preview(way).level()).isEqualTo(Level.DISCREET);

        assertThat(helpers.name(h1, false, Optional.of(FIRST)))
                .isInstanceOf(Changes.Outcome.Kept.class);
        assertThat(helpers.name(h1, false, Optional.empty())) // the form was sent twice
                .isInstanceOf(Changes.Outcome.Kept.class);
        assertThat(hearing().isHeardFirstBy(h1.id())).isTrue();
        assertThat(helpers.name(helper("h1", way), true, Optional.of(FIRST)))
                .isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(helpers.name(helper("h2", way), true, Optional.of(FIRST)))
                .isInstanceOf(Changes.Outcome.Kept.class);
        Hearing.Helper quiet =
                new Hearing.Helper(
                        h1.id(),
                        h1.hold(),
                        h1.channels(),
                        Optional.of(QuietHours.all("21:00-08:00")),
                        Optional.empty());
        daemon.installation()
                .orElseThrow()
                .helpers()
                .named(changes().ownId(), hearing().heardFirstBy(quiet));
        assertThat(helpers.name(h1, false, Optional.empty()))
                .isInstanceOf(Changes.Outcome.Kept.class);
        assertThat(hearing().helper()).contains(quiet); // her own hours stay
        assertThat(helpers.name(h1, false, Optional.empty()))
                .isInstanceOf(Changes.Outcome.Kept.class);
        assertThat(helpers.name(helper("h2", way), true, Optional.of(FIRST)))
                .isInstanceOf(Changes.Outcome.Kept.class);
        helpers.end(true);
        assertThat(hearing().helper()).contains(quiet);
        helpers.end(false);
        assertThat(hearing().how()).isEqualTo(How.ONLY_WHEN_OPENED);
    }

    private static Hearing.Helper helper(String id, ChannelId way) {
        return new Hearing.Helper(
                new RecipientId(id), Duration.ofDays(3), List.of(new Tuned(way, Level.DISCREET)));
    }

    private Hearing hearing() {
        return pages.inside().orElseThrow().hearings().of(changes().ownId()).orElseThrow();
    }
}
