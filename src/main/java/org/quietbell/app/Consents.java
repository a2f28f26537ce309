package org.quietbell.app;

import java.util.HashSet;
import java.util.Set;
import org.quietbell.watch.Cases;
import org.quietbell.watch.Consent;
import org.quietbell.watch.WatchedCase;

/// Changes of a person's own consent.
final class Consents {
    private Consents() {}

    /// Whoever adds a source or a channel for herself agrees to it; consent by another needs a new
    /// form (R5.2).
    static void to(Cases cases, Set<String> sources, Set<String> channels) {
        for (WatchedCase watchedCase : cases.all()) {
            if (!watchedCase.byFile() && watchedCase.consent().by().equals("self")) {
                cases.put(widened(watchedCase, sources, channels));
            }
        }
    }

    /// The same case, with these sources and channels agreed to as well.
    static WatchedCase widened(WatchedCase watchedCase, Set<String> sources, Set<String> channels) {
        Consent consent = watchedCase.consent();
        Set<String> allSources = new HashSet<>(consent.sources());
        allSources.addAll(sources);
        Set<String> allChannels = new HashSet<>(consent.channels());
        allChannels.addAll(channels);
        return new WatchedCase(
                watchedCase.id(),
                new Consent(
                        consent.by(),
                        consent.given(),
                        consent.end(),
                        allSources,
                        allChannels,
                        consent.record()),
                watchedCase.watches(),
                watchedCase.byFile(),
                watchedCase.active());
    }
}
