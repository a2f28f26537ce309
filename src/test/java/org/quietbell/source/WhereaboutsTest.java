package org.quietbell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quietbell.http.Hop;

class WhereaboutsTest {
    private static final URI ASKED = URI.create("https://a.example/f");
    private static final URI NEW = URI.create("https://a.example/new");
    private static final URI OTHER = URI.create("https://b.example/f");

    @Test
    void staysWhereItWasWithoutARedirect() {
        assertThat(Whereabouts.of(ASKED, List.of(), 200)).isEqualTo(new Whereabouts.Same());
    }

    @Test
    void movesByAPermanentRedirectOnTheSameHost() {
        assertThat(Whereabouts.of(ASKED, List.of(new Hop(301, NEW)), 200))
                .isEqualTo(new Whereabouts.Moved(NEW, false));
        assertThat(Whereabouts.of(ASKED, List.of(new Hop(308, NEW)), 304))
                .isEqualTo(new Whereabouts.Moved(NEW, false));
    }

    @Test
    void asksBeforeItMovesToAnotherHostOrLosesItsEncryption() {
        URI bare = URI.create("http://a.example/f");

        assertThat(Whereabouts.of(ASKED, List.of(new Hop(301, OTHER)), 200))
                .isEqualTo(new Whereabouts.Moved(OTHER, true));
        assertThat(Whereabouts.of(ASKED, List.of(new Hop(301, bare)), 200))
                .isEqualTo(new Whereabouts.Moved(bare, true));
        assertThat(Whereabouts.of(bare, List.of(new Hop(301, ASKED)), 200))
                .isEqualTo(new Whereabouts.Moved(ASKED, false));
    }

    @Test
    void movesOnlyAsFarAsTheRedirectsArePermanent() {
        assertThat(
                        Whereabouts.of(
                                ASKED,
                                List.of(
                                        new Hop(301, NEW),
                                        new Hop(302, OTHER),
                                        new Hop(301, ASKED)),
                                200))
                .isEqualTo(new Whereabouts.Moved(NEW, false));
        assertThat(Whereabouts.of(ASKED, List.of(new Hop(307, OTHER)), 200))
                .isEqualTo(new Whereabouts.Same());
    }

    @Test
    void movesNowhereIfTheNewPlaceDoesNotAnswer() {
        assertThat(Whereabouts.of(ASKED, List.of(new Hop(301, NEW)), 404))
                .isEqualTo(new Whereabouts.Same());
    }

    @Test
    void isGoneOnlyWhenTheServerSaysSo() {
        assertThat(Whereabouts.of(ASKED, List.of(), 410)).isEqualTo(new Whereabouts.Gone());
        assertThat(Whereabouts.of(ASKED, List.of(), 404)).isEqualTo(new Whereabouts.Same());
    }
}
