package org.quietbell.notice;

import java.security.SecureRandom;

/// Gives names to notices: 26 random characters, 130 bits, which tell nothing and never repeat.
/// Safe for many threads.
public final class NoticeIds {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    private final SecureRandom random = new SecureRandom();

    /// A new name.
    public NoticeId next() {
        byte[] drawn = new byte[LENGTH];
        random.nextBytes(drawn);
        StringBuilder value = new StringBuilder(LENGTH);
        for (byte each : drawn) {
            value.append(LETTERS.charAt(each & 31));
        }
        return new NoticeId(value.toString());
    }
}
