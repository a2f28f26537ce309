package org.quietbell.channel;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.quietbell.config.Secret;
import org.quietbell.config.SecretFile;
import org.quietbell.config.Section;
import org.quietbell.http.Endpoint;
import org.quietbell.http.Fault;
import org.quietbell.notice.ChannelId;

/// The channel type `email`: hands each mail to one mail server, for one recipient (R2.2).
///
/// Settings: `to`, `from`, `from-name`, `host`, `port`, `tls` (`starttls` unless set; `tls`; `none`
/// only to this machine or a private address), `user` with `password-file`, or with `token-file`
/// for an OAuth 2 access token, which another program renews in that file.
///
/// Every mail has a connection of its own, which ends by the deadline. A mail counts as delivered
/// when the server has answered 250 after its final dot; without that answer nobody knows, and it
/// is tried again with the same Message-ID.
///
/// Source: RFC 5321, RFC 3207 (STARTTLS), RFC 8314 (submission over TLS); Gmail, "OAuth 2.0
/// mechanism" (XOAUTH2).
final class EmailChannel implements Channel {
    static final String TYPE = "email";

    /// Names no machine: RFC 5321 section 4.1.4 asks for an address literal where a client has no
    /// name, and other mail programs that guard privacy say the same one.
    private static final String GREETING_NAME = "[127.0.0.1]";

    private final ChannelId id;
    private final EmailSettings settings;
    private final SocketFactory sockets;
    private final Duration deadline;
    private final LayeredTls tls;
    private final Session session;

    /// @param sockets guarded; gives sockets that are not yet connected, and that look names up
    /// @param deadline for one whole send
    /// @param trust which certificates count
    EmailChannel(
            ChannelId id,
            EmailSettings settings,
            SocketFactory sockets,
            Duration deadline,
            SSLContext trust) {
        this.id = id;
        this.settings = settings;
        this.sockets = sockets;
        this.deadline = deadline;
        this.tls = new LayeredTls(trust.getSocketFactory(), settings.host());
        this.session = Session.getInstance(properties());
    }

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<Channel> build(
            ChannelId id, Section section, SocketFactory sockets, Duration deadline) {
        return EmailSettings.read(section)
                .map(settings -> new EmailChannel(id, settings, sockets, deadline, usualTrust()));
    }

    private static SSLContext usualTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java platform has no TLS", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", GREETING_NAME);
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.quitwait", "false");
        String starttls = String.valueOf(settings.tls() == EmailSettings.Tls.STARTTLS);
        properties.put("mail.smtp.starttls.enable", starttls);
        properties.put("mail.smtp.starttls.required", starttls);
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // others of the library's would tell the machine's name (NTLM) or need another secret
        boolean byToken =
                settings.signIn().filter(EmailSettings.SignIn.Token.class::isInstance).isPresent();
        properties.put("mail.smtp.auth.mechanisms", byToken ? "XOAUTH2" : "PLAIN LOGIN");
        return properties;
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Endpoint> endpoint() {
        return Optional.of(new Endpoint(settings.host(), settings.port()));
    }

    @Override
    public Delivery send(Message message) {
        return switch (secret()) {
            case SecretFile.Held(Secret secret) -> send(message, secret);
            case SecretFile.Refused(String why) ->
                    Delivery.failed(
                            new Fault(
                                    Fault.Kind.MISCONFIGURED,
                                    "token for the mail server " + settings.host() + ": " + why));
        };
    }

    /// What to sign in with at this moment; an empty secret where nobody signs in.
    private SecretFile secret() {
        return settings.signIn()
                .map(signIn ->
                        switch (signIn) {
                            case EmailSettings.SignIn.Password(_, Secret password) ->
                                    new SecretFile.Held(password);
                            case EmailSettings.SignIn.Token(_, Path file) -> SecretFile.read(file);
                        })
                .orElseGet(() -> new SecretFile.Held(new Secret("")));
    }

    private Delivery send(Message message, Secret secret) {
        BoundedSocket socket;
        try {
            socket = new BoundedSocket(sockets.createSocket(), settings.host(), deadline);
        } catch (IOException e) {
            return Delivery.failed(SmtpFault.unreachable(e, settings.host()));
        }
        try {
            return sendBy(socket, message, secret);
        } catch (IOException e) {
            return Delivery.failed(
                    socket.isTimeOver() ? late() : SmtpFault.unreachable(e, settings.host()));
        } finally {
            hangUp(socket);
        }
    }

    private Delivery sendBy(BoundedSocket socket, Message message, Secret secret)
            throws IOException {
        int limit = Math.toIntExact(deadline.toMillis());
        // the guarded socket looks the name up, or leaves that to a proxy
        socket.connect(InetSocketAddress.createUnresolved(settings.host(), settings.port()), limit);
        socket.setSoTimeout(limit);
        if (settings.tls() == EmailSettings.Tls.NONE && !socket.isNearby()) {
            return Delivery.failed(
                    new Fault(
                            Fault.Kind.REFUSED,
                            "mail server "
                                    + settings.host()
                                    + " is not in your own network:"
                                    + " tls must be starttls or tls"));
        }
        Transport transport =
                new Transport(session, settings.signIn().map(EmailSettings.SignIn::user), secret);
        try {
            transport.connect(secured(socket));
            transport.sendMessage(
                    StandaloneMail.of(message, settings, session),
                    new Address[] {new InternetAddress(settings.to())});
        } catch (MessagingException e) {
            return Delivery.failed(
                    socket.isTimeOver()
                            ? late()
                            : SmtpFault.of(
                                    e,
                                    settings.host(),
                                    transport.getLastReturnCode(),
                                    transport.lastReply()));
        }
        transport.sayGoodbye();
        return new Delivery.Delivered();
    }

    private Socket secured(BoundedSocket socket) throws IOException {
        if (settings.tls() != EmailSettings.Tls.TLS) {
            return socket;
        }
        SSLSocket secured =
                (SSLSocket) tls.createSocket(socket, settings.host(), settings.port(), true);
        secured.startHandshake();
        return secured;
    }

    private Fault late() {
        return new Fault(
                Fault.Kind.UNREACHABLE,
                "mail server "
                        + settings.host()
                        + " did not finish within "
                        + deadline.toSeconds()
                        + " s");
    }

    /// What became of the mail is settled by now; a connection that ends badly changes nothing.
    private static void hangUp(BoundedSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // nothing is left to be done about a socket that does not close
        }
    }

    @Override
    public String toString() {
        return TYPE + " channel " + id;
    }

    /// The library's transport for one mail. It would take the name of the system's user to sign in
    /// with, and ask around for a password.
    private static final class Transport extends SMTPTransport {
        private final Optional<String> account;
        private final Secret secret;

        Transport(Session session, Optional<String> account, Secret secret) {
            super(session, new URLName("smtp", null, -1, null, null, null));
            this.account = account;
            this.secret = secret;
        }

        @Override
        protected synchronized boolean protocolConnect(
                String host, int port, String user, String password) throws MessagingException {
            return super.protocolConnect(
                    host, port, account.orElse(null), account.isPresent() ? secret.reveal() : null);
        }

        String lastReply() {
            String reply = getLastServerResponse();
            return reply == null ? "" : reply;
        }

        void sayGoodbye() {
            try {
                close();
            } catch (MessagingException _) {
                // the server has the mail; whether it hears the goodbye does not matter
            }
        }
    }
}
