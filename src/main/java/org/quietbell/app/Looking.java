package org.quietbell.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quietbell.http.Fault;
import org.quietbell.pipeline.Collect;
import org.quietbell.pipeline.Roster;
import org.quietbell.pipeline.Tally;
import org.quietbell.source.SourceId;
import org.quietbell.store.StoreException;
import org.quietbell.watch.WatchId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rounds over one source or all of them, none of which can keep the others from being asked. Safe
/// for many threads.
record Looking(Collect collect) {
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    /// All sources, or one; all watches, or one; due or not.
    Tally check(Roster roster, Optional<SourceId> source, Optional<WatchId> watch) {
        List<Roster.Place> places =
                roster.places().stream()
                        .filter(place ->
                                source.isEmpty() || place.entry().id().equals(source.get()))
                        .toList();
        Tally tally = Tally.NONE;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tally>> asked =
                    places.stream()
                            .map(place ->
                                    threads.submit(
                                            () -> ask(place, watch, Collect.Manner.ON_REQUEST)))
                            .toList();
            for (Future<Tally> one : asked) {
                tally = tally.plus(Waiting.on(one));
            }
        }
        return tally;
    }

    /// One source's round by the schedule.
    Tally round(Roster roster, SourceId source) {
        return roster.place(source)
                .map(place -> ask(place, Optional.empty(), Collect.Manner.SCHEDULED))
                .orElse(Tally.NONE);
    }

    /// A fault of ours in reading one source's answer must not keep the others from being kept; a
    /// fault of the store concerns all.
    private Tally ask(Roster.Place place, Optional<WatchId> watch, Collect.Manner manner) {
        try {
            return collect.ask(place, watch, manner);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error(
                    "source {} could not be read: {}", place.entry().id(), e.getClass().getName());
            LOG.debug("in full", e);
            return Tally.failed(
                    place.entry().id(),
                    new Fault(Fault.Kind.BROKEN, "its answer could not be worked through"));
        }
    }
}
