package org.quietbell.channel;

import java.net.IDN;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;

/// What the channel type `email` asks for.
///
/// @param to the one recipient, `local@domain`, in ASCII
/// @param from the sender, likewise
/// @param fromName shown beside the sender's address; empty: nothing
/// @param host of the mail server, in ASCII
/// @param port 1 to 65535
/// @param tls how the connection is secured
/// @param signIn who signs in, if anybody does
record EmailSettings(
        String to,
        String from,
        Optional<String> fromName,
        String host,
        int port,
        Tls tls,
        Optional<SignIn> signIn) {
    /// How a connection is secured.
    enum Tls {
        /// Not at all: only to this machine or within the house.
        NONE(25),
        /// From the command STARTTLS on, which the server must offer.
        STARTTLS(587),
        /// From the first byte on.
        TLS(465);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }

        private static Tls of(String word) {
            for (Tls tls : values()) {
                if (tls.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return tls;
                }
            }
            throw new IllegalArgumentException("must be none, starttls or tls");
        }
    }

    /// Who signs in at the mail server, and with what.
    sealed interface SignIn {
        /// The name there.
        String user();

        /// With a password that stays.
        record Password(String user, Secret password) implements SignIn {}

        /// With an OAuth 2 access token (XOAUTH2), which is good for an hour or so.
        ///
        /// @param file read anew for each mail, since another program renews it
        record Token(String user, Path file) implements SignIn {}
    }

    private static final int MOST_PORT = 65535;

    /// RFC 5322 `dot-atom`; quoted local parts are not worth what they could smuggle in.
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final int MOST_LOCAL = 64;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_-]+)*\\.?");
    private static final Pattern NUMBERS_V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,80}");
    private static final Pattern USER = Pattern.compile("[^\\p{Cntrl}]{1,256}");

    /// Reads the settings; empty, with problems noted, if one of them is wrong.
    static Optional<EmailSettings> read(Section section) {
        section.required("to");
        section.required("from");
        section.required("host");
        Optional<String> to = section.parsed("to", EmailSettings::address);
        Optional<String> from = section.parsed("from", EmailSettings::address);
        Optional<String> host = section.parsed("host", EmailSettings::host);
        Optional<String> name = section.parsed("from-name", EmailSettings::name);
        Optional<Tls> given = section.parsed("tls", Tls::of);
        Optional<Tls> tls = section.has("tls") ? given : Optional.of(Tls.STARTTLS);
        int port = section.number("port", tls.orElse(Tls.STARTTLS).usualPort, 1, MOST_PORT);
        Optional<SignIn> signIn = signIn(section);
        if (to.isEmpty() || from.isEmpty() || host.isEmpty() || tls.isEmpty()) {
            return Optional.empty();
        }
        EmailSettings settings =
                new EmailSettings(to.get(), from.get(), name, host.get(), port, tls.get(), signIn);
        return settings.isCarefulEnough(section) ? Optional.of(settings) : Optional.empty();
    }

    private static Optional<SignIn> signIn(Section section) {
        Optional<String> user = section.parsed("user", EmailSettings::user);
        Optional<Secret> password = section.secret("password");
        Optional<Path> tokenFile = section.path("token-file");
        WebAddress.token(section, "token"); // looked at now, so that a wrong one shows at once
        if (section.has("password-file") && section.has("token-file")) {
            section.problem("token-file", "stands beside password-file; keep one of the two");
        }
        boolean hasSecret = section.has("password-file") || section.has("token-file");
        if (section.has("user") != hasSecret) {
            section.problem(
                    section.has("user") ? "password-file" : "user",
                    section.has("token-file")
                            ? "is missing; user and token-file go together"
                            : "is missing; user and password-file go together");
        }
        return user.flatMap(name ->
                password.<SignIn>map(known -> new SignIn.Password(name, known))
                        .or(() -> tokenFile.map(file -> new SignIn.Token(name, file))));
    }

    /// A name that turns out to be elsewhere is found out when the connection stands.
    private boolean isCarefulEnough(Section section) {
        if (tls != Tls.NONE) {
            return true;
        }
        if (!Nearby.mayBe(host)) {
            section.problem(
                    "tls", "none is only for a server in your own network; use starttls or tls");
            return false;
        }
        if (signIn.isPresent() && !Nearby.isThisMachine(host)) {
            section.problem("tls", "none would show the password to the network; use starttls");
            return false;
        }
        return true;
    }

    private static String address(String text) {
        String rule = "must be one address such as a@example.org";
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException(rule);
        }
        String local = text.substring(0, at);
        if (local.length() > MOST_LOCAL || !LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException(rule);
        }
        return local + "@" + ascii(text.substring(at + 1), rule);
    }

    private static String host(String text) {
        String rule = "must be the name or number of a host, without a port";
        String bare =
                text.startsWith("[") && text.endsWith("]")
                        ? text.substring(1, text.length() - 1)
                        : text;
        return NUMBERS_V6.matcher(bare).matches() ? bare : ascii(bare, rule);
    }

    private static String ascii(String domain, String rule) {
        String ascii;
        try {
            ascii = IDN.toASCII(domain);
        } catch (IllegalArgumentException _) {
            // the cause would repeat the text
            throw new IllegalArgumentException(rule);
        }
        if (!HOST.matcher(ascii).matches()) {
            throw new IllegalArgumentException(rule);
        }
        return ascii;
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("must be one line of at most 80 characters");
        }
        return text.strip();
    }

    private static String user(String text) {
        if (!USER.matcher(text).matches()) {
            throw new IllegalArgumentException("must be one line");
        }
        return text;
    }

    /// The domain of the sender: the one name that a message id may carry.
    String fromDomain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /// Without recipient, sender and sign-in.
    @Override
    public String toString() {
        return "mail server " + host;
    }
}
