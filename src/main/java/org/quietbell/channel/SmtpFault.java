package org.quietbell.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.quietbell.http.Fault;
import org.quietbell.http.RefusedAddressException;

/// Names what went wrong while a mail was handed over.
///
/// What the server wrote is never repeated: it may hold the recipient.
///
/// Source: RFC 5321 section 4.2.3 (codes), RFC 4954 section 6 (sign-in), RFC 3463 (enhanced codes).
final class SmtpFault {
    /// What was being done.
    enum Stage {
        SIGN_IN,
        RECIPIENT,
        OTHER
    }

    private static final Pattern POLICY =
            Pattern.compile("[0-9]{3}[ -]5\\.7\\.[0-9]+\\b.*", Pattern.DOTALL);
    private static final int DEEPEST = 20;
    private static final int CONTINUE = 334;

    private SmtpFault() {}

    /// What an error of the mail library means.
    ///
    /// @param host the mail server's, for the words
    /// @param code the last code that the server gave; below 400 if it gave none for this
    /// @param reply the line it stood on
    static Fault of(MessagingException error, String host, int code, String reply) {
        if (code >= 400) {
            return ofCode(stage(error), host, code, reply);
        }
        if (cause(error, IOException.class) instanceof IOException io) {
            return unreachable(io, host);
        }
        if (cause(error, AuthenticationFailedException.class) != null) {
            // to an access token that it refuses, a server first says why, as a question
            return code == CONTINUE
                    ? fault(Fault.Kind.BLOCKED, host, "refused the access token")
                    : fault(
                            Fault.Kind.MISCONFIGURED,
                            host,
                            "offers no way to sign in with a password or a token");
        }
        return code < 0
                ? fault(Fault.Kind.TROUBLED, host, "broke off")
                : fault(Fault.Kind.UNREACHABLE, host, "offers no secured connection");
    }

    /// What a code of 400 to 599 means. Codes from 400 pass, codes from 500 do not.
    static Fault ofCode(Stage stage, String host, int code, String reply) {
        return switch (code) {
            case 552 ->
                    fault(
                            Fault.Kind.TOO_LARGE,
                            host,
                            "answered 552: the message is too large or the mailbox is full");
            case 530, 534, 535, 538 ->
                    fault(Fault.Kind.BLOCKED, host, "answered " + code + ": sign-in was refused");
            default -> ofOtherCode(stage, host, code, reply);
        };
    }

    private static Fault ofOtherCode(Stage stage, String host, int code, String reply) {
        if (code < 500) {
            return fault(
                    Fault.Kind.TROUBLED, host, "answered " + code + ": asks to be tried later");
        }
        if (stage == Stage.SIGN_IN) {
            return fault(Fault.Kind.BLOCKED, host, "answered " + code + ": sign-in was refused");
        }
        Matcher policy = POLICY.matcher(reply);
        if (code == 554 || policy.matches()) {
            return fault(Fault.Kind.BLOCKED, host, "answered " + code + ": refused by its rules");
        }
        return stage == Stage.RECIPIENT
                ? fault(Fault.Kind.GONE, host, "answered " + code + ": no such recipient")
                : fault(Fault.Kind.MISCONFIGURED, host, "answered " + code);
    }

    /// What a broken connection means.
    static Fault unreachable(IOException error, String host) {
        if (error instanceof RefusedAddressException) {
            return new Fault(Fault.Kind.REFUSED, String.valueOf(error.getMessage()));
        }
        return fault(
                Fault.Kind.UNREACHABLE,
                host,
                cause(error, SSLException.class) == null
                        ? "cannot be reached or broke off"
                        : "shows no certificate that is valid for it");
    }

    private static Fault fault(Fault.Kind kind, String host, String what) {
        return new Fault(kind, "mail server " + host + " " + what);
    }

    private static Stage stage(MessagingException error) {
        if (cause(error, AuthenticationFailedException.class) != null) {
            return Stage.SIGN_IN;
        }
        return cause(error, SMTPAddressFailedException.class) != null
                ? Stage.RECIPIENT
                : Stage.OTHER;
    }

    private static @Nullable Throwable cause(Throwable error, Class<? extends Throwable> wanted) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (wanted.isInstance(at)) {
                return at;
            }
            at = at.getCause();
        }
        return null;
    }
}
