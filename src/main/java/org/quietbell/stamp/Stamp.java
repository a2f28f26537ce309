package org.quietbell.stamp;

import java.time.Instant;

/// What came of asking for a stamp.
public sealed interface Stamp {
    /// It was given, for the hash that was sent.
    ///
    /// @param answer as the authority sent it (DER, `TimeStampResp`), for `openssl ts -verify -in`
    /// @param at by the clock of the authority
    record Given(byte[] answer, Instant at) implements Stamp {}

    /// There is none.
    record Withheld(Why why) implements Stamp {}

    /// Why there is none.
    enum Why {
        /// Nothing came, or an error, or it sent us on to somewhere else, where we do not go.
        NO_ANSWER,
        /// What came is no answer of a time-stamp authority, or far too long for one.
        UNREADABLE,
        /// It said no.
        DENIED,
        /// It stamped something else than what was sent.
        ANOTHER,
        /// Its signature does not hold, or there is no certificate with it.
        UNSIGNED;

        /// Its name in message keys, e.g. `no-answer`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
