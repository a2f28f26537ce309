package org.quietbell.stamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/// A time-stamp authority on loopback, with a root of its own. It answers as it should, or in one
/// of the ways in which such answers go wrong.
public final class LoopbackAuthority implements AutoCloseable {
    /// What its clock says.
    public static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    /// How it answers.
    public enum Way {
        /// As it should.
        RIGHT,
        /// With a page, and all is well by its status.
        PAGE,
        /// With a rejection.
        REJECTED,
        /// For another hash.
        ANOTHER_HASH,
        /// For another question about the same hash.
        ANOTHER_NONCE,
        /// With a stamp that another key signed than that of its certificate.
        FORGED,
        /// Without its certificate.
        BARE,
        /// With much more than an answer takes.
        HUGE,
        /// By sending on to another path of its own.
        SENT_ON,
        /// With an error.
        ERROR,
        /// Not at all, for as long as anybody waits.
        SILENT,
        /// With bytes that a test gives.
        GIVEN
    }

    private final KeyPair rootKeys = keys();
    private final KeyPair ownKeys = keys();
    private final X509CertificateHolder root = certificate("Root", rootKeys, true);
    private final X509CertificateHolder own = certificate("Stamps", ownKeys, false);
    private final List<byte[]> asked = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile byte[] given = new byte[0];
    private volatile Way way = Way.RIGHT;

    /// Starts it.
    public LoopbackAuthority() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    /// Answers in that way from now on.
    public void answers(Way other) {
        way = other;
    }

    /// Answers with these bytes from now on.
    public void answersWith(byte[] bytes) {
        given = bytes;
        way = Way.GIVEN;
    }

    /// Where it is asked.
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    /// Each question as it came.
    public List<byte[]> asked() {
        return asked;
    }

    /// The path of each request.
    public List<String> paths() {
        return paths;
    }

    /// Its root certificate, as openssl reads it.
    public String rootPem() throws IOException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(root.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] question = exchange.getRequestBody().readAllBytes();
        asked.add(question);
        paths.add(exchange.getRequestURI().getPath());
        switch (way) {
            case SILENT -> {}
            case SENT_ON -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                send(exchange, 307, "text/plain", new byte[0]);
            }
            case ERROR -> send(exchange, 500, "text/plain", bytes("no"));
            case GIVEN -> send(exchange, 200, "application/timestamp-reply", given);
            case PAGE -> send(exchange, 200, "text/html", bytes("<html>Welcome</html>"));
            case HUGE -> send(exchange, 200, "application/timestamp-reply", new byte[200_000]);
            default -> send(exchange, 200, "application/timestamp-reply", stamp(question));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] stamp(byte[] question) throws IOException {
        try {
            TimeStampRequest request = question(question);
            TimeStampResponseGenerator generator =
                    new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED);
            return way == Way.REJECTED
                    ? generator.generateRejectedResponse(new TSPException("not today")).getEncoded()
                    : generator.generate(request, BigInteger.TWO, Date.from(AT)).getEncoded();
        } catch (TSPException | OperatorException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private TimeStampRequest question(byte[] question) throws TSPException, IOException {
        TimeStampRequest request = new TimeStampRequest(question);
        TimeStampRequestGenerator other = new TimeStampRequestGenerator();
        other.setCertReq(true);
        return switch (way) {
            case ANOTHER_HASH ->
                    other.generate(TSPAlgorithms.SHA256, new byte[32], request.getNonce());
            case ANOTHER_NONCE ->
                    other.generate(
                            TSPAlgorithms.SHA256,
                            request.getMessageImprintDigest(),
                            request.getNonce().add(BigInteger.ONE));
            case BARE -> {
                other.setCertReq(false);
                yield other.generate(
                        TSPAlgorithms.SHA256,
                        request.getMessageImprintDigest(),
                        request.getNonce());
            }
            default -> request;
        };
    }

    private TimeStampTokenGenerator tokens()
            throws OperatorException, TSPException, GeneralSecurityException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        KeyPair signing = way == Way.FORGED ? rootKeys : ownKeys;
        TimeStampTokenGenerator generator =
                new TimeStampTokenGenerator(
                        new JcaSignerInfoGeneratorBuilder(digests)
                                .build(
                                        new JcaContentSignerBuilder("SHA256withRSA")
                                                .build(signing.getPrivate()),
                                        own),
                        digests.get(
                                new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                        TSPAlgorithms.SHA256)),
                        new ASN1ObjectIdentifier("1.2.3.4.1"));
        generator.addCertificates(new CollectionStore<>(List.of(own)));
        return generator;
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509CertificateHolder certificate(String name, KeyPair keys, boolean isRoot) {
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Name("CN=Root"),
                            isRoot ? BigInteger.ONE : BigInteger.TWO,
                            Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                            Date.from(Instant.parse("2080-01-01T00:00:00Z")),
                            new X500Name("CN=" + name),
                            keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isRoot));
            if (!isRoot) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            return builder.build(
                    new JcaContentSignerBuilder("SHA256withRSA").build(rootKeys.getPrivate()));
        } catch (IOException | OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
