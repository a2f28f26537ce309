package org.quietbell.web;

import java.util.List;
import java.util.Map;
import org.quietbell.source.SourceEntry;

/// Places that are asked, beyond those that need nothing but a yes. Safe for many threads.
public interface PlaceChanges {
    /// What there is to know of how often it is asked, in sentences: why not as often as was set,
    /// and whether a budget has room (R2.10). Empty: nothing.
    List<String> tempo(SourceEntry entry);

    /// Who would be asked, before anybody is.
    ///
    /// @param settings what the type needs, but for its secrets
    Changes.Feed host(String type, Map<String, String> settings);

    /// Adds a place.
    ///
    /// @param settings with its secrets
    Changes.Outcome add(String type, Map<String, String> settings);
}
