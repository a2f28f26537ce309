package org.quietbell.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quietbell.Covers;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;
import org.quietbell.notice.NoticeId;

class PrivateFeedChannelTest extends ChannelContractKit {
    private static final String SECRET = "canary-" + "s".repeat(40);

    private final List<FeedShelf.Entry> kept = new ArrayList<>();
    private Optional<Fault> broken = Optional.empty();
    private Level level = Level.DISCREET;
    private boolean active = true;

    private final FeedShelf shelf =
            new FeedShelf() {
                @Override
                public Optional<Fault> put(ChannelId channel, Entry entry) {
                    kept.add(entry);
                    return broken;
                }

                @Override
                public List<Entry> of(ChannelId channel) {
                    return kept.reversed();
                }
            };

    private static Json settings(String secret) {
        return Json.object().put("secret", secret).build();
    }

    private PrivateFeeds feeds() {
        ChannelEntry entry =
                new ChannelEntry(
                        ID,
                        PrivateFeedChannel.TYPE,
                        settings(SECRET),
                        false,
                        Optional.of(AT),
                        active);
        ChannelEntries entries =
                new ChannelEntries() {
                    @Override
                    public List<ChannelEntry> all() {
                        return List.of(entry);
                    }

                    @Override
                    public Optional<ChannelEntry> find(ChannelId id) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void put(ChannelEntry changed) {
                        throw new UnsupportedOperationException();
                    }
                };
        return new PrivateFeeds(entries, shelf, (_, _) -> level, "Notes");
    }

    private String page() {
        return new String(feeds().page(SECRET).orElseThrow(), UTF_8);
    }

    private static Document read(String page) {
        return Jsoup.parse(page, Parser.xmlParser());
    }

    private static FeedShelf.Entry entry(int number, Level level, String subject) {
        return new FeedShelf.Entry(
                new NoticeId("n" + number), CASE, AT.plusSeconds(number), level, subject, "Text");
    }

    @Override
    Channel channel() {
        return PrivateFeedChannel.build(ID, Section.of(settings(SECRET), new Problems()), shelf)
                .orElseThrow();
    }

    @Override
    List<Taken> taken() {
        return kept.stream()
                .map(entry -> {
                    byte[] bytes = AtomPage.of("Notes", "0".repeat(32), ID, List.of(entry));
                    Document atom = read(new String(bytes, UTF_8));
                    return new Taken(
                            List.of("whoever knows the address"),
                            atom.select("entry > id").text(),
                            atom.select("entry > title").text(),
                            requireNonNull(atom.selectFirst("entry > content")).wholeText(),
                            new String(bytes, UTF_8));
                })
                .toList();
    }

    @Override
    List<String> secrets() {
        return List.of(SECRET, "canary");
    }

    @Override
    List<Refusal> refusals() {
        broken = Optional.of(new Fault(Fault.Kind.TROUBLED, "private feed: could not be kept"));
        return List.of(new Refusal("the disk is full", channel(), Fault.Kind.TROUBLED));
    }

    @Test
    @Covers({"R1.12", "R1.14"})
    void aDiscreetFeedIsTheSameForOneNoticeAndForManyButForItsIdAndDate() {
        kept.add(entry(1, Level.DISCREET, "Your notes"));
        String one = page();
        for (int i = 2; i < 1000; i++) {
            kept.add(entry(i, Level.DISCREET, "Your notes"));
        }
        String many = page();

        assertThat(blurred(many)).isEqualTo(blurred(one));
        assertThat(read(many).select("entry")).hasSize(1);
        assertThat(many).hasSameSizeAs(one);
        assertThat(many.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("quietbell", CASE, RECIPIENT, ID.value(), "<link", SECRET);
    }

    private static String blurred(String page) {
        return page.replaceAll("urn:uuid:[0-9a-f-]{36}", "ID")
                .replaceAll("[0-9-]{10}T[0-9:]{8}Z", "DATE");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISCREET", "OUTLINE", "SUMMARY", "DETAIL"})
    @Covers({"R1.6", "R1.15"})
    void whatSaysMoreThanTheLevelThatHoldsNowIsNotShownAnyMore(Level now) {
        level = now;
        int number = 0;
        for (Level said : List.of(Level.DISCREET, Level.OUTLINE, Level.SUMMARY, Level.DETAIL)) {
            kept.add(entry(number++, said, said.word()));
        }

        assertThat(read(page()).select("entry > title").eachText())
                .hasSize(
                        (int)
                                Stream.of(Level.values())
                                        .filter(level -> level != Level.SILENT)
                                        .filter(level -> level.compareTo(now) <= 0)
                                        .count())
                .allSatisfy(
                        said -> assertThat(Level.of(said).orElseThrow()).isLessThanOrEqualTo(now));
    }

    @Test
    void showsTheNewestTwentyNewestFirst() {
        level = Level.DETAIL;
        for (int i = 0; i < 45; i++) {
            kept.add(entry(i, Level.DETAIL, "t" + i));
        }

        List<String> titles = read(page()).select("entry > title").eachText();

        assertThat(titles).hasSize(PrivateFeeds.SHOWN).startsWith("t44", "t43").endsWith("t25");
        assertThat(read(page()).select("feed > updated").text()).isEqualTo("2026-03-01T18:00:44Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "canary", "sssssss", "../", "canary-%20"})
    void isNotThereUnderAnyOtherAddress(String address) {
        kept.add(entry(1, Level.DISCREET, "Your notes"));

        assertThat(feeds().page(address)).isEmpty();
        assertThat(feeds().page(SECRET + "s")).isEmpty();
        assertThat(feeds().page(SECRET.substring(1))).isEmpty();
        assertThat(feeds().page(SECRET)).isPresent();
    }

    @Test
    void isGoneWhenTheChannelIsRemoved() {
        active = false;

        assertThat(feeds().page(SECRET)).isEmpty();
    }

    @Test
    @Covers({"F9", "F11"})
    void foundTextIsTextWhateverItHolds() {
        level = Level.DETAIL;
        String odd = "]]> <img src=x> &amp; \u0000\uFFFF\uD800 \"'<!--";
        channel()
                .send(
                        new Message(
                                new NoticeId("n1"),
                                CASE,
                                ID,
                                RECIPIENT,
                                AT,
                                Level.DETAIL,
                                odd,
                                odd,
                                List.of(HIT)));

        assertThat(page()).doesNotContain("<img", "<!--", "]]>", "\u0000", "\uFFFF");
        assertThat(read(page()).select("entry > content").text()).contains("<img src=x> &amp;");
    }

    @Test
    void theProgramMakesAnAddressThatNobodyGuesses() {
        String first = PrivateFeedChannel.fresh().at("secret").text().orElseThrow();

        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(PrivateFeedChannel.fresh().at("secret").text()).isNotEqualTo(Optional.of(first));
    }

    @Test
    void aShortSecretIsRefusedWithoutRepeatingIt() {
        Problems problems = new Problems();

        assertThat(PrivateFeedChannel.build(ID, Section.of(settings("short one"), problems), shelf))
                .isEmpty();
        assertThat(problems.all()).extracting(Problem::key).containsExactly("secret");
        assertThat(problems.all().toString()).doesNotContain("short one");
    }
}
