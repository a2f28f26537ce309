package org.quietbell.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.json.Json;

/// Reads members of what we have sealed ourselves: what is missing is a bug.
final class Fields {
    private Fields() {}

    static String text(Json json, String name) {
        return json.at(name).text().orElseThrow(() -> new IllegalStateException("no " + name));
    }

    static long number(Json json, String name) {
        return json.at(name).whole().orElseThrow(() -> new IllegalStateException("no " + name));
    }

    static Optional<Instant> moment(Json json, String name) {
        return json.at(name).text().map(Instant::parse);
    }

    static List<String> texts(Json json, String name) {
        return json.at(name).items().stream().flatMap(item -> item.text().stream()).toList();
    }
}
