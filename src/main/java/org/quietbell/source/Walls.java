package org.quietbell.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.quietbell.http.Body;

/// Tells pages that shut somebody out (a sign-in, a consent, a proof of being human) from those
/// that are merely not what was asked for.
final class Walls {
    private static final int LOOKED_AT = 64 * 1024;

    /// Marks of such pages, in their markup or their words; lower case.
    private static final List<String> MARKS =
            List.of(
                    "captcha",
                    "cf-challenge",
                    "challenge-platform",
                    "type=\"password\"",
                    "type='password'",
                    "type=password",
                    "verify you are human",
                    "are you a robot",
                    "not a robot",
                    "unusual traffic",
                    "checking your browser",
                    "consent.google.",
                    "before you continue",
                    "<title>log in",
                    "<title>login",
                    "<title>sign in",
                    "access denied");

    private Walls() {}

    static boolean isWall(Body body) {
        String host = String.valueOf(body.from().getHost()).toLowerCase(Locale.ROOT);
        if (host.startsWith("consent.")
                || host.startsWith("login.")
                || host.startsWith("accounts.")) {
            return true;
        }
        byte[] bytes = body.bytes();
        String head =
                new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        return head.contains("<html") && MARKS.stream().anyMatch(head::contains);
    }
}
