package org.quietbell.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.StillLooking;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.Standing;
import org.quietbell.store.Store;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// What somebody is to hear of besides what was found: places that do not answer, and, if she asked
/// for it, that looking goes on (R1.25).
///
/// @param clock whose moment it is asked for
record Occasions(Store store, Words words, InstantSource clock) {
    List<Occasion> of(WatchedCase watchedCase) {
        Instant now = clock.instant();
        SilentSources silent = new SilentSources(store, clock);
        List<Occasion> occasions = new ArrayList<>(silent.of(watchedCase));
        store.hearings()
                .of(watchedCase.id())
                .filter(hearing -> hearing.wishes().stillLooking() != StillLooking.OFF)
                .flatMap(hearing -> looking(hearing, silent.asked(watchedCase, now), now))
                .ifPresent(occasions::add);
        return occasions;
    }

    private Optional<Occasion> looking(Hearing hearing, List<SourceEntry> sources, Instant now) {
        List<Standing> asked =
                sources.stream()
                        .map(entry -> store.sourceStates().standing(entry.id()))
                        .filter(standing -> standing.lastAsked().isPresent())
                        .toList();
        long answered = asked.stream().filter(each -> each.name().equals("ok")).count();
        Optional<Instant> last =
                asked.stream().flatMap(each -> each.lastAnswer().stream()).max(Instant::compareTo);
        String line =
                last.map(at ->
                                words.say(
                                        "notice.looking.body",
                                        answered,
                                        asked.size(),
                                        words.moment(at, hearing.zone(), now)))
                        .orElseGet(() -> words.say("notice.looking.body.none", asked.size()));
        return hearing.wishes().stillLooking().occasion(hearing, now, line);
    }
}
