package org.quietbell.watch;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// An account name, on one site or anywhere, without its leading `@` or `u/`.
///
/// Two handles are equal when site and name agree ignoring case; [#name] keeps the spelling for
/// display.
///
/// @param site host name in lower case, e.g. `github.com`; empty: wherever the name stands
/// @param name 1 to 64 characters from `A-Z a-z 0-9 . _ -`
public record Handle(Optional<String> site, String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern SITE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    /// @throws IllegalArgumentException if the name or the site has another character or length
    public Handle {
        site = site.map(s -> s.toLowerCase(Locale.ROOT));
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("handle: must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        if (site.isPresent() && !SITE.matcher(site.get()).matches()) {
            throw new IllegalArgumentException("handle: its site must be a host name");
        }
    }

    /// Reads `@janedoe`, `u/janedoe`, `janedoe` (anywhere), or `github.com/jdoe` and
    /// `@jdoe@social.example` (on one site).
    ///
    /// @throws IllegalArgumentException if it has none of these shapes
    public static Handle parse(String written) {
        String text = written.strip();
        if (text.startsWith("u/") || text.startsWith("U/")) {
            return new Handle(Optional.empty(), text.substring(2));
        }
        int home = text.indexOf('@', 1);
        if (text.startsWith("@") && home > 0) {
            return new Handle(Optional.of(text.substring(home + 1)), text.substring(1, home));
        }
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        return new Handle(
                slash < 0 ? Optional.empty() : Optional.of(text.substring(0, slash)),
                name.startsWith("@") ? name.substring(1) : name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Handle(Optional<String> s, String n)
                && site.equals(s)
                && name.equalsIgnoreCase(n);
    }

    @Override
    public int hashCode() {
        return Objects.hash(site, name.toLowerCase(Locale.ROOT));
    }
}
