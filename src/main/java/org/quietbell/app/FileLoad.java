package org.quietbell.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Hearings;
import org.quietbell.settings.Settings;
import org.quietbell.source.SourceEntries;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.store.Store;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// Takes a settings file over into the store.
///
/// What a file sets at its first load into an empty store counts as chosen, previewed and confirmed
/// by whoever wrote it. Later, less is taken over at once, and more waits for `channel confirm`.
/// What has left the file is stopped and kept, never erased.
final class FileLoad {
    private final Settings settings;
    private final InstantSource clock;

    private final Set<WatchId> anew = new HashSet<>();

    FileLoad(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void into(Installation installation) {
        Store store = installation.store();
        boolean first =
                store.cases().all().isEmpty()
                        && store.sources().all().isEmpty()
                        && store.channels().all().isEmpty();
        boolean changed = channels(store.channels(), first);
        changed |= cases(store, first);
        changed |= sources(store.sources()); // after the cases: what belongs to one needs its key
        if (changed) {
            installation.changed("settings file");
            // nobody is there to be asked: what becomes likely by this alone is not told
            anew.forEach(
                    watch -> store.hits().rejudge(watch, installation.roster().judge(), false));
        }
    }

    private boolean sources(SourceEntries entries) {
        boolean changed = false;
        Set<SourceId> named = new HashSet<>();
        for (SourceEntry entry : settings.sources()) {
            named.add(entry.id());
            if (!entries.find(entry.id()).equals(Optional.of(entry))) {
                entries.put(entry);
                changed = true;
            }
        }
        for (SourceEntry entry : entries.all()) {
            if (entry.byFile() && entry.active() && !named.contains(entry.id())) {
                entries.put(entry.active(false));
                changed = true;
            }
        }
        return changed;
    }

    private boolean channels(ChannelEntries entries, boolean first) {
        Instant now = clock.instant();
        boolean changed = false;
        Set<ChannelId> named = new HashSet<>();
        for (ChannelEntry entry : settings.channels()) {
            named.add(entry.id());
            Optional<ChannelEntry> known = entries.find(entry.id());
            boolean same =
                    known.filter(k -> k.type().equals(entry.type()))
                            .filter(k -> k.settings().equals(entry.settings()))
                            .isPresent();
            ChannelEntry wanted =
                    new ChannelEntry(
                            entry.id(),
                            entry.type(),
                            entry.settings(),
                            true,
                            first
                                    ? Optional.of(now)
                                    : same
                                            ? known.flatMap(ChannelEntry::confirmed)
                                            : Optional.empty(),
                            true);
            if (!known.equals(Optional.of(wanted))) {
                entries.put(wanted);
                changed = true;
            }
        }
        for (ChannelEntry entry : entries.all()) {
            if (entry.byFile() && entry.active() && !named.contains(entry.id())) {
                entries.put(entry.active(false));
                changed = true;
            }
        }
        return changed;
    }

    private boolean cases(Store store, boolean first) {
        Cases cases = store.cases();
        boolean changed = false;
        Set<CaseId> named = new HashSet<>();
        for (Settings.CaseSettings wanted : settings.cases()) {
            WatchedCase watchedCase = wanted.watchedCase();
            named.add(watchedCase.id());
            Optional<WatchedCase> known = cases.find(watchedCase.id());
            if (!known.equals(Optional.of(watchedCase))) {
                cases.put(watchedCase);
                known.filter(before -> !before.watches().equals(watchedCase.watches()))
                        .ifPresent(before -> before.watches().forEach(w -> anew.add(w.id())));
                changed = true;
            }
            changed |= hearing(watchedCase.id(), wanted.hearing(), store, first);
        }
        for (WatchedCase watchedCase : cases.all()) {
            if (watchedCase.byFile() && watchedCase.active() && !named.contains(watchedCase.id())) {
                cases.put(watchedCase.active(false));
                changed = true;
            }
        }
        return changed;
    }

    private boolean hearing(CaseId caseId, Optional<Hearing> wanted, Store store, boolean first) {
        Hearings hearings = store.hearings();
        Optional<Hearing> present = hearings.of(caseId);
        Optional<Hearing> waiting = hearings.waiting(caseId);
        if (wanted.isEmpty() || wanted.equals(present)) {
            if (waiting.isPresent()) {
                hearings.setWaiting(caseId, Optional.empty());
            }
            return waiting.isPresent();
        }
        boolean takenOver =
                first
                        || present.filter(before -> !Exposure.isRaised(before, wanted.get()))
                                .isPresent();
        if (takenOver) {
            Choice.keep(store, caseId, wanted.get(), clock.instant());
            return true;
        }
        if (wanted.equals(waiting)) {
            return false;
        }
        hearings.setWaiting(caseId, wanted);
        return true;
    }
}
