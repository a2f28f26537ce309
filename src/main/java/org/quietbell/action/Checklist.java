package org.quietbell.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// "Saved enough to report?" (R4.3): what is worth having before anybody is asked to take something
/// down, because afterwards it cannot be saved any more. It may always be skipped.
public final class Checklist {
    /// What is worth having.
    public enum Item {
        /// The whole address.
        ADDRESS,
        /// Which site.
        SITE,
        /// The day on which it was collected.
        DAY,
        /// The account that shows it, which stands on the page only, and nobody here looks at that.
        ACCOUNT;

        /// Its word in the bundles.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One line of the list.
    ///
    /// @param isKept whether it is kept here for every page; else only the person can see to it
    public record Line(Item item, boolean isKept) {}

    private Checklist() {}

    /// What there is to have for these pages by that route. Nothing where somebody was or may have
    /// been under 18: then nothing is to be saved (R3.12).
    public static List<Line> of(Route route, List<AskedPage> pages, boolean young) {
        List<Line> lines = new ArrayList<>();
        if (!young && route.first() != Route.First.NOTHING) {
            lines.add(
                    new Line(
                            Item.ADDRESS,
                            pages.stream().allMatch(page -> page.address().isPresent())));
            lines.add(
                    new Line(Item.SITE, pages.stream().allMatch(page -> page.site().isPresent())));
            lines.add(new Line(Item.DAY, true));
            if (route.first() == Route.First.RECORD) {
                lines.add(new Line(Item.ACCOUNT, false));
            }
        }
        return List.copyOf(lines);
    }
}
