package org.quietbell.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.cert.CertificateException;
import java.util.random.RandomGenerator;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;

/// Asks one authority for stamps. It is sent a hash and a random number, and learns these, the
/// address of this machine and the time; nothing else (R3.5). Whether its certificate can be
/// trusted is for whoever checks the stamp: here it is only seen that the signature is made with
/// it.
///
/// Safe for many threads.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161, Time-Stamp Protocol</a>
public final class TimeAuthority {
    /// Answers with a chain of certificates take some 6 KiB.
    private static final int LONGEST = 64 * 1024;

    private static final int NONCE_BITS = 64;

    private final Http http;
    private final URI address;
    private final RandomGenerator random;

    /// @param address absolute `http` or `https`
    /// @param random for the number by which an answer is known to be for this question
    public TimeAuthority(Http http, URI address, RandomGenerator random) {
        this.http = http;
        this.address = address;
        this.random = random;
    }

    /// Asks once.
    ///
    /// @param sha256 32 bytes
    public Stamp stamp(byte[] sha256) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest question =
                generator.generate(NISTObjectIdentifiers.id_sha256, sha256, nonce());
        Request request;
        try {
            request = Request.post(address, "application/timestamp-query", question.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return switch (http.send(request)) {
            case Reply.Ok ok -> read(question, ok.body().bytes());
            case Reply.NotModified _, Reply.RateLimited _, Reply.Refused _, Reply.Failed _ ->
                    new Stamp.Withheld(Stamp.Why.NO_ANSWER);
        };
    }

    private BigInteger nonce() {
        byte[] bytes = new byte[NONCE_BITS / 8];
        random.nextBytes(bytes);
        return new BigInteger(1, bytes);
    }

    private static Stamp read(TimeStampRequest question, byte[] bytes) {
        if (bytes.length > LONGEST) {
            return new Stamp.Withheld(Stamp.Why.UNREADABLE);
        }
        TimeStampResponse answer;
        try {
            answer = new TimeStampResponse(bytes);
        } catch (TSPException | IOException | RuntimeException e) {
            // whatever somebody sends, Bouncy Castle may say so by any of these
            return new Stamp.Withheld(Stamp.Why.UNREADABLE);
        }
        boolean isGranted =
                answer.getStatus() == PKIStatus.GRANTED
                        || answer.getStatus() == PKIStatus.GRANTED_WITH_MODS;
        TimeStampToken token = answer.getTimeStampToken();
        if (!isGranted || token == null) {
            return new Stamp.Withheld(Stamp.Why.DENIED);
        }
        try {
            answer.validate(question);
        } catch (TSPException | RuntimeException e) {
            return new Stamp.Withheld(Stamp.Why.ANOTHER);
        }
        return isSigned(token)
                ? new Stamp.Given(bytes, token.getTimeStampInfo().getGenTime().toInstant())
                : new Stamp.Withheld(Stamp.Why.UNSIGNED);
    }

    private static boolean isSigned(TimeStampToken token) {
        for (X509CertificateHolder certificate : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(certificate) && isSignedBy(certificate, token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(X509CertificateHolder certificate, TimeStampToken token) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return true;
        } catch (TSPException
                | OperatorCreationException
                | CertificateException
                | RuntimeException e) {
            return false;
        }
    }
}
