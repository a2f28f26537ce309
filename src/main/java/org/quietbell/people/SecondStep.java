package org.quietbell.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What the pages ask for after the passphrase: a code that a device of hers shows, or one of the
/// spare codes that she wrote down. Each counts once (F35). Immutable.
///
/// @param secret what her device knows too: 160 bits in base 32
/// @param lastUsed the 30 seconds, counted from 1970, of the code that was used last; none of that
///   time or before it counts any more
/// @param spare keyed digests, in hexadecimal, of the spare codes that are left
public record SecondStep(String secret, long lastUsed, Set<String> spare) {
    /// How many spare codes are made.
    public static final int SPARE = 10;

    private static final int SECRET_BYTES = 20;
    private static final int SPARE_SIGNS = 12;
    private static final int GROUP = 4;

    /// A device whose clock is off by less than this many steps still gets in.
    private static final int DRIFT = 1;

    /// @throws IllegalArgumentException if the secret is none
    public SecondStep {
        if (Base32.bytes(secret).length != SECRET_BYTES) {
            throw new IllegalArgumentException("secret: must be 20 bytes in base 32");
        }
        spare = Set.copyOf(spare);
    }

    /// A secret for a device, of 32 letters and digits.
    public static String freshSecret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base32.of(bytes);
    }

    /// Ten codes to write down, each of 60 bits: `abcd-efgh-ijkl`.
    public static List<String> freshSpare(SecureRandom random) {
        return IntStream.range(0, SPARE)
                .mapToObj(_ -> {
                    byte[] bytes = new byte[SPARE_SIGNS];
                    random.nextBytes(bytes);
                    String all = Base32.of(bytes).toLowerCase(Locale.ROOT);
                    return String.join(
                            "-",
                            all.substring(0, GROUP),
                            all.substring(GROUP, 2 * GROUP),
                            all.substring(2 * GROUP, SPARE_SIGNS));
                })
                .toList();
    }

    /// The address by which authenticator programs take a secret up.
    ///
    /// @param label under which the program lists it
    /// @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI
    ///   format</a>
    public static String address(String label, String secret) {
        return "otpauth://totp/" + label + "?secret=" + secret;
    }

    /// As it is once that code was shown to be right; empty if it is not. For turning it on.
    ///
    /// @param keyed makes a keyed digest
    public static Optional<SecondStep> begun(
            String secret,
            String typed,
            Instant now,
            List<String> spare,
            UnaryOperator<byte[]> keyed) {
        return new SecondStep(secret, Long.MIN_VALUE, Set.of())
                .byDevice(plain(typed), now)
                .map(begun -> begun.withSpare(spare, keyed));
    }

    /// The same with other spare codes.
    public SecondStep withSpare(List<String> codes, UnaryOperator<byte[]> keyed) {
        Set<String> digests = new HashSet<>();
        codes.forEach(code -> digests.add(digest(plain(code), keyed)));
        return new SecondStep(secret, lastUsed, digests);
    }

    /// As it is after that code was used; empty if the code is wrong, used already, or of another
    /// time.
    ///
    /// @param typed as she typed it, blanks and dashes and all
    /// @param keyed makes a keyed digest
    public Optional<SecondStep> used(String typed, Instant now, UnaryOperator<byte[]> keyed) {
        String plain = plain(typed);
        return byDevice(plain, now).or(() -> bySpare(plain, keyed));
    }

    private Optional<SecondStep> byDevice(String plain, Instant now) {
        long present = TimeCode.stepOf(now);
        byte[] key = Base32.bytes(secret);
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            if (step > lastUsed && same(TimeCode.of(key, step, TimeCode.DIGITS), plain)) {
                return Optional.of(new SecondStep(secret, step, spare));
            }
        }
        return Optional.empty();
    }

    private Optional<SecondStep> bySpare(String plain, UnaryOperator<byte[]> keyed) {
        String digest = digest(plain, keyed);
        if (plain.length() != SPARE_SIGNS || !spare.contains(digest)) {
            return Optional.empty();
        }
        Set<String> left = new HashSet<>(spare);
        left.remove(digest);
        return Optional.of(new SecondStep(secret, lastUsed, left));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(SPARE_SIGNS + 1)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static String digest(String plain, UnaryOperator<byte[]> keyed) {
        return HexFormat.of().formatHex(keyed.apply(plain.getBytes(StandardCharsets.UTF_8)));
    }

    /// Without its secrets.
    @Override
    public String toString() {
        return "a second step with " + spare.size() + " spare codes";
    }
}
