package org.quietbell.http;

import java.util.Locale;

/// A named failure.
///
/// @param kind what may be done about it; whether to retry is decided by it alone
/// @param detail what happened, for a person: no secret, no name, no found text, no address beyond
///   its host
public record Fault(Kind kind, String detail) {
    /// The kinds of failure.
    public enum Kind {
        /// No answer: no network, no such host, refused, timed out, a bad certificate.
        UNREACHABLE(true),
        /// It answers that it is in trouble (5xx), or breaks off.
        TROUBLED(true),
        /// It shut us out: a CAPTCHA, a login page, 401 or 403.
        BLOCKED(false),
        /// Asked too often, or the allowance is used up.
        QUOTA(true),
        /// A setting of ours or of the server's is wrong: a bad request, a closed format.
        MISCONFIGURED(false),
        /// It answers something that cannot be read.
        BROKEN(true),
        /// It answers, but says that it could not look everywhere.
        PARTLY_BLIND(true),
        /// It is gone for good (404, 410).
        GONE(false),
        /// We do not go there: a private address, another scheme, too many redirects.
        REFUSED(false),
        /// The answer is larger than the limit.
        TOO_LARGE(false);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }

        /// Whether the same request may succeed later without anybody's doing.
        public boolean isPassing() {
            return passing;
        }

        /// The name in line formats, e.g. `partly-blind`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a status of 400 and above means when nothing more is known.
    ///
    /// @param status an HTTP status of 400 to 599
    public static Fault ofStatus(int status) {
        Kind kind =
                switch (status) {
                    case 401, 403, 407, 451 -> Kind.BLOCKED;
                    case 402, 429 -> Kind.QUOTA;
                    case 404, 410 -> Kind.GONE;
                    case 408 -> Kind.UNREACHABLE;
                    default -> status >= 500 ? Kind.TROUBLED : Kind.MISCONFIGURED;
                };
        return new Fault(kind, "answered with status " + status);
    }
}
