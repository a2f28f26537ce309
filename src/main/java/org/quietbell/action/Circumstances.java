package org.quietbell.action;

import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.PlaceKind;

/// What decides which routes are of use to somebody.
///
/// @param country a code from the table, e.g. `ca`; a part of a country (`ca-bc`) has its country's
///   routes too; empty: only what is open to everybody
/// @param young whether somebody in the picture was under 18, or that is not known: then only the
///   routes made for it are shown (R3.12)
/// @param place the kind of place; empty: any
public record Circumstances(Optional<String> country, boolean young, Optional<PlaceKind> place) {
    private static final String UNION = "eu";

    /// The European Union's, as of 2026.
    private static final Set<String> MEMBERS =
            Set.of(
                    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr",
                    "hu", "ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si",
                    "sk");

    boolean allow(Route route) {
        boolean here =
                route.countries().isEmpty()
                        || country.filter(mine -> isWithin(mine, route)).isPresent();
        boolean kind =
                place.isEmpty() || route.places().isEmpty() || route.places().contains(place.get());
        return here && route.fits(young) && kind;
    }

    private static boolean isWithin(String mine, Route route) {
        int part = mine.indexOf('-');
        return route.countries().contains(mine)
                || (MEMBERS.contains(mine) && route.countries().contains(UNION))
                || (part > 0 && route.countries().contains(mine.substring(0, part)));
    }
}
