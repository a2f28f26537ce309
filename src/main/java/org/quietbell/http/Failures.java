package org.quietbell.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.quietbell.http.Fault.Kind;

/// Says in plain words why there was no answer. Messages of libraries may hold whole addresses, so
/// none of them is repeated.
final class Failures {
    private Failures() {}

    /// @param host whom we asked
    static Fault explain(String host, IOException failure) {
        if (failure instanceof UnknownHostException
                && failure.getCause() instanceof IOException within) {
            return explain(host, within); // see Door: OkHttp lets no other kind through
        }
        if (failure instanceof UnfitBodyException unfit) {
            return unfit.fault();
        }
        if (failure instanceof RefusedAddressException) {
            return new Fault(Kind.REFUSED, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof ProxyException) {
            return new Fault(Kind.UNREACHABLE, host + ": " + failure.getMessage());
        }
        if (failure instanceof SSLException tls) {
            return new Fault(Kind.UNREACHABLE, host + " " + certificate(tls));
        }
        return switch (failure) {
            case UnknownHostException unknown -> unreachable(host, unknownHost(unknown));
            case SocketTimeoutException _ -> unreachable(host, "did not answer in time");
            case ConnectException _ -> unreachable(host, "refused the connection");
            case NoRouteToHostException _ ->
                    unreachable(host, "cannot be reached; perhaps there is no network");
            case ZipException _ ->
                    new Fault(Kind.BROKEN, host + " sent a packed answer that cannot be unpacked");
            case ProtocolException broken when isCutShort(broken) ->
                    new Fault(Kind.TROUBLED, host + " broke off in the middle of its answer");
            case ProtocolException _ ->
                    new Fault(Kind.BROKEN, host + " answers in something other than HTTP");
            case SocketException broken when has(broken, "unreachable") ->
                    unreachable(host, "cannot be reached; perhaps there is no network");
            case SocketException _ -> new Fault(Kind.TROUBLED, host + " broke off the connection");
            case EOFException _ ->
                    new Fault(Kind.TROUBLED, host + " broke off in the middle of its answer");
            default -> other(host, failure);
        };
    }

    /// @param host whom we asked
    static Fault late(String host, Deadline deadline) {
        long seconds = deadline.whole().toSeconds();
        return new Fault(
                Kind.UNREACHABLE,
                host + " did not finish its answer within " + seconds + " seconds");
    }

    private static Fault other(String host, IOException failure) {
        if (has(failure, "CONNECT") || has(failure, "authenticate with proxy")) {
            return new Fault(Kind.UNREACHABLE, host + ": the proxy did not let us through");
        }
        if (failure.getCause() instanceof EOFException || has(failure, "unexpected end")) {
            return new Fault(
                    Kind.TROUBLED,
                    host + " broke off before it had answered, or its headers have no end");
        }
        return new Fault(Kind.TROUBLED, host + " could not be read to the end");
    }

    private static Fault unreachable(String host, String what) {
        return new Fault(Kind.UNREACHABLE, host + " " + what);
    }

    private static String unknownHost(UnknownHostException unknown) {
        return has(unknown, "Temporary failure")
                ? "could not be looked up; perhaps there is no network"
                : "is not known: the name may be misspelled or given up, or there is no network";
    }

    private static String certificate(SSLException tls) {
        if (tls instanceof SSLPeerUnverifiedException) {
            return "showed a certificate that belongs to another host";
        }
        if (cause(tls, CertificateExpiredException.class).isPresent()) {
            return "showed a certificate that has expired";
        }
        if (cause(tls, CertificateNotYetValidException.class).isPresent()) {
            return "showed a certificate that is not valid yet; or our clock is wrong";
        }
        if (cause(tls, CertPathValidatorException.class).isPresent()
                || has(tls, "PKIX")
                || has(tls, "certification path")) {
            return "showed a certificate that nobody we trust has signed";
        }
        if (has(tls, "protocol version")
                || has(tls, "protocol_version")
                || has(tls, "not accepted by client")
                || has(tls, "not enabled or supported")) {
            return "offers only an old, unsafe encryption (TLS below 1.2)";
        }
        if (has(tls, "Unsupported or unrecognized")) {
            return "does not speak TLS at that port";
        }
        return "and we could not agree on a safe connection (TLS)";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable t = failure; t != null && depth < 10; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
            depth++;
        }
        return Optional.empty();
    }

    private static boolean isCutShort(ProtocolException broken) {
        return has(broken, "unexpected end");
    }

    private static boolean has(Throwable failure, String words) {
        String message = failure.getMessage();
        return message != null && message.contains(words);
    }
}
