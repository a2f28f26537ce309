package org.quietbell.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quietbell.source.Disclosure;
import org.quietbell.source.Type;
import org.quietbell.words.Words;

/// What a place costs, asks for and learns, before it is added (R2.10): from the same table as
/// `source types`, in the reader's language.
final class PlaceTerms {
    private PlaceTerms() {}

    static List<Sheet.Field> of(Words words, Type type) {
        Disclosure told = type.disclosure();
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Say(words.say("source-type." + type.name())));
        String cost = told.cost().name().toLowerCase(Locale.ROOT).replace('_', '-');
        fields.add(new Sheet.Say(words.say("page.asks.cost." + cost)));
        fields.add(new Sheet.Say(words.say("page.asks.card." + card(told))));
        fields.add(
                new Sheet.Say(
                        words.say(
                                told.bill().startsWith("nothing")
                                        ? "page.asks.bill.nothing"
                                        : "page.asks.bill.unknown")));
        type.ends().ifPresent(day -> fields.add(new Sheet.Say(words.say("line.source-ends", day))));
        return fields;
    }

    /// `no`, `later` or `yes`.
    private static String card(Disclosure told) {
        if (told.card().equals("no")) {
            return "no";
        }
        return told.card().startsWith("yes") ? "yes" : "later";
    }
}
