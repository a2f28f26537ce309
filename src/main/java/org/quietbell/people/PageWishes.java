package org.quietbell.people;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// How somebody wants the pages to be with her.
///
/// @param replaced words that are not shown as they were found (R1.17), at most [#MOST_WORDS]
/// @param sitting how many items she opens in one stay before she is asked whether to go on, 1 to
///   [#LARGEST_SITTING]; empty: as many as she likes
/// @param counts whether she is told how many she opened; without it no page says a number
/// @param elsewhere where "Leave now" leads, see [#elsewhere(String)]; empty: where it does for all
public record PageWishes(
        List<Replaced> replaced, OptionalInt sitting, boolean counts, Optional<URI> elsewhere) {
    /// As the pages are for whoever said nothing.
    public static final PageWishes USUAL =
            new PageWishes(List.of(), OptionalInt.empty(), false, Optional.empty());

    /// More would make pages slow.
    public static final int MOST_WORDS = 200;

    /// As large as that, it is no limit.
    public static final int LARGEST_SITTING = 500;

    private static final int LONGEST_ADDRESS = 300;

    public PageWishes {
        replaced = List.copyOf(replaced);
        if (replaced.size() > MOST_WORDS) {
            throw new IllegalArgumentException("words: at most " + MOST_WORDS);
        }
        if (sitting.isPresent()
                && (sitting.getAsInt() < 1 || sitting.getAsInt() > LARGEST_SITTING)) {
            throw new IllegalArgumentException("sitting: 1 to " + LARGEST_SITTING);
        }
    }

    /// A word, and what stands in its place.
    ///
    /// @param word 1 to [#LONGEST] signs, stripped; a star at its end: longer words too
    /// @param instead the same; empty: a neutral mark
    public record Replaced(String word, Optional<String> instead) {
        /// In signs of Java.
        public static final int LONGEST = 60;

        public Replaced {
            word = word.strip();
            instead = instead.map(String::strip).filter(text -> !text.isEmpty());
            boolean isLong = word.length() > LONGEST || instead.orElse("").length() > LONGEST;
            if (word.isEmpty() || isLong || hasControl(word) || hasControl(instead.orElse(""))) {
                throw new IllegalArgumentException("word: 1 to " + LONGEST + " signs on one line");
            }
        }

        private static boolean hasControl(String text) {
            return text.chars().anyMatch(Character::isISOControl);
        }
    }

    /// The same with other words replaced.
    public PageWishes replacing(List<Replaced> others) {
        return new PageWishes(others, sitting, counts, elsewhere);
    }

    /// Reads an address to leave for: `https`, a host with a dot, nothing that says who she is.
    ///
    /// @throws IllegalArgumentException if it is none
    public static URI elsewhere(String text) {
        URI address;
        try {
            address = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("elsewhere: is no web address", e);
        }
        String host = address.getHost();
        boolean isSound =
                text.length() <= LONGEST_ADDRESS
                        && "https".equalsIgnoreCase(address.getScheme())
                        && host != null
                        && host.toLowerCase(Locale.ROOT)
                                .matches("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,8}")
                        && !Character.isDigit(host.charAt(host.length() - 1))
                        && address.getRawUserInfo() == null
                        && address.getPort() == -1;
        if (!isSound) {
            throw new IllegalArgumentException("elsewhere: must be https and name a site");
        }
        return address;
    }
}
