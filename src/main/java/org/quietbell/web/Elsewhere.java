package org.quietbell.web;

import java.net.URI;
import java.util.List;
import org.quietbell.people.PageWishes;

/// Where "Leave now" leads (R2.3): pages that everybody may look at, which show nothing personal to
/// whoever is not signed in there; or an address of her own.
final class Elsewhere {
    /// The first is where it leads unless she chose another.
    static final List<String> KNOWN =
            List.of(
                    Door.ELSEWHERE,
                    "https://www.bbc.com/weather",
                    "https://www.openstreetmap.org/",
                    "https://www.google.com/");

    private Elsewhere() {}

    static String of(PageWishes wishes) {
        return wishes.elsewhere().map(URI::toString).orElse(Door.ELSEWHERE);
    }
}
