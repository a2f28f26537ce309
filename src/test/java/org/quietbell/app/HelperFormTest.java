package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.json.Json;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// Who hears first, and who stands in, as somebody types it.
class HelperFormTest {
    private static final Hearing.Helper FIRST =
            new Hearing.Helper(
                    new RecipientId("h1"), Duration.ofDays(3), List.of(tuned("post", "outline")));

    private static Tuned tuned(String id, String level) {
        return new Tuned(new ChannelId(id), Level.of(level).orElseThrow());
    }

    private static ChannelEntry channel(String id) {
        return new ChannelEntry(
                new ChannelId(id), "file", Json.object().build(), false, Optional.empty(), true);
    }

    /// Three channels; her consent names two of them.
    private static HelperForm answering(String... answers) {
        return answering(HelperForm.Own.NONE, answers);
    }

    private static HelperForm answering(HelperForm.Own own, String... answers) {
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.of(2026, 3, 1),
                        Optional.empty(),
                        Set.of(),
                        Set.of("post", "phone"),
                        Map.of());
        return new HelperForm(
                new Prompts(new Answering(answers), Words.of(Locale.ENGLISH)),
                List.of(channel("post"), channel("phone"), channel("other")),
                new WatchedCase(new CaseId("case-17"), consent, List.of(), false, true),
                own);
    }

    @Test
    @Covers("R1.22")
    void quietHoursAndACeilingOfHerOwnStayWithTheSamePersonAndGoToNobodyElse() {
        List<QuietHours> nights = List.of(QuietHours.of("20:00-09:00"));
        Hearing.Helper own =
                answering(
                                new HelperForm.Own(
                                        Optional.of(nights), Optional.of(new Ceiling(1))),
                                "h1",
                                "post",
                                "")
                        .helper(Optional.empty());

        Hearing.Helper anew = answering("h1", "phone", "").helper(Optional.of(own));
        Hearing.Helper other = answering("h2", "phone", "").helper(Optional.of(own));

        assertThat(own.quiet()).contains(nights);
        assertThat(own.ceiling()).contains(new Ceiling(1));
        assertThat(anew.quiet()).contains(nights);
        assertThat(anew.ceiling()).contains(new Ceiling(1));
        assertThat(other.quiet()).isEmpty();
        assertThat(other.ceiling()).isEmpty();
    }

    @Test
    @Covers("R1.19")
    void aHelperHearsAtDiscreetUnlessMoreIsTypedAndHasSevenDays() {
        assertThat(answering("h1", "post", "").helper(Optional.empty()))
                .isEqualTo(
                        new Hearing.Helper(
                                new RecipientId("h1"),
                                Duration.ofDays(7),
                                List.of(tuned("post", "discreet"))));
        assertThat(answering("h1", "post = outline, phone", "12h").helper(Optional.empty()))
                .isEqualTo(
                        new Hearing.Helper(
                                new RecipientId("h1"),
                                Duration.ofHours(12),
                                List.of(tuned("post", "outline"), tuned("phone", "discreet"))));
    }

    @Test
    @Covers("R1.22")
    void whoeverStandsInWaitsAsLongAsTheHelperAndStaysWhenTheHelperIsNamedAnew() {
        Hearing.Helper second = answering("h2", "phone").standIn(FIRST);

        assertThat(second.hold()).isEqualTo(FIRST.hold());
        assertThat(
                        answering("h3", "post", "")
                                .helper(Optional.of(FIRST.covered(Optional.of(second))))
                                .standIn())
                .contains(second);
        assertThatThrownBy(() -> answering("h1", "post").standIn(FIRST))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("must be two people");
        assertThatThrownBy(() ->
                        answering("h2", "post", "")
                                .helper(Optional.of(FIRST.covered(Optional.of(second)))))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "self | post | 7d | not the word self",
                "Jane Doe | post | 7d | must be 1 to 64 of",
                "h1 | '' | 7d | no channel of that id",
                "h1 | pigeon | 7d | no channel of that id",
                "h1 | other | 7d | not among those that the consent names",
                "h1 | post,post | 7d | stands there twice",
                "h1 | post=loud | 7d | a level is silent, discreet",
                "h1 | post | soon | must be a time such as"
            })
    void refusesWhatASettingsFileWouldNotTakeEither(
            String id, String ways, String hold, String why) {
        assertThatThrownBy(() -> answering(id, ways, hold).helper(Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }
}
