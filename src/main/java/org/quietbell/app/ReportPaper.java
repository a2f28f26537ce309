package org.quietbell.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.action.AddressList;
import org.quietbell.action.AskedPage;
import org.quietbell.action.Letter;
import org.quietbell.action.Letters;
import org.quietbell.action.Route;
import org.quietbell.action.RouteLines;
import org.quietbell.words.Words;

/// What is shown of a prepared report, line by line: what to know first, where it goes, the
/// addresses, and the letters.
///
/// @param hers in which language the person is spoken to
/// @param theirs in which language the letters are
record ReportPaper(Words hers, Words theirs, LocalDate today) {
    /// All of it.
    ///
    /// Where somebody was or may have been under 18 there are addresses and no letter (R3.12).
    List<String> lines(Route route, List<AskedPage> pages, boolean young) {
        List<String> lines = new ArrayList<>();
        lines.addAll(new RouteLines(hers, today).of(route));
        lines.add(hers.say(young ? "route.before.young" : "route.yours"));
        List<String> addresses = AddressList.all(pages);
        lines.add("");
        lines.add(hers.say("report.addresses", addresses.size()));
        lines.addAll(addresses);
        List<Letter> letters = young ? List.of() : route.request().letters();
        if (!letters.isEmpty()) {
            lines.add("");
            lines.add(hers.say("report.letters", letters.size()));
            lines.add(hers.say("report.blanks"));
        }
        for (Letter letter : letters) {
            lines.add("");
            lines.add("-----");
            lines.addAll(new Letters(theirs).write(letter, pages));
        }
        if (!letters.isEmpty()) {
            lines.add("-----");
        }
        return List.copyOf(lines);
    }

    /// The same where the table has the route no more: the addresses alone.
    List<String> lines(Optional<Route> route, List<AskedPage> pages, boolean young) {
        return route.map(row -> lines(row, pages, young)).orElseGet(() -> AddressList.all(pages));
    }
}
