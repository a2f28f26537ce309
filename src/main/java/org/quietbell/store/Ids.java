package org.quietbell.store;

import java.security.SecureRandom;

/// Random names that tell nothing: 5 bits a character, from `a-z 2-7`.
final class Ids {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        StringBuilder id = new StringBuilder(length);
        for (byte b : bytes) {
            id.append(LETTERS.charAt(b & 31));
        }
        return id.toString();
    }
}
