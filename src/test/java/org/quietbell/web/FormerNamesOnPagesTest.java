package org.quietbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.hit.HitId;

class FormerNamesOnPagesTest {
    @Test
    @Covers("R6.7")
    void noPageShowsANameThatIsKeptApart() {
        FakeDesk desk = new FakeDesk();
        HitId id =
                desk.inside.add(
                        "b",
                        "A talk by Oskar Vexholt",
                        "VEXHOLT, Oskar, now Jane Doe",
                        "https://forum.example/oskar-vexholt/9");
        try (WebServer server =
                        WebServer.start(
                                Site.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                                desk);
                Visitor visitor = new Visitor(server.address())) {
            visitor.enter(FakeDesk.PASSPHRASE);
            for (String path :
                    List.of(
                            "/",
                            "/waiting",
                            "/n/" + id,
                            "/n/" + id + "/site",
                            "/n/" + id + "/text",
                            "/n/" + id + "/address")) {
                assertThat(visitor.get(path).body())
                        .as(path)
                        .doesNotContainIgnoringCase("oskar")
                        .doesNotContainIgnoringCase("vexholt");
            }
            assertThat(visitor.get("/n/" + id + "/text").body())
                    .contains("A talk by [...]", "[...], now Jane Doe");
        }
    }
}
