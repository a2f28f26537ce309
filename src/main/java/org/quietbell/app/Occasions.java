package org.quietbell.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Occasion;
import org.quietbell.notice.StillLooking;
import org.quietbell.pipeline.Coverage;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// What somebody is to hear of besides what was found: places that do not answer, and, if she asked
/// for it, that looking goes on (R1.25).
///
/// @param coverage where it is looked for her now
/// @param hearings how she wants to hear
/// @param clock whose moment it is asked for
record Occasions(
        Function<WatchedCase, Coverage> coverage,
        Function<CaseId, Optional<Hearing>> hearings,
        Words words,
        InstantSource clock) {
    List<Occasion> of(WatchedCase watchedCase) {
        Instant now = clock.instant();
        Coverage places = coverage.apply(watchedCase);
        List<Occasion> occasions = new ArrayList<>(SilentSources.of(places, now));
        hearings.apply(watchedCase.id())
                .filter(hearing -> hearing.wishes().stillLooking() != StillLooking.OFF)
                .flatMap(hearing -> looking(hearing, places, now))
                .ifPresent(occasions::add);
        return occasions;
    }

    private Optional<Occasion> looking(Hearing hearing, Coverage places, Instant now) {
        Words hers = hearing.wishes().words(words);
        String line =
                places.last()
                        .map(at ->
                                hers.say(
                                        "notice.looking.body",
                                        places.answered(),
                                        places.asked(),
                                        hers.moment(at, hearing.zone(), now)))
                        .orElseGet(() -> hers.say("notice.looking.body.none", places.asked()));
        return hearing.wishes().stillLooking().occasion(hearing, now, line);
    }
}
