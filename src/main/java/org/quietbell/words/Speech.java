package org.quietbell.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In which language an installation speaks.
///
/// @param chosen what somebody chose; empty: nobody did, and it is English, whatever machine and
///   browsers speak (R1.5)
public record Speech(Optional<Language> chosen) {
    /// Nobody has chosen.
    public static final Speech NOT_CHOSEN = new Speech(Optional.empty());

    /// The language itself.
    public Language language() {
        return chosen.orElse(Language.EN);
    }

    /// Its sentences.
    public Words words() {
        return Words.of(language());
    }

    /// The sentences for a visitor of whom nothing is known yet: in the language that the browser
    /// wishes for, so that a closed page tells nothing of who chose what. Where nobody has chosen,
    /// it is English there too.
    ///
    /// @param acceptLanguage the header of that name, if there is one
    public Words atTheDoor(@Nullable String acceptLanguage) {
        if (chosen.isEmpty() || acceptLanguage == null) {
            return words();
        }
        return Words.of(Language.wished(acceptLanguage).orElseGet(this::language));
    }
}
