package org.quietbell.source;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// What a source's answers have taught about it, beside how it is doing.
///
/// @param pace how often it asks to be asked, by its own words and its server's headers
/// @param move where it says that it is, if that is not where it was set
/// @param gone whether it said that it is gone, or over, for good: then no round asks it
/// @param filled complete answers in a row that held something, counted up to [#USUAL]
/// @param emptySince since when a source that always held something holds nothing
public record Habits(
        FeedPace pace,
        Optional<Move> move,
        boolean gone,
        int filled,
        Optional<Instant> emptySince) {
    /// Nothing is known yet.
    public static final Habits NONE =
            new Habits(FeedPace.NONE, Optional.empty(), false, 0, Optional.empty());

    /// So many answers that held something make it strange when there is nothing.
    static final int USUAL = 3;

    /// What is known after one more answer.
    ///
    /// @param set the address that was set, if the source is a list at an address of its own;
    ///   others are no lists, and hold nothing as often as not
    Habits after(Answer answer, Instant now, Optional<URI> set) {
        return switch (answer) {
            case Answer.Found(Page page, _, _, Answer.Aside aside) ->
                    new Habits(
                            page.pace(),
                            moved(set, aside),
                            page.ended(),
                            filled(page, set),
                            empty(page, now));
            case Answer.Unchanged(_, FeedPace fresh, Answer.Aside aside) ->
                    new Habits(pace.and(fresh), moved(set, aside), false, filled, emptySince);
            case Answer.Gone _ -> new Habits(pace, move, true, filled, emptySince);
            case Answer.RateLimited _, Answer.Failed _ -> this;
        };
    }

    private Optional<Move> moved(Optional<URI> set, Answer.Aside aside) {
        return set.flatMap(address -> Move.after(move, address, aside.whereabouts()));
    }

    private int filled(Page page, Optional<URI> set) {
        if (!page.isComplete() || set.isEmpty()) {
            return filled;
        }
        if (page.findings().isEmpty()) {
            return filled < USUAL ? 0 : filled;
        }
        return Math.min(filled + 1, USUAL);
    }

    private Optional<Instant> empty(Page page, Instant now) {
        if (!page.findings().isEmpty() || filled < USUAL) {
            return Optional.empty();
        }
        return page.isComplete() ? emptySince.or(() -> Optional.of(now)) : emptySince;
    }

    /// The same with her yes to its move.
    public Habits confirmed() {
        return new Habits(pace, move.map(Move::confirmed), gone, filled, emptySince);
    }
}
