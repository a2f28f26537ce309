package org.quietbell.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What one request to a source is charged to, and how much may be spent there.
///
/// @param purse whose requests are counted together
/// @param budgets all of which must have room
public record Charge(Purse purse, List<Budget> budgets) {
    public Charge {
        budgets = List.copyOf(budgets);
    }

    /// Whose requests are counted together.
    public sealed interface Purse {
        /// Those of one source.
        record Own(SourceId source) implements Purse {}

        /// Those of all sources of one type that are asked with the same key, or, where there is
        /// none, at the same place: a service counts by key or by address.
        ///
        /// @param type name of the type
        /// @param keys its secrets by the names of their settings; empty: it has none
        /// @param place the address that was set, if one was
        record Shared(String type, List<String> keys, String place) implements Purse {
            public Shared {
                keys = List.copyOf(keys);
            }

            @Override
            public String toString() {
                return "purse of " + type;
            }
        }
    }

    /// What each request to that source is charged to.
    ///
    /// What was set counts before what the service is known to allow: an account may be worth more.
    /// A server in a private network is its owner's, who alone sets it limits.
    public static List<Charge> of(SourceEntry entry) {
        Optional<Type> type = Sources.type(entry.type());
        List<Budget> known =
                isPrivate(entry) ? List.of() : type.map(Type::limits).orElse(List.of());
        Purse.Shared shared = shared(entry, type);
        List<Charge> charges = new ArrayList<>();
        if (entry.budgets().isEmpty()) {
            charges.add(new Charge(shared, known));
        } else if (shared.keys.isEmpty()) {
            charges.add(new Charge(new Purse.Own(entry.id()), entry.budgets()));
            charges.add(new Charge(shared, List.of()));
        } else {
            charges.add(new Charge(shared, entry.budgets()));
        }
        boolean isFree = charges.stream().allMatch(charge -> charge.budgets.isEmpty());
        boolean othersMayCount = !known.isEmpty() || !shared.keys.isEmpty();
        return isFree && !othersMayCount ? List.of() : List.copyOf(charges);
    }

    /// The same, and the pace from request to request that the service wishes. For the first
    /// request of a question that comes by the schedule: those that follow from it do so by
    /// themselves.
    public static List<Charge> paced(SourceEntry entry, Pace pace) {
        if (!pace.per().isPositive()) {
            return of(entry);
        }
        Charge beside =
                new Charge(
                        shared(entry, Sources.type(entry.type())),
                        List.of(new Budget(pace.requests(), pace.per())));
        return Stream.concat(of(entry).stream(), Stream.of(beside)).toList();
    }

    private static Purse.Shared shared(SourceEntry entry, Optional<Type> type) {
        TreeMap<String, String> keys = new TreeMap<>();
        for (String name : type.map(Type::secrets).orElse(java.util.Set.of())) {
            if (!name.equals("url")) {
                entry.settings().at(name).text().ifPresent(key -> keys.put(name, key));
            }
        }
        String place = keys.isEmpty() ? entry.address().map(URI::toString).orElse("") : "";
        return new Purse.Shared(entry.type(), List.copyOf(keys.values()), place);
    }

    private static boolean isPrivate(SourceEntry entry) {
        return entry.address().map(Addresses::isPrivate).orElse(false);
    }
}
