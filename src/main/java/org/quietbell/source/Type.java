package org.quietbell.source;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A kind of source, and what is known of it before it is asked.
///
/// @param name as in settings, e.g. `feed`
/// @param minimumInterval the least time between two rounds, by its own manners; at a private
///   address that its owner named outright there is none
/// @param usualInterval the time between two rounds if none is set
/// @param pace the service's own limit from request to request
/// @param limits what the service allows in longer times, per key or per address; none known: empty
/// @param isPlace whether it is itself a place where items live: never preselected, needs a second
///   step, and is asked only through its search, listing or feed (R2.12)
/// @param needs keys of the settings without which it cannot be asked, in the order to ask for them
/// @param secrets keys of the settings that are secret: in a settings file only as `KEY-file`
/// @param ends when the service ends, if that is known
/// @param disclosure what it costs and learns
public record Type(
        String name,
        Duration minimumInterval,
        Duration usualInterval,
        Pace pace,
        List<Budget> limits,
        boolean isPlace,
        List<String> needs,
        Set<String> secrets,
        Optional<LocalDate> ends,
        Disclosure disclosure) {
    public Type {
        limits = List.copyOf(limits);
        needs = List.copyOf(needs);
        secrets = Set.copyOf(secrets);
    }

    /// Whether it can be asked as it comes: it needs no address and no key, and no item lives
    /// there.
    public boolean isReady() {
        return needs.isEmpty() && !isPlace;
    }

    /// Begins the facts of a kind that needs nothing, knows no limits, and is no place.
    static Facts of(String name, Duration minimum, Duration usual) {
        return new Facts(name, minimum, usual);
    }

    /// The facts of a kind while they are being stated; the last one makes the [Type].
    static final class Facts {
        private final String name;
        private final Duration minimum;
        private final Duration usual;
        private final List<Budget> limits = new ArrayList<>();
        private final List<String> needs = new ArrayList<>();
        private final Set<String> secrets = new TreeSet<>();
        private Pace pace = Pace.FREE;
        private boolean isPlace;
        private Optional<LocalDate> ends = Optional.empty();

        private Facts(String name, Duration minimum, Duration usual) {
            this.name = name;
            this.minimum = minimum;
            this.usual = usual;
        }

        /// From request to request.
        Facts paced(int requests, Duration per) {
            pace = new Pace(requests, per);
            return this;
        }

        /// One more limit in a longer time.
        Facts limited(int requests, Duration window) {
            limits.add(new Budget(requests, window));
            return this;
        }

        /// It is a place where items live.
        Facts place() {
            isPlace = true;
            return this;
        }

        /// A key of the settings that must be there.
        Facts needing(String key) {
            needs.add(key);
            return this;
        }

        /// A key of the settings that is a secret.
        Facts secret(String key) {
            secrets.add(key);
            return this;
        }

        /// It ends with the beginning of that day (UTC).
        Facts ending(LocalDate day) {
            ends = Optional.of(day);
            return this;
        }

        /// The type, with what it costs and learns.
        Type disclosing(Disclosure disclosure) {
            return new Type(
                    name, minimum, usual, pace, limits, isPlace, needs, secrets, ends, disclosure);
        }
    }
}
