package org.quietbell.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quietbell.SettableClock;
import org.quietbell.config.Problem;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;
import org.quietbell.json.Json;
import org.quietbell.notice.Level;
import org.quietbell.words.Words;

/// Keeps `docs/channels.md` true. On a developer's machine the page is written anew; where `CI` is
/// set, an outdated page fails the build.
class ChannelsPageTest {
    private static final Path PAGE = Path.of("docs", "channels.md");
    private static final Pattern KNOWN = Pattern.compile("known are ([a-z, -]+)$");
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    @Test
    void thePageSaysWhatEachChannelNeedsAndWhoCanReadIt() throws IOException {
        String page = page();

        String written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (System.getenv("CI") == null && !written.equals(page)) {
            Files.writeString(PAGE, page);
            written = page;
        }

        assertThat(written)
                .as("docs/channels.md is outdated: run `mvn verify` and commit it")
                .isEqualTo(page);
    }

    @Test
    void everyKeyOfEveryTypeStandsInItsRow() {
        assertThat(keys("email")).contains("to", "from", "token-file", "password-file");
        assertThat(keys("slack")).containsExactly("url-file");
        assertThat(keys("webpush")).containsExactly("contact", "key-file", "subscription-file");
    }

    private static String page() {
        String levels =
                Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", "));
        StringBuilder page =
                new StringBuilder(
                        """
                        # Channels: the ways a notice can travel

                        Written by `ChannelsPageTest` from the registry of channels and the message \
                        bundle; do not edit.

                        What a notice says is settled for each channel by its level: %s. A channel \
                        is set up at discreet. A higher level asks for the passphrase, and a channel \
                        that was not confirmed for 30 days drops to discreet again. A discreet notice \
                        holds a sentence that says nothing about anybody, and nothing else: neither \
                        a link nor a button, whatever the channel could do.

                        With `pause-link: on` a mail or an ntfy note above discreet carries a way to \
                        pause it; [pace.md](pace.md) says what that can do.

                        Whoever runs the other end also learns when a notice comes and from which \
                        address on the net (that of the proxy, if one is set). No sound, priority or \
                        picture is ever asked for. No redirect is followed. A channel never runs a \
                        program. Secrets stand in files of their own: the keys that end in `-file`.

                        A phone that shows notes while it is locked shows them to whoever holds it. \
                        Hiding them is a setting of the phone or the app; a sudden change of it may \
                        be noticed by somebody who knows the phone.

                        | type | what it is | what it needs | who can read it | on a locked screen | if it is sent twice | keys |
                        |---|---|---|---|---|---|---|
                        """
                                .formatted(levels));
        for (String type : Channels.types()) {
            page.append("| `")
                    .append(type)
                    .append("` | ")
                    .append(
                            List.of("type", "needs", "reads", "screen", "repeat").stream()
                                    .map(part -> WORDS.say("channel-" + part + "." + type))
                                    .collect(Collectors.joining(" | ")))
                    .append(" | ")
                    .append(
                            keys(type).stream()
                                    .map(key -> "`" + key + "`")
                                    .collect(Collectors.joining(" ")))
                    .append(" |\n");
        }
        return page.toString();
    }

    /// The keys that the type reads, as it names them itself to whoever writes another.
    private static List<String> keys(String type) {
        Problems problems = new Problems();
        Section section = Section.of(Json.object().put("no-such-key", "x").build(), problems);
        try (Outbound outbound =
                new Outbound(FetchSettings.DEFAULT, new SettableClock(ChannelContractKit.AT))) {
            Channels.build(ChannelContractKit.ID, type, section, outbound);
        }
        String known =
                problems.all().stream()
                        .filter(problem -> problem.key().equals("no-such-key"))
                        .map(Problem::what)
                        .findFirst()
                        .orElseThrow();
        Matcher matcher = KNOWN.matcher(known);
        assertThat(matcher.find()).as(known).isTrue();
        TreeSet<String> keys = new TreeSet<>(List.of(matcher.group(1).split(", ")));
        keys.removeAll(List.of("id", "type"));
        // a secret may only stand in a file; its plain name is read to say so
        keys.removeIf(key -> keys.contains(key + "-file"));
        return List.copyOf(keys);
    }
}
