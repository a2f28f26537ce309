package org.quietbell.action;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;

/// A page that something is asked about.
///
/// @param address as it was found, whole; empty if it was erased
/// @param firstSeen when it was first in an answer
public record AskedPage(HitId hit, Optional<String> address, Instant firstSeen) {
    /// The site, without `www`; empty if the address was erased or is none.
    public Optional<String> site() {
        return address.map(CanonicalRules::site).filter(site -> !site.isEmpty());
    }

    /// Whether the address is that of a page of search results.
    boolean isResult() {
        return address.filter(found -> PlaceKind.of(found) == PlaceKind.SEARCH).isPresent();
    }
}
