package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.PauseLink;
import org.quietbell.channel.PauseSetting;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.StillLooking;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;
import org.quietbell.pipeline.Coverage;
import org.quietbell.store.DataFolder;
import org.quietbell.store.Store;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// Somebody chose French for her notices where the program speaks English: what stands in a notice
/// besides its own words is French as well.
class HerLanguageIT {
    private static final Instant NOON = Instant.parse("2027-03-03T12:00:00Z");
    private static final CaseId CASE = new CaseId("case-17");
    private static final ChannelId PHONE = new ChannelId("phone");
    private static final Words ENGLISH = Words.of(Language.EN);
    private static final Words FRENCH = Words.of(Language.FR);

    @TempDir Path path;
    private DataFolder folder;
    private Vault vault;
    private Store store;
    private WatchedCase watchedCase;

    @BeforeEach
    void open() {
        folder = DataFolder.claim(path);
        vault = Vault.create(path, new Key.Raw(new byte[32]));
        store = Store.open(folder, vault, () -> NOON);
        Watch watch =
                new Watch(
                        new WatchId("case-17"),
                        CASE,
                        "Alma Ashbrook",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        Details.none());
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.parse("2027-03-01"),
                        Optional.empty(),
                        Set.of(),
                        Set.of("phone"),
                        Map.of());
        watchedCase = new WatchedCase(CASE, consent, List.of(watch), false, true);
        store.cases().put(watchedCase);
        store.hearings().put(CASE, hearing());
        Json settings = Json.object().put("url", "https://push.example").put("topic", "t").build();
        store.channels()
                .put(
                        new ChannelEntry(
                                PHONE,
                                "ntfy",
                                PauseSetting.with(settings, true),
                                false,
                                Optional.of(NOON),
                                true));
    }

    @AfterEach
    void close() {
        store.close();
        vault.close();
        folder.close();
    }

    private static Hearing hearing() {
        return new Hearing(
                How.FIXED_TIMES,
                List.of(LocalTime.of(9, 0)),
                EnumSet.allOf(DayOfWeek.class),
                ZoneOffset.UTC,
                List.of(new Tuned(PHONE, Level.OUTLINE)),
                Band.LIKELY,
                List.of(),
                Set.<KeptDays>of(),
                Ceiling.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                new Wishes(
                        Wishes.AfterPause.ONE,
                        Optional.empty(),
                        StillLooking.WEEKLY,
                        Optional.of(Language.FR)));
    }

    private String label(RecipientId reader) {
        NoticeLog.Outgoing letter =
                new NoticeLog.Outgoing(
                        new NoticeId("n1"),
                        CASE,
                        reader,
                        NOON,
                        new Notice.Letter(PHONE, Level.OUTLINE, "A note", "One."),
                        List.of(),
                        "sending",
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        false);
        return LinkWork.of(store, vault, Optional.of(URI.create("https://a.example")), ENGLISH)
                .of(letter)
                .map(PauseLink::label)
                .orElseThrow();
    }

    @Test
    void theLineThatLookingGoesOnIsInHerLanguage() {
        List<Occasion> occasions =
                new Occasions(
                                _ -> new Coverage(List.of()),
                                store.hearings()::of,
                                ENGLISH,
                                () -> NOON)
                        .of(watchedCase);

        assertThat(occasions)
                .singleElement()
                .extracting(Occasion::line)
                .isEqualTo(Optional.of(FRENCH.say("notice.looking.body.none", 0)));
    }

    @Test
    void theButtonThatPausesIsInHerLanguageAndForAHelperInThatOfTheProgram() {
        assertThat(label(RecipientId.SELF)).isEqualTo(FRENCH.say("page.link.button"));
        assertThat(label(new RecipientId("h1"))).isEqualTo(ENGLISH.say("page.link.button"));
    }
}
