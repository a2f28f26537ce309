package org.quietbell.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quietbell.json.Json;
import org.quietbell.words.Words;

/// What is said of a route, in words.
///
/// @param today decides whether an address is old enough to be looked up first
public record RouteLines(Words words, LocalDate today) {
    /// Its name, then what it is for, how to reach it, and what to have ready.
    public List<String> of(Route route) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("route." + route.id() + ".name"));
        lines.add(words.say("route." + route.id() + ".about"));
        route.address().ifPresent(lines::add);
        if (!route.phones().isEmpty()) {
            lines.add(String.join(", ", route.phones()));
        }
        route.mail().ifPresent(lines::add);
        switch (route.first()) {
            case ADDRESS -> lines.add(words.say("route.first.address"));
            case RECORD -> lines.add(words.say("route.first.record"));
            case NOTHING -> {}
        }
        switch (route.asks()) {
            case NAME -> lines.add(words.say("route.asks.name"));
            case SITE -> lines.add(words.say("route.asks.site"));
            case IDENTITY -> lines.add(words.say("route.asks.identity"));
            case NOTHING -> {}
        }
        if (route.isDoubtful(today)) {
            lines.add(words.say("route.check-first", words.day(route.verified(), today)));
        }
        return lines;
    }

    /// The same for a program.
    public Json json(Route route) {
        return Json.object()
                .put("id", route.id())
                .put("name", words.say("route." + route.id() + ".name"))
                .put("about", words.say("route." + route.id() + ".about"))
                .putIfPresent("address", route.address())
                .put("phones", route.phones())
                .putIfPresent("mail", route.mail())
                .put("countries", route.countries().stream().sorted().toList())
                .put("first", route.first().word())
                .put("asks", route.asks().word())
                .put("verified_on", route.verified().toString())
                .put("check_first", route.isDoubtful(today))
                .build();
    }
}
