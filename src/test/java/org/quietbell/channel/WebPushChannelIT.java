package org.quietbell.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quietbell.Covers;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.AddressRange;
import org.quietbell.http.Fault;
import org.quietbell.http.Outbound;

class WebPushChannelIT {
    @TempDir private Path folder;

    @Test
    @Covers({"F20"})
    void goesToNoPrivateAddressEvenWhereSettingsOpenSome() {
        WireMockServer server = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
        server.start();
        try (Outbound outbound =
                WebChannelsIT.outbound(
                        List.of(AddressRange.of("127.0.0.1")), Duration.ofSeconds(30))) {
            Section settings =
                    Section.of(
                            WebPushChannelTest.FIXTURE
                                    .setting()
                                    .at("https://127.0.0.1:" + server.httpsPort(), folder)
                                    .build(),
                            new Problems());
            Channel channel =
                    Channels.build(ChannelContractKit.ID, "webpush", settings, outbound)
                            .orElseThrow();
            channel.endpoint().ifPresent(outbound::permit);

            assertThat(channel.send(ChannelContractKit.message("n1")))
                    .isInstanceOfSatisfying(
                            Delivery.Never.class,
                            never ->
                                    assertThat(never.fault().kind()).isEqualTo(Fault.Kind.REFUSED));
            server.verify(0, anyRequestedFor(anyUrl()));
        } finally {
            server.stop();
        }
    }
}
