package org.quietbell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.source.SourceEntry;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// What the first visit asks for, in its order. What was answered is kept at once, so that each
/// step can be left out, left, and taken up again.
final class FirstSteps {
    static final String HEAR = "/first/hear";
    static final String NAME = "/first/name";
    static final String CHECK = "/first/check";
    static final String PLACES = "/first/places";

    private FirstSteps() {}

    /// The steps that are still open. Where a settings file set things up, there are none.
    static List<Views.Way> open(Inside inside, Words words) {
        Optional<WatchedCase> own = inside.changes().own();
        boolean byFile =
                own.isEmpty() && inside.cases().all().stream().anyMatch(WatchedCase::active);
        List<Views.Way> open = new ArrayList<>();
        if (byFile) {
            return open;
        }
        if (own.flatMap(each -> inside.hearings().of(each.id())).isEmpty()) {
            open.add(new Views.Way(HEAR, words.say("page.first.hear")));
        }
        if (own.map(WatchedCase::watches).orElse(List.of()).isEmpty()) {
            open.add(new Views.Way(NAME, words.say("page.first.name")));
        }
        if (inside.sources().all().stream().noneMatch(SourceEntry::active)) {
            open.add(new Views.Way(PLACES, words.say("page.first.places")));
        }
        return open;
    }

    /// Where to go on after a step: the next that is open.
    static String after(Inside inside, Words words) {
        return open(inside, words).stream().findFirst().map(Views.Way::address).orElse("/");
    }
}
