package org.quietbell.hit;

import java.time.Instant;
import java.util.Locale;
import org.quietbell.watch.WatchId;

/// A rule of hers: pages of that site are about somebody else (R6.4). It is made only when she said
/// yes to it, and taken back in one step.
///
/// @param id opaque, to take it back by
/// @param watch for whom it holds
/// @param site a host as [CanonicalRules#site] gives it, e.g. `club.example`
/// @param since when she said so
public record OtherSite(String id, WatchId watch, String site, Instant since) {
    /// @throws IllegalArgumentException if the site is blank or no host
    public OtherSite {
        site = site.strip().toLowerCase(Locale.ROOT);
        if (site.isEmpty() || site.chars().anyMatch(c -> c == '/' || c == ' ' || c == '@')) {
            throw new IllegalArgumentException("site: must be a host such as club.example");
        }
    }
}
