package org.quietbell.source;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quietbell.config.Problems;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.json.Json;

/// Reads the address that a source is set to ask.
final class Addresses {
    /// Stands in for an address that could not be read; its problem is noted, so it is never asked.
    private static final URI NONE = URI.create("http://address.invalid/");

    private static final Pattern PRIVATE =
            Pattern.compile(
                    "localhost|127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+"
                            + "|172\\.(1[6-9]|2[0-9]|3[01])\\.[0-9.]+|169\\.254\\.[0-9.]+"
                            + "|\\[::1]|\\[f[cde][0-9a-f:]+]");

    private Addresses() {}

    /// As [#required], or a standing address if there is no such key.
    static URI optional(Section section, String key, String standing) {
        return section.has(key) || section.has(key + "-file")
                ? required(section, key)
                : URI.create(standing);
    }

    /// The address of `KEY`, or of the file that `KEY-file` names.
    static URI required(Section section, String key) {
        if (section.has(key + "-file")) {
            Optional<Secret> secret = section.secret(key);
            if (secret.isEmpty()) {
                return NONE;
            }
            Problems problems = new Problems();
            Section read =
                    Section.of(
                            Json.object().put(key, secret.get().reveal().strip()).build(),
                            problems);
            Optional<URI> address = plain(read, key);
            problems.all().forEach(problem -> section.problem(key + "-file", problem.what()));
            return address.orElse(NONE);
        }
        if (!section.has(key)) {
            section.required(key);
            return NONE;
        }
        return plain(section, key).orElse(NONE);
    }

    private static Optional<URI> plain(Section section, String key) {
        Optional<URI> address = section.address(key);
        if (address.isPresent() && address.get().getHost() == null) {
            section.problem(key, "must name a host");
            return Optional.empty();
        }
        if (address.isPresent() && address.get().getRawUserInfo() != null) {
            section.problem(key, "must not hold a user name or password before its host");
            return Optional.empty();
        }
        return address;
    }

    /// Whether it names a private machine outright. That it may be reached is for the address guard
    /// to say.
    static boolean isPrivate(URI address) {
        String host = address.getHost();
        return host != null && PRIVATE.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
