package org.quietbell.watch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A way in which a name may be written otherwise than she gave it. Each is looked out for unless
/// she switches it off (R6.7); none of them is ever sent to a source.
public enum Variant {
    /// The surname first.
    ORDER,
    /// Given names cut to initials.
    INITIALS,
    /// A usual short form of the given name.
    NICKNAMES,
    /// A part left out, or the surname alone.
    PARTS,
    /// Another script, or another way to spell a name from one, with the endings of its grammar.
    SCRIPTS,
    /// One letter astray.
    SPELLINGS,
    /// Written as one word, as in a hashtag.
    RUN_TOGETHER,
    /// Digits or look-alike signs for letters, letters spaced out.
    DISGUISE;

    /// The name in settings and commands, e.g. `run-together`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All of them, as words.
    public static List<String> words() {
        return Stream.of(values()).map(Variant::word).toList();
    }

    /// Reads a word.
    ///
    /// @throws IllegalArgumentException naming all words if it is none of them
    public static Variant parse(String word) {
        for (Variant variant : values()) {
            if (variant.word().equals(word)) {
                return variant;
            }
        }
        throw new IllegalArgumentException("must be one of " + String.join(", ", words()));
    }
}
