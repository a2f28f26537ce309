package org.quietbell.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.AddressRange;
import org.quietbell.http.Fault;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;
import org.quietbell.json.Json;

/// Publishing through the real client to a server on loopback.
class NtfyChannelIT {
    private static final Instant NOW = ChannelContractKit.AT;
    private static final String ECHO =
            "{\"id\":\"fix01\",\"time\":1,\"event\":\"message\",\"topic\":\"quiet-topic\"}";

    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private final WireMockServer other = new WireMockServer(options().dynamicPort());
    private final Outbound outbound =
            outbound(List.of(AddressRange.of("127.0.0.1")), Duration.ofSeconds(30));

    private static Outbound outbound(List<AddressRange> allowed, Duration deadline) {
        FetchSettings usual = FetchSettings.DEFAULT;
        return new Outbound(
                new FetchSettings(
                        usual.concurrency(),
                        usual.perHost(),
                        deadline,
                        usual.maxBody(),
                        usual.userAgent(),
                        usual.proxy(),
                        allowed),
                new SettableClock(NOW));
    }

    @BeforeEach
    void start() {
        server.start();
        other.start();
        other.stubFor(any(anyUrl()).willReturn(aResponse().withBody(ECHO)));
    }

    @AfterEach
    void stop() {
        outbound.close();
        server.stop();
        other.stop();
    }

    private void answer(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo("/")).willReturn(response));
    }

    private Channel channel(Outbound out) {
        Json settings =
                Json.object()
                        .put("url", "http://127.0.0.1:" + server.port())
                        .put("topic", "quiet-topic")
                        .build();
        Channel channel =
                Channels.build(
                                ChannelContractKit.ID,
                                "ntfy",
                                Section.of(settings, new Problems()),
                                out)
                        .orElseThrow();
        channel.endpoint().ifPresent(out::permit);
        return channel;
    }

    private Delivery send() {
        return channel(outbound).send(ChannelContractKit.message("n1"));
    }

    @Test
    @Covers({"R1.13", "R1.14", "F63"})
    void publishesOneJsonObjectToTheRoot() {
        answer(aResponse().withBody(ECHO));

        Delivery delivery = send();

        assertThat(delivery).isEqualTo(new Delivery.Delivered());
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/"))
                        .withHeader("Cache", equalTo("yes"))
                        .withHeader("Firebase", equalTo("no"))
                        .withoutHeader("Priority")
                        .withoutHeader("Authorization")
                        .withRequestBody(
                                equalToJson(
                                        "{\"topic\":\"quiet-topic\",\"title\":\"When you have"
                                                + " time\",\"message\":\"There is something for"
                                                + " you.\\nIt will wait.\"}")));
        LoggedRequest request = server.findAll(anyRequestedFor(anyUrl())).getFirst();
        assertThat(DecodedMail.unhidden(request.getHeaders() + request.getBodyAsString()))
                .doesNotContain("quietbell", "zebra", "quagga", "okapi", "okhttp");
    }

    @Test
    @Covers({"F61"})
    void waitsAsLongAsTheServerAsks() {
        answer(
                aResponse()
                        .withStatus(429)
                        .withHeader("Retry-After", "120")
                        .withBody("{\"code\":42901,\"http\":429,\"error\":\"too many\"}"));

        assertThat(send())
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later -> {
                            assertThat(later.fault().kind()).isEqualTo(Fault.Kind.QUOTA);
                            assertThat(later.notBefore())
                                    .isEqualTo(Optional.of(NOW.plusSeconds(120)));
                        });
    }

    @Test
    @Covers({"F61"})
    void handsTheTopicToNobodyElseWhenSentOn() {
        answer(
                aResponse()
                        .withStatus(307)
                        .withHeader("Location", "http://127.0.0.1:" + other.port() + "/"));

        assertThat(send())
                .isInstanceOfSatisfying(
                        Delivery.Never.class,
                        never -> assertThat(never.fault().kind()).isEqualTo(Fault.Kind.REFUSED));
        other.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    @Covers({"F61"})
    void endsBeforeASlowServerDoes() {
        answer(aResponse().withBody(ECHO).withChunkedDribbleDelay(20, 8_000));

        try (Outbound brief =
                outbound(List.of(AddressRange.of("127.0.0.1")), Duration.ofSeconds(1))) {
            assertThat(channel(brief).send(ChannelContractKit.message("n1")))
                    .isInstanceOfSatisfying(
                            Delivery.Later.class,
                            later ->
                                    assertThat(later.fault().kind())
                                            .isEqualTo(Fault.Kind.UNREACHABLE));
        }
    }

    @Test
    @Covers({"F20"})
    void goesToNoPrivateAddressThatIsNotAllowed() {
        answer(aResponse().withBody(ECHO));
        try (Outbound closed = outbound(List.of(), Duration.ofSeconds(30))) {
            assertThat(channel(closed).send(ChannelContractKit.message("n1")))
                    .isInstanceOfSatisfying(
                            Delivery.Never.class,
                            never ->
                                    assertThat(never.fault().kind()).isEqualTo(Fault.Kind.REFUSED));
        }
        server.verify(0, anyRequestedFor(anyUrl()));
    }
}
