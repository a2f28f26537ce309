package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.config.Secret;
import org.quietbell.words.Language;

/// The passphrase that is chosen on the very first page is the one that opens the door afterwards.
class FirstPassphraseTest {
    private static final String KEY = "k7";
    private static final String WITH_BLANKS = " seven quiet herons ";

    private final FakeDesk desk = new FakeDesk();
    private final Chosen chosen = new Chosen();
    private final WebServer server =
            WebServer.start(
                    Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), desk);
    private final Visitor visitor = new Visitor(server.address());

    private static final class Chosen implements Entrance.Beginning {
        final List<String> passphrases = new ArrayList<>();

        @Override
        public boolean isGood(String key) {
            return key.equals(KEY);
        }

        @Override
        public Entrance.Answer begin(String key, Secret passphrase, Language language) {
            passphrases.add(passphrase.reveal());
            return new Entrance.Answer.Opened();
        }
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    private HttpResponse<String> begin(String passphrase, String again) {
        desk.open = false;
        desk.entrance = () -> new Entrance.FirstTime(chosen);
        visitor.get("/begin?k=" + KEY);
        return visitor.post(
                "/begin",
                Map.of(
                        "token",
                        visitor.token(),
                        "k",
                        KEY,
                        "passphrase",
                        passphrase,
                        "again",
                        again));
    }

    @Test
    void keepsTheBlanksAtItsEnds() {
        assertThat(begin(WITH_BLANKS, WITH_BLANKS).statusCode()).isEqualTo(303);

        assertThat(chosen.passphrases).containsExactly(WITH_BLANKS);
    }

    @Test
    void theDoorTakesItAsItWasChosen() {
        List<String> given = new ArrayList<>();
        desk.entrance =
                () ->
                        new Entrance.ByPassphrase(passphrase -> {
                            given.add(passphrase.reveal());
                            return new Entrance.Answer.Wrong();
                        });

        visitor.enter(WITH_BLANKS);

        assertThat(given).containsExactly(WITH_BLANKS);
    }

    @ParameterizedTest
    @CsvSource({
        "seven q,seven q", // too short
        "seven quiet herons,seven quiet heron",
        "seven quiet herons,' seven quiet herons'",
        "'',''",
    })
    void isNotTakenIfItIsShortOrTypedDifferently(String passphrase, String again) {
        assertThat(begin(passphrase, again).statusCode()).isEqualTo(400);

        assertThat(chosen.passphrases).isEmpty();
    }
}
