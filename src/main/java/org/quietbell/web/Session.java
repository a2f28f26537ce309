package org.quietbell.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One visitor's stay, kept here and nowhere else.
///
/// @param id 256 random bits, which the cookie carries
/// @param token 256 random bits, which every form carries: whoever changes something has read a
///   page of this stay (F32)
/// @param where how far the visitor has come
/// @param began when
/// @param sitting what was done in it
record Session(String id, String token, Where where, Instant began, Sitting sitting) {
    /// How far a visitor has come.
    enum Where {
        /// Nothing was shown yet.
        AT_THE_DOOR,
        /// The passphrase was right; a code is still asked for.
        HALFWAY,
        /// Both were right, or no more is asked for.
        INSIDE
    }

    boolean isInside() {
        return where == Where.INSIDE;
    }

    boolean holds(@Nullable String offered) {
        return offered != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.US_ASCII),
                        offered.getBytes(StandardCharsets.UTF_8));
    }

    /// Without its secrets.
    @Override
    public String toString() {
        return "a visitor " + where;
    }
}
