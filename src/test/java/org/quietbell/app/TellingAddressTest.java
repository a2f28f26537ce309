package org.quietbell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

@Covers("R1.14")
class TellingAddressTest {
    private static final Watch ALMA =
            new Watch(
                    new WatchId("w"),
                    new CaseId("w"),
                    "Alma Ash Li",
                    List.of("Wren Moss"),
                    List.of(Handle.parse("@quiet_heron9")),
                    List.of(),
                    List.of(),
                    List.of(),
                    Set.of(),
                    Details.none());

    private static List<String> warnings(String key, String value) {
        ChannelEntry entry =
                new ChannelEntry(
                        new ChannelId("post"),
                        "email",
                        Json.object().put(key, value).build(),
                        false,
                        Optional.empty(),
                        true);
        return TellingAddress.warnings(entry, List.of(ALMA), Words.of(Language.EN));
    }

    @ParameterizedTest
    @CsvSource({
        "to, ALMA.k@example.org",
        "to, k@ash.example",
        "from, notes@wren.example",
        "from-name, Notes for Alma",
        "topic, heron9-4711",
        "room, !moss:example.org"
    })
    void saysWhichSettingHoldsAPartOfANameAndNotTheName(String key, String value) {
        assertThat(warnings(key, value))
                .singleElement()
                .asString()
                .startsWith("In post, the setting " + key + " holds a part of a name")
                .doesNotContainIgnoringCase(value)
                .doesNotContainIgnoringCase("alma")
                .doesNotContainIgnoringCase("moss");
    }

    @Test
    void leavesAloneWhatHoldsNoneOrOnlyTwoLettersOfOne() {
        assertThat(warnings("to", "lily@example.org")).isEmpty();
        assertThat(warnings("host", "alma.example")).isEmpty();
    }
}
