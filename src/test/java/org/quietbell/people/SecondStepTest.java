package org.quietbell.people;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quietbell.Covers;

class SecondStepTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:10Z");
    private static final String SECRET = Base32.of("12345678901234567890".getBytes(US_ASCII));
    private final List<String> spare = SecondStep.freshSpare(new SecureRandom());
    private final SecondStep begun =
            SecondStep.begun(SECRET, DeviceCodes.of(SECRET, NOW), NOW, spare, SecondStepTest::keyed)
                    .orElseThrow();

    private static byte[] keyed(byte[] bytes) {
        byte[] turned = bytes.clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] ^= 0x55;
        }
        return turned;
    }

    /// Appendix B of RFC 6238, the rows of SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130",
    })
    void agreesWithTheStandardsOwnExamples(long seconds, String code) {
        byte[] secret = "12345678901234567890".getBytes(US_ASCII);

        assertThat(TimeCode.of(secret, TimeCode.stepOf(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    /// Section 10 of RFC 4648, without the filling.
    @ParameterizedTest
    @CsvSource({
        "f,MY",
        "fo,MZXQ",
        "foo,MZXW6",
        "foob,MZXW6YQ",
        "fooba,MZXW6YTB",
        "foobar,MZXW6YTBOI"
    })
    void writesBytesAsTheStandardDoes(String plain, String written) {
        assertThat(Base32.of(plain.getBytes(US_ASCII))).isEqualTo(written);
        assertThat(Base32.bytes(written)).isEqualTo(plain.getBytes(US_ASCII));
    }

    @Test
    @Covers("F35")
    void aCodeCountsOnceAndNoneOfBefore() {
        Instant next = NOW.plus(TimeCode.STEP);
        String code = DeviceCodes.of(SECRET, next);
        SecondStep after = begun.used(code, next, SecondStepTest::keyed).orElseThrow();

        assertThat(after.used(code, next, SecondStepTest::keyed)).isEmpty();
        assertThat(after.used(DeviceCodes.of(SECRET, NOW), next, SecondStepTest::keyed)).isEmpty();
    }

    @Test
    @Covers("F35")
    void aClockThatIsHalfAMinuteOffStillGetsInAndOneThatIsFurtherDoesNot() {
        Instant later = NOW.plus(Duration.ofHours(1));

        for (int steps : List.of(-1, 0, 1)) {
            String code = DeviceCodes.of(SECRET, later.plus(TimeCode.STEP.multipliedBy(steps)));
            assertThat(begun.used(code, later, SecondStepTest::keyed)).as("%d", steps).isPresent();
        }
        for (int steps : List.of(-2, 2)) {
            String code = DeviceCodes.of(SECRET, later.plus(TimeCode.STEP.multipliedBy(steps)));
            assertThat(begun.used(code, later, SecondStepTest::keyed)).as("%d", steps).isEmpty();
        }
    }

    @Test
    @Covers("F35")
    void aSpareCodeCountsOnceHoweverItIsTypedAndIsNotKeptItself() {
        String code = spare.get(4);
        SecondStep after =
                begun.used(
                                " " + code.toUpperCase(java.util.Locale.ROOT).replace('-', ' '),
                                NOW,
                                SecondStepTest::keyed)
                        .orElseThrow();

        assertThat(after.used(code, NOW, SecondStepTest::keyed)).isEmpty();
        assertThat(after.used(spare.get(5), NOW, SecondStepTest::keyed)).isPresent();
        assertThat(begun.spare())
                .hasSize(SecondStep.SPARE)
                .doesNotContainAnyElementsOf(spare)
                .doesNotContain(code.replace("-", ""));
    }

    @Test
    void nothingElseCounts() {
        for (String typed :
                List.of("", "12345", "0000000", "abcd-efgh-ijkl", "١٢٣٤٥٦", "x".repeat(100_000))) {
            assertThat(begun.used(typed, NOW.plus(Duration.ofHours(1)), SecondStepTest::keyed))
                    .isEmpty();
        }
    }

    @Test
    void isTurnedOnByARightCodeOnly() {
        assertThat(SecondStep.begun(SECRET, "1234567", NOW, spare, SecondStepTest::keyed))
                .isEmpty();
        assertThatThrownBy(() -> new SecondStep("ABC", 0, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNoSecretWhenPrinted() {
        assertThat(begun.toString()).doesNotContain(SECRET).contains("10");
    }
}
