package org.quietbell.hit;

import java.time.Instant;
import java.util.Optional;

/// What has become of a hit where it was found. It never makes a hit new, and nothing is told
/// because of it (R6.10, R6.11).
///
/// Only what sources say is known, since no page is ever fetched. A hit is *no longer listed* when
/// the question that showed it last was answered completely [#MISSES] times without it. Feeds list
/// what is newest, so that leaving a feed says nothing. A hit that was no longer listed and is
/// again, is *back*. It was *changed* when its title, or most of its snippet, is another than when
/// it was kept.
///
/// @param isListed false: no longer listed there
/// @param back when it was listed again after it had not been, the last time
/// @param changed when its words were last seen to be others
/// @param latest its words as last seen, if they are others
public record Listing(
        boolean isListed,
        Optional<Instant> back,
        Optional<Instant> changed,
        Optional<Wording> latest) {
    /// How many complete answers in a row must lack it.
    public static final int MISSES = 3;

    /// Listed as it was found.
    public static final Listing AS_FOUND =
            new Listing(true, Optional.empty(), Optional.empty(), Optional.empty());

    /// The words of a page as a source shows them.
    public record Wording(String title, String snippet) {}
}
