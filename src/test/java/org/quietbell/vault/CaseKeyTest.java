package org.quietbell.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

class CaseKeyTest {
    private static final int ROUNDS = 300;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final CaseKey jane = new CaseKey("case-17", bytes(32));
    private final CaseKey other = new CaseKey("case-18", bytes(32));

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String word() {
        return HexFormat.of().formatHex(bytes(random.nextInt(6)));
    }

    @Test
    void opensWhatItSealed() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] plain = bytes(random.nextInt(2_000));
            String table = word();
            String row = word();
            String field = word();

            byte[] sealed = jane.seal(table, row, field, plain);

            assertThat(jane.open(table, row, field, sealed)).as("seed " + seed).isEqualTo(plain);
            assertThat(sealed).hasSize(plain.length + 29).startsWith(1);
        }
    }

    @Test
    void opensNothingWithAFlippedBit() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] sealed = jane.seal("hit", "a", "sealed", bytes(random.nextInt(60)));
            sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));

            assertThatThrownBy(() -> jane.open("hit", "a", "sealed", sealed))
                    .as("seed " + seed)
                    .isInstanceOfSatisfying(
                            VaultException.class,
                            e -> assertThat(e.kind()).isEqualTo(VaultException.Kind.DAMAGED));
        }
    }

    @Test
    void opensNothingThatWasCutShort() {
        byte[] sealed = jane.seal("hit", "a", "sealed", bytes(20));
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);

            assertThatThrownBy(() -> jane.open("hit", "a", "sealed", cut))
                    .isInstanceOf(VaultException.class);
        }
    }

    @Test
    void opensNothingThatWasMovedToAnotherPlace() {
        byte[] sealed = jane.seal("hit", "ab", "c", bytes(20));

        assertThatThrownBy(() -> jane.open("letter", "ab", "c", sealed))
                .isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> jane.open("hit", "a", "bc", sealed))
                .isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> jane.open("hita", "b", "c", sealed))
                .isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> jane.open("hit", "ab", "d", sealed))
                .isInstanceOf(VaultException.class);
    }

    @Test
    @Covers("R5.6")
    void opensNothingOfAnotherCase() {
        byte[] sameBytes = bytes(32);
        CaseKey one = new CaseKey("case-17", sameBytes);
        CaseKey sameKeyOtherCase = new CaseKey("case-18", sameBytes);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] plain = bytes(random.nextInt(60));
            byte[] sealed = jane.seal("hit", "a", "sealed", plain);

            assertThatThrownBy(() -> other.open("hit", "a", "sealed", sealed))
                    .as("seed " + seed)
                    .isInstanceOf(VaultException.class);
        }
        byte[] sealed = one.seal("hit", "a", "sealed", bytes(20));
        assertThatThrownBy(() -> sameKeyOtherCase.open("hit", "a", "sealed", sealed))
                .isInstanceOf(VaultException.class);
    }

    @Test
    @Covers({"R5.6", "F37"})
    void givesTheSameValueAnotherFingerprintForEachCaseAndPurpose() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] value = bytes(random.nextInt(60));

            assertThat(jane.fingerprint("hit", value))
                    .as("seed " + seed)
                    .hasSize(32)
                    .isEqualTo(jane.fingerprint("hit", value))
                    .isNotEqualTo(other.fingerprint("hit", value))
                    .isNotEqualTo(jane.fingerprint("pair", value));
        }
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        byte[] plain = "Jane Doe".getBytes(UTF_8);

        assertThat(jane.seal("hit", "a", "sealed", plain))
                .isNotEqualTo(jane.seal("hit", "a", "sealed", plain));
    }
}
