package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.NoticeId;

class PauseLinksTest {
    private static final Instant AT = Instant.parse("2026-03-01T18:00:00Z");
    private static final ChannelId POST = new ChannelId("post");
    private static final NoticeId NOTICE = new NoticeId("notice-okapi");

    private List<ChannelEntry> entries = List.of(entry("post", "on"), entry("phone", "on"));

    private static ChannelEntry entry(String id, String link) {
        return new ChannelEntry(
                new ChannelId(id),
                "ntfy",
                Json.object().put("pause-link", link).build(),
                false,
                Optional.of(AT),
                true);
    }

    private PauseLinks links(String key) {
        return new PauseLinks(
                bytes -> HmacSha256.of(key.getBytes(StandardCharsets.UTF_8), bytes),
                new ChannelEntries() {
                    @Override
                    public List<ChannelEntry> all() {
                        return entries;
                    }

                    @Override
                    public Optional<ChannelEntry> find(ChannelId id) {
                        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
                    }

                    @Override
                    public void put(ChannelEntry entry) {
                        throw new UnsupportedOperationException();
                    }
                });
    }

    private String token() {
        return links("key").token(NOTICE, POST, AT).orElseThrow();
    }

    @Test
    void isReadBackForSevenDaysAndNotASecondLonger() {
        Instant end = AT.plus(PauseLinks.GOOD_FOR);

        assertThat(links("key").read(token(), AT).orElseThrow().channel()).isEqualTo(POST);
        assertThat(links("key").read(token(), end.minusSeconds(1))).isPresent();
        assertThat(links("key").read(token(), end)).isEmpty();
    }

    @Test
    void isTheSameForARepeatAndAnotherForAnotherNoticeOrChannel() {
        assertThat(token()).isEqualTo(token()).matches("[A-Za-z0-9_-]{75}");
        assertThat(links("key").token(new NoticeId("other"), POST, AT)).isNotEqualTo(token());
        assertThat(links("key").token(NOTICE, new ChannelId("phone"), AT).orElseThrow())
                .isNotEqualTo(token());
    }

    @Test
    void holdsNoNameOfNoticeOrChannel() {
        String inside =
                new String(Base64.getUrlDecoder().decode(token()), StandardCharsets.ISO_8859_1);

        assertThat(inside).doesNotContain("okapi", "post");
    }

    @Test
    void isWorthNothingWithOneBitChangedOrUnderAnotherKey() {
        byte[] bytes = Base64.getUrlDecoder().decode(token());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

            assertThat(links("key").read(forged, AT)).as("bit %d", bit).isEmpty();
        }
        assertThat(links("other key").read(token(), AT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "===", "../enter", "%00", "ünïcode"})
    void whatIsNoLinkIsReadAsNone(String text) {
        assertThat(links("key").read(text, AT)).isEmpty();
        assertThat(links("key").read(text.repeat(10_000), AT)).isEmpty();
    }

    @Test
    void thoseSentBeforeDoNothingOnceItIsSwitchedOffOrTheChannelIsRemoved() {
        String token = token();

        entries = List.of(entry("post", "off"), entry("phone", "on"));
        assertThat(links("key").read(token, AT)).isEmpty();
        assertThat(links("key").token(NOTICE, POST, AT)).isEmpty();
        entries = List.of(entry("post", "on").active(false));
        assertThat(links("key").read(token, AT)).isEmpty();
        entries = List.of();
        assertThat(links("key").token(NOTICE, POST, AT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://notes.example.org, true",
        "http://127.0.0.1:8417, true",
        "http://[::1]:8417, true",
        "http://localhost:8417, true",
        "http://notes.example.org, false",
        "http://192.168.1.2:8417, false"
    })
    void liesBelowAnAddressThatNobodyOnTheWayCanRead(URI base, boolean may) {
        assertThat(PauseLink.mayLieBelow(base)).isEqualTo(may);
    }
}
