package org.quietbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When requests were made, as far back as any budget looks: never more than a budget's number is
/// let through in any stretch of time as long as its window, wherever that begins. Immutable.
///
/// Long lists are thinned: neighbours become one moment, the later one, where they lie close
/// together for their age. That errs on the side of asking less.
///
/// @param made moments with the number of requests, oldest first
public record Spending(List<Made> made) {
    /// Nothing was spent.
    public static final Spending NONE = new Spending(List.of());

    /// The longest window that is looked back over.
    static final Duration LONGEST = Duration.ofDays(31);

    /// So many moments are kept as they are.
    private static final int MANY = 256;

    private static final int SHARE = 16;

    /// Requests at one moment.
    ///
    /// @param requests 1 or more
    public record Made(Instant at, int requests) {}

    public Spending {
        made = List.copyOf(made);
    }

    /// When that budget lets one more request through.
    ///
    /// @return empty if it does now
    public Optional<Instant> freeAt(Budget budget, Instant now) {
        Spending today = settled(now);
        long within = 0;
        for (int i = today.made.size() - 1; i >= 0; i--) {
            Made one = today.made.get(i);
            Instant leaves = one.at.plus(budget.window());
            if (!leaves.isAfter(now)) {
                return Optional.empty();
            }
            within += one.requests;
            if (within >= budget.requests()) {
                return Optional.of(leaves);
            }
        }
        return Optional.empty();
    }

    /// The same with one more request now.
    public Spending spend(Instant now) {
        List<Made> all = new ArrayList<>();
        for (Made one : settled(now).made) {
            if (one.at.plus(LONGEST).isAfter(now)) {
                all.add(one);
            }
        }
        all.add(new Made(now, 1));
        return new Spending(all.size() > MANY ? thinned(all, now) : all);
    }

    /// What a clock that was set back has put into the future counts from now, so that nobody waits
    /// for that clock.
    public Spending settled(Instant now) {
        if (made.isEmpty() || !made.getLast().at.isAfter(now)) {
            return this;
        }
        return new Spending(
                made.stream()
                        .map(one -> one.at.isAfter(now) ? new Made(now, one.requests) : one)
                        .sorted(Comparator.comparing(Made::at))
                        .toList());
    }

    private static List<Made> thinned(List<Made> all, Instant now) {
        List<Made> kept = new ArrayList<>();
        Instant first = all.getFirst().at;
        for (Made one : all) {
            boolean joins =
                    !kept.isEmpty()
                            // the first of those that become one must not have been long before
                            && Duration.between(first, one.at)
                                            .multipliedBy(SHARE)
                                            .compareTo(Duration.between(one.at, now))
                                    <= 0;
            if (joins) {
                Made before = kept.removeLast();
                kept.add(new Made(one.at, before.requests + one.requests));
            } else {
                kept.add(one);
                first = one.at;
            }
        }
        return kept;
    }
}
