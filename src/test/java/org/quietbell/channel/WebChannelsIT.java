package org.quietbell.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quietbell.Covers;
import org.quietbell.SettableClock;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.AddressRange;
import org.quietbell.http.Fault.Kind;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;

/// Every channel to a web service through the real client and the registry, to servers on loopback.
class WebChannelsIT {
    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().dynamicHttpsPort());
    private static final WireMockServer OTHER = new WireMockServer(options().dynamicPort());

    @TempDir private Path folder;

    /// All but `webpush`, which goes to no address of one's own network: see [WebPushChannelIT].
    static Stream<WebFixture> services() {
        return Stream.of(
                AppriseChannelTest.FIXTURE,
                DiscordChannelTest.FIXTURE,
                GotifyChannelTest.FIXTURE,
                MatrixChannelTest.FIXTURE,
                MattermostChannelTest.FIXTURE,
                PushoverChannelTest.FIXTURE,
                SignalChannelTest.FIXTURE,
                SlackChannelTest.FIXTURE,
                TelegramChannelTest.FIXTURE,
                WebhookChannelTest.FIXTURE);
    }

    @BeforeAll
    static void start() {
        SERVER.start();
        OTHER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
        OTHER.stop();
    }

    @AfterEach
    void forget() {
        SERVER.resetAll();
        OTHER.resetAll();
    }

    static Outbound outbound(List<AddressRange> allowed, Duration deadline) {
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
                new SettableClock(ChannelContractKit.AT));
    }

    private static Outbound outbound() {
        return outbound(List.of(AddressRange.of("127.0.0.1")), Duration.ofSeconds(30));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder yes(WebFixture service) {
        return aResponse().withStatus(service.status()).withBody(service.yes());
    }

    private Channel channel(WebFixture service, String server, Outbound outbound) {
        Problems problems = new Problems();
        Channel channel =
                Channels.build(
                                ChannelContractKit.ID,
                                service.type(),
                                Section.of(service.setting().at(server, folder).build(), problems),
                                outbound)
                        .orElseThrow(() -> new AssertionError(problems.all()));
        channel.endpoint().ifPresent(outbound::permit);
        return channel;
    }

    private Delivery send(WebFixture service, String server) {
        try (Outbound outbound = outbound()) {
            return channel(service, server, outbound).send(ChannelContractKit.message("n1"));
        }
    }

    private static String plain() {
        return "http://127.0.0.1:" + SERVER.port();
    }

    private static Optional<Kind> never(Delivery delivery) {
        return delivery instanceof Delivery.Never(var fault)
                ? Optional.of(fault.kind())
                : Optional.empty();
    }

    private static Optional<Kind> later(Delivery delivery) {
        return delivery instanceof Delivery.Later(var fault, _)
                ? Optional.of(fault.kind())
                : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("services")
    @Covers({"R1.14", "F63"})
    void deliversOnceAndTellsNothingBeyondItsWords(WebFixture service) {
        answer(yes(service));

        assertThat(send(service, plain())).isEqualTo(new Delivery.Delivered());

        List<LoggedRequest> requests = SERVER.findAll(anyRequestedFor(anyUrl()));
        assertThat(requests).hasSize(1);
        LoggedRequest request = requests.getFirst();
        assertThat(request.getBodyAsString()).contains("There is something for you.");
        assertThat(
                        DecodedMail.unhidden(
                                request.getUrl()
                                        + request.getHeaders()
                                        + request.getBodyAsString()))
                .doesNotContain("quietbell", "zebra", "quagga", "okapi", "okhttp", "hit");
    }

    @ParameterizedTest
    @MethodSource("services")
    @Covers({"F61"})
    void waitsAsLongAsItIsAskedTo(WebFixture service) {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "120").withBody("canary"));

        assertThat(send(service, plain()))
                .isInstanceOfSatisfying(
                        Delivery.Later.class,
                        later -> {
                            assertThat(later.fault().kind()).isEqualTo(Kind.QUOTA);
                            assertThat(later.notBefore())
                                    .contains(ChannelContractKit.AT.plusSeconds(120));
                        });
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("services")
    @Covers({"F61"})
    void handsItsSecretsToNobodyElseWhenSentOn(WebFixture service) {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            answer(
                    aResponse()
                            .withStatus(status)
                            .withHeader("Location", "http://127.0.0.1:" + OTHER.port() + "/"));

            assertThat(never(send(service, plain()))).as("%d", status).contains(Kind.REFUSED);
        }
        OTHER.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("services")
    @Covers({"F23", "F61"})
    void saysWhatIsWrongWithACertificateAndSendsNothing(WebFixture service) {
        answer(yes(service));

        Delivery delivery = send(service, "https://127.0.0.1:" + SERVER.httpsPort());

        assertThat(later(delivery)).contains(Kind.UNREACHABLE);
        assertThat(delivery.toString()).contains("127.0.0.1 showed a certificate that");
        SERVER.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("services")
    @Covers({"F61"})
    void triesAgainLaterWhenTheConnectionBreaksOrTheServerIsSlow(WebFixture service) {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(later(send(service, plain()))).isPresent();

        answer(aResponse().withBody("x".repeat(2000)).withChunkedDribbleDelay(20, 8_000));
        try (Outbound brief =
                outbound(List.of(AddressRange.of("127.0.0.1")), Duration.ofSeconds(1))) {
            assertThat(
                            later(
                                    channel(service, plain(), brief)
                                            .send(ChannelContractKit.message("n1"))))
                    .contains(Kind.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    @Covers({"F20"})
    void goesToNoPrivateAddressThatIsNotAllowed(WebFixture service) {
        answer(yes(service));
        try (Outbound closed = outbound(List.of(), Duration.ofSeconds(30))) {
            Delivery delivery =
                    channel(service, plain(), closed).send(ChannelContractKit.message("n1"));

            assertThat(never(delivery)).contains(Kind.REFUSED);
        }
        SERVER.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("services")
    @Covers({"R2.2", "R2.6"})
    void leavesNoSecretNoRecipientAndNoWordInTheLogOrInAFault(WebFixture service) {
        List<String> canaries =
                Stream.concat(
                                service.secrets().stream(),
                                Stream.of(
                                        "canary", "zebra", "quagga", "okapi", "something for you"))
                        .toList();
        try (Overheard overheard = new Overheard()) {
            StringBuilder faults = new StringBuilder();
            for (int status : new int[] {service.status(), 400, 401, 404, 413, 500, 503}) {
                answer(
                        aResponse()
                                .withStatus(status)
                                .withHeader("X-Odd", "canary")
                                .withBody(String.join(" ", service.secrets()) + " canary"));
                faults.append(send(service, plain())).append('\n');
            }
            answer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
            faults.append(send(service, plain()));
            faults.append(send(service, "https://127.0.0.1:" + SERVER.httpsPort()));

            assertThat(faults.toString()).doesNotContain(canaries);
            assertThat(overheard.all()).contains("overheard").doesNotContain(canaries);
        }
    }
}
