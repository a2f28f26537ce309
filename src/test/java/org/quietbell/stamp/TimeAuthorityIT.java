package org.quietbell.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.tsp.TimeStampRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;
import org.quietbell.OtherProgram;
import org.quietbell.SettableClock;
import org.quietbell.http.AddressRange;
import org.quietbell.http.Endpoint;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;

/// Stamps of an authority on loopback, right and wrong.
class TimeAuthorityIT {
    private final LoopbackAuthority authority = new LoopbackAuthority();

    @TempDir Path folder;

    @AfterEach
    void end() {
        authority.close();
    }

    private static byte[] hash(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private Stamp asked(byte[] hash) {
        URI address = authority.address();
        try (Outbound outbound =
                new Outbound(
                        new FetchSettings(
                                2,
                                1,
                                Duration.ofSeconds(3),
                                1 << 20,
                                "test",
                                Optional.empty(),
                                List.of(AddressRange.of("127.0.0.1"))),
                        new SettableClock(Instant.parse("2026-11-22T09:00:00Z")))) {
            outbound.permit(new Endpoint("127.0.0.1", address.getPort()));
            return new TimeAuthority(outbound.http(), address, new Random(7)).stamp(hash);
        }
    }

    @Test
    @Covers("R3.5")
    void aStampVerifiesWithOpensslForThisHashOnly() throws Exception {
        byte[] hash = hash("the end of a log");

        Stamp.Given given = (Stamp.Given) asked(hash);

        assertThat(given.at()).isEqualTo(LoopbackAuthority.AT);
        Files.write(folder.resolve("head.tsr"), given.answer());
        Files.writeString(folder.resolve("authority.pem"), authority.rootPem());
        OtherProgram openssl = OtherProgram.of("openssl", "openssl");
        assertThat(verified(openssl, hash).out()).contains("Verification: OK");
        assertThat(verified(openssl, hash).exit()).isZero();
        assertThat(verified(openssl, hash("another")).exit()).isNotZero();
    }

    private OtherProgram.Ended verified(OtherProgram openssl, byte[] hash) throws Exception {
        return openssl.run(
                folder,
                "ts",
                "-verify",
                "-digest",
                HexFormat.of().formatHex(hash),
                "-in",
                "head.tsr",
                "-CAfile",
                "authority.pem");
    }

    @Test
    @Covers("R3.5")
    void theQuestionHoldsAHashAndARandomNumberOnly() throws Exception {
        byte[] hash = hash("the end of a log");

        asked(hash);

        TimeStampRequest question = new TimeStampRequest(authority.asked().getFirst());
        assertThat(question.getMessageImprintDigest()).isEqualTo(hash);
        assertThat(question.hasExtensions()).isFalse();
        assertThat(question.getReqPolicy()).isNull();
        assertThat(authority.asked()).hasSize(1);
        assertThat(authority.asked().getFirst()).hasSizeLessThan(80);
    }

    @ParameterizedTest
    @CsvSource({
        "PAGE,          UNREADABLE",
        "HUGE,          UNREADABLE",
        "REJECTED,      DENIED",
        "ANOTHER_HASH,  ANOTHER",
        "ANOTHER_NONCE, ANOTHER",
        "FORGED,        UNSIGNED",
        "BARE,          UNSIGNED",
        "SENT_ON,       NO_ANSWER",
        "ERROR,         NO_ANSWER",
        "SILENT,        NO_ANSWER"
    })
    void aBadAnswerIsNoStampAndSaysWhy(LoopbackAuthority.Way way, Stamp.Why why) throws Exception {
        authority.answers(way);

        assertThat(asked(hash("the end of a log"))).isEqualTo(new Stamp.Withheld(why));
        assertThat(authority.paths()).containsOnly("/tsa");
    }

    @Test
    void whateverIsSpoiltInAStampNothingFailsAndWhatIsSaidStillFits() throws Exception {
        byte[] hash = hash("the end of a log");
        Stamp.Given given = (Stamp.Given) asked(hash);
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            byte[] spoilt = given.answer().clone();
            spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 + random.nextInt(255));
            authority.answersWith(spoilt);

            // a few bytes, such as what a certificate says of its issuer, no signature covers
            switch (asked(hash)) {
                case Stamp.Given(byte[] _, Instant at) ->
                        assertThat(at).as("seed " + seed).isEqualTo(LoopbackAuthority.AT);
                case Stamp.Withheld _ -> {}
            }
        }
    }
}
