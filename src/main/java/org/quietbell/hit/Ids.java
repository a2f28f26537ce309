package org.quietbell.hit;

import java.security.SecureRandom;

/// Makes opaque names: random, so that they tell nothing and cannot be guessed. Safe for many
/// threads.
public final class Ids {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int HIT = 16;

    private final SecureRandom random;

    /// @param random where chance comes from
    public Ids(SecureRandom random) {
        this.random = random;
    }

    /// A new hit's name, 80 bits.
    public HitId hit() {
        return new HitId(text(HIT));
    }

    /// So many characters of `a-z 2-7`, 5 bits each.
    public String text(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
