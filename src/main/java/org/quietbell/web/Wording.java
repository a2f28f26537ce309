package org.quietbell.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.match.ChosenWords;
import org.quietbell.people.PageWishes;

/// How what was found is worded on one page: with the words replaced that she would rather not
/// read, or as it was found if she asked for that (R1.17). For one request.
final class Wording {
    private final ChosenWords words;
    private final boolean asFound;
    private boolean any;

    private Wording(ChosenWords words, boolean asFound) {
        this.words = words;
        this.asFound = asFound;
    }

    static Wording of(PageWishes wishes, boolean asFound) {
        Map<String, String> instead = new HashMap<>();
        wishes.replaced().forEach(one -> instead.put(one.word(), one.instead().orElse("")));
        return new Wording(ChosenWords.of(instead), asFound);
    }

    String of(String found) {
        return chosen(found, words.shown(found));
    }

    /// An address in a form that nothing opens.
    String ofAddress(String found) {
        String shown = chosen(found, words.shownAddress(found));
        boolean isCut = !shown.equals(found) && shown.endsWith(ChosenWords.MARK);
        if (!isCut) {
            return CanonicalRules.defanged(shown);
        }
        String site = shown.substring(0, shown.length() - ChosenWords.MARK.length());
        return (site.isEmpty() ? "" : CanonicalRules.defanged(site)) + ChosenWords.MARK;
    }

    private String chosen(String found, String shown) {
        any |= !shown.equals(found);
        return asFound ? found : shown;
    }

    /// To the other wording, once all was worded; empty: both are the same.
    Optional<Views.Way> way(Frame frame) {
        if (!any) {
            return Optional.empty();
        }
        String address = frame.here() + (asFound ? "" : "?as=found");
        return Optional.of(
                new Views.Way(
                        address,
                        frame.say(asFound ? "page.item.as-chosen" : "page.item.as-found")));
    }
}
