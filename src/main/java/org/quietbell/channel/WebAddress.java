package org.quietbell.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;

/// Reads where a web service stands, and what opens it. `https`, or `http` within the house.
final class WebAddress {
    /// Fits into a header, and is no two words.
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,256}");

    private static final Pattern AT_HOME =
            Pattern.compile(
                    "localhost|[^.:]+|127(\\.[0-9]+){3}|10(\\.[0-9]+){3}|192\\.168(\\.[0-9]+){2}"
                            + "|172\\.(1[6-9]|2[0-9]|3[01])(\\.[0-9]+){2}|\\[::1]|\\[f[cd].*]"
                            + "|.*\\.(local|lan|internal|home\\.arpa|onion)");
    private static final String SECURED =
            "must be https, unless the server stands in your own network";

    private WebAddress() {}

    /// The address of a server, which must be given under `url`: perhaps with a path, without a
    /// query.
    static Optional<URI> ofServer(Section section) {
        section.required("url");
        return given(section);
    }

    /// The same with the address of a vendor where none is given.
    static Optional<URI> ofServer(Section section, URI vendor) {
        Optional<URI> url = given(section);
        return section.has("url") ? url : Optional.of(vendor);
    }

    private static Optional<URI> given(Section section) {
        Optional<URI> url = section.address("url");
        if (url.isEmpty()) {
            return url;
        }
        URI given = url.get();
        if (given.getHost() == null
                || given.getRawQuery() != null
                || given.getRawFragment() != null) {
            section.problem("url", "must be the address of the server alone");
            return Optional.empty();
        }
        if (!isSecured(given)) {
            section.problem("url", SECURED);
            return Optional.empty();
        }
        return url;
    }

    /// An address that is itself a secret, from the file under `url-file`. Its path must be of a
    /// form.
    ///
    /// @param form of the whole path
    /// @param rule what to write, if it is another
    static Optional<URI> secret(Section section, Pattern form, String rule) {
        Optional<Secret> text = neededSecret(section, "url", "the address");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI address;
        try {
            address = new URI(text.get().reveal().strip());
        } catch (URISyntaxException _) {
            section.problem("url-file", "must hold one web address");
            return Optional.empty();
        }
        if (!isWeb(address)) {
            section.problem("url-file", "must hold one web address");
            return Optional.empty();
        }
        if (!isSecured(address)) {
            section.problem("url-file", SECURED);
            return Optional.empty();
        }
        if (!form.matcher(address.getRawPath()).matches()) {
            section.problem("url-file", rule);
            return Optional.empty();
        }
        return Optional.of(address);
    }

    /// Whether it is an absolute `http` or `https` address of a host, without a name and password
    /// in it.
    static boolean isWeb(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }

    /// Whether what is sent there cannot be read on the way, or does not leave the house.
    static boolean isSecured(URI address) {
        return address.getScheme().equalsIgnoreCase("https")
                || AT_HOME.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /// A place below a server.
    ///
    /// @param path encoded, without a slash at its beginning
    static URI below(URI server, String path) {
        String text = server.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }

    /// One part of a path, encoded.
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The secret in the file under `KEY-file`; empty, with a problem noted, if there is none.
    ///
    /// @param what it is, for the words
    static Optional<Secret> neededSecret(Section section, String key, String what) {
        String fileKey = key + "-file";
        if (!section.has(fileKey)) {
            section.problem(fileKey, "is missing; write the name of a file that holds " + what);
        }
        return section.secret(key);
    }

    /// The same for one that is sent as it stands: a token without blanks.
    static Optional<Secret> neededToken(Section section, String key, String what) {
        return checked(section, key, neededSecret(section, key, what));
    }

    /// A token that may be missing; empty, with a problem noted, if it is of no use.
    static Optional<Secret> token(Section section, String key) {
        return checked(section, key, section.secret(key));
    }

    private static Optional<Secret> checked(Section section, String key, Optional<Secret> secret) {
        if (secret.isPresent() && !TOKEN.matcher(secret.get().reveal()).matches()) {
            section.problem(key + "-file", "must hold one token, without blanks");
            return Optional.empty();
        }
        return secret;
    }
}
