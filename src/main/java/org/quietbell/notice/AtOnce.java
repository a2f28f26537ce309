package org.quietbell.notice;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.match.Matter;

/// "Tell somebody at once" (R1.21): what she picked beforehand passes quiet hours, kept days, fixed
/// times and the wait for a helper. It never passes a pause, an ended consent, a channel that was
/// not confirmed, its own ceiling, or its level; and it rests while she hears only when she opens,
/// or nothing for now. What came in a pause is not told at once after it, either.
///
/// @param when what is told at once; never empty
/// @param to herself, or her helper
/// @param channels by which ways, each at its level
/// @param ceiling how many such notices there may be, beside all others
public record AtOnce(Set<Matter> when, RecipientId to, List<Tuned> channels, Ceiling ceiling) {
    /// Unless she sets another: one a day.
    public static final Ceiling USUAL_CEILING = new Ceiling(1);

    /// @throws IllegalArgumentException if it is for nothing, or by no channel
    public AtOnce {
        when = Set.copyOf(when);
        channels = List.copyOf(channels);
        if (when.isEmpty() || channels.isEmpty()) {
            throw new IllegalArgumentException("at-once: needs something to tell and a way");
        }
    }

    /// How its recipient hears by it; empty: it rests.
    ///
    /// @param hearing what she chose, of which this is a part
    public Optional<Hearing> heard(Hearing hearing) {
        boolean helps = hearing.helper().filter(h -> h.id().equals(to)).isPresent();
        if (hearing.how() == How.ONLY_WHEN_OPENED
                || hearing.how() == How.NOT_NOW
                || !(helps || to.equals(RecipientId.SELF))) {
            return Optional.empty();
        }
        Optional<Hearing.Helper> helper =
                hearing.helper()
                        .filter(_ -> helps)
                        .map(h ->
                                new Hearing.Helper(
                                        h.id(),
                                        h.hold(),
                                        channels,
                                        Optional.of(List.of()),
                                        Optional.of(ceiling)));
        return Optional.of(
                new Hearing(
                        helps ? How.HELPER_FIRST : How.AS_IT_HAPPENS,
                        List.of(),
                        EnumSet.allOf(DayOfWeek.class),
                        hearing.zone(),
                        helps ? List.of() : channels,
                        hearing.band(),
                        List.of(),
                        Set.<KeptDays>of(),
                        ceiling,
                        helper,
                        hearing.cover(),
                        hearing.wishes()));
    }

    /// What of it may be told at once: nothing that came in a pause.
    public static List<Owed> ready(List<Owed> owed) {
        return owed.stream()
                .filter(each -> each.held().filter(Cause::isOfPause).isEmpty())
                .toList();
    }

    /// What a decision comes to that was made for [#heard]: the notice is one at once, and only a
    /// pause is noted on what is held, since the ordinary telling says why the rest waits.
    public static Decision decided(Decision decision) {
        return new Decision(
                decision.notice().map(Notice::asAtOnce),
                decision.held().stream()
                        .filter(held -> held.cause().isOfPause())
                        .map(held ->
                                new Decision.Held(held.hits(), held.cause(), held.until(), true))
                        .toList());
    }
}
