package org.quietbell.match;

import java.util.List;

/// One thing that spoke for or against, to be said in words by the message bundles.
///
/// @param key a key of the bundles below `reason.`, e.g. `exact-name`
/// @param details what fills its places, e.g. the context term that was found
/// @param points what it added to the score, negative if it spoke against
public record Reason(String key, List<String> details, int points) {
    public Reason {
        details = List.copyOf(details);
    }
}
