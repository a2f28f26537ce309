package org.quietbell.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.hit.OtherSite;
import org.quietbell.notice.ChannelId;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.store.Store;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// Watches, sources and channels by the ids that people write.
record Register(Store store) {
    Set<String> activeSourceIds() {
        return store.sources().all().stream()
                .filter(SourceEntry::active)
                .map(entry -> entry.id().value())
                .collect(Collectors.toSet());
    }

    Set<String> activeChannelIds() {
        return store.channels().all().stream()
                .filter(ChannelEntry::active)
                .map(entry -> entry.id().value())
                .collect(Collectors.toSet());
    }

    WatchId watchId(String text) {
        WatchId id = watchIdOf(text);
        watch(id);
        return id;
    }

    Watch watch(WatchId id) {
        return store.cases().all().stream()
                .flatMap(watchedCase -> watchedCase.watches().stream())
                .filter(watch -> watch.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("watch"));
    }

    /// The case of that watch, or the only one there is.
    CaseId caseOf(Optional<String> watchText) {
        if (watchText.isPresent()) {
            return watch(watchId(watchText.get())).caseId();
        }
        List<WatchedCase> cases = store.cases().all();
        if (cases.size() != 1) {
            throw new Refusal(
                    Exit.USAGE,
                    "watch",
                    cases.isEmpty() ? "there is none" : "there are several",
                    cases.isEmpty()
                            ? "give `quietbell setup`"
                            : "add --watch with an id that `quietbell watch list` shows");
        }
        return cases.getFirst().id();
    }

    SourceId sourceId(String text) {
        return store.sources().all().stream()
                .filter(entry -> entry.active() && entry.id().value().equals(text))
                .map(SourceEntry::id)
                .findFirst()
                .orElseThrow(() -> unknown("source"));
    }

    ChannelId channelId(String text) {
        return store.channels().all().stream()
                .filter(entry -> entry.active() && entry.id().value().equals(text))
                .map(ChannelEntry::id)
                .findFirst()
                .orElseThrow(() -> unknown("channel"));
    }

    private static Refusal unknown(String what) {
        return new Refusal(
                Exit.USAGE,
                what,
                "there is none with this id",
                "see `quietbell " + what + " list`");
    }

    SourceId newSourceId(String text) {
        return FreshIds.source(text, activeSourceIds());
    }

    SourceId freeSourceId() {
        return FreshIds.source(activeSourceIds());
    }

    ChannelId newChannelId(String text) {
        return FreshIds.channel(text, activeChannelIds());
    }

    ChannelId freeChannelId() {
        return FreshIds.channel(activeChannelIds());
    }

    String freeRuleId() {
        return FreshIds.rule(
                store.otherSites().all().stream().map(OtherSite::id).collect(Collectors.toSet()));
    }

    /// Reads a watch's id, whether there is such a watch or not.
    static WatchId watchIdOf(String text) {
        try {
            return new WatchId(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Exit.USAGE, "watch: there is none with this id: see `quietbell watch list`", e);
        }
    }
}
