package org.quietbell.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Occasion;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.Standing;
import org.quietbell.store.Store;
import org.quietbell.watch.WatchedCase;

/// The sources that have not answered somebody for two days: she hears of it in her next notice
/// (R1.25).
///
/// @param clock whose moment it is asked for
record SilentSources(Store store, InstantSource clock) {
    static final Duration LONG = Duration.ofDays(2);

    /// One for each source that she agreed to, in use, faulty, and without a complete answer for
    /// that long.
    List<Occasion> of(WatchedCase watchedCase) {
        Instant now = clock.instant();
        List<Occasion> silent = new ArrayList<>();
        for (SourceEntry entry : asked(watchedCase, now)) {
            occasion(entry, store.sourceStates().standing(entry.id()))
                    .filter(occasion -> !occasion.since().isAfter(now))
                    .ifPresent(silent::add);
        }
        return silent;
    }

    /// The sources that are asked for that case.
    List<SourceEntry> asked(WatchedCase watchedCase, Instant now) {
        return store.sources().all().stream()
                .filter(SourceEntry::active)
                .filter(entry ->
                        entry.caseId().filter(id -> !id.equals(watchedCase.id())).isEmpty())
                .filter(entry -> watchedCase.consent().allowsSource(entry.id().value(), now))
                .toList();
    }

    static Optional<Occasion> occasion(SourceEntry entry, Standing standing) {
        return standing.fault()
                .flatMap(_ -> standing.lastAnswer().or(standing::since))
                .map(from ->
                        new Occasion(
                                "source:" + entry.id() + ":" + from.getEpochSecond(),
                                from.plus(LONG)));
    }
}
