package org.quietbell.store;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quietbell.http.Fault;
import org.quietbell.json.Json;
import org.quietbell.source.FeedPace;
import org.quietbell.source.Habits;
import org.quietbell.source.Move;
import org.quietbell.source.Standing;

/// What is sealed of how a source does: the words of its fault, and its habits, since an address is
/// among them.
final class StandingJson {
    private StandingJson() {}

    /// @return empty if there is nothing to seal
    static Optional<Json> of(Standing standing) {
        if (standing.fault().isEmpty() && standing.habits().equals(Habits.NONE)) {
            return Optional.empty();
        }
        return Optional.of(
                Json.object()
                        .putIfPresent("kind", standing.fault().map(fault -> fault.kind().word()))
                        .putIfPresent("detail", standing.fault().map(Fault::detail))
                        .put("habits", json(standing.habits()))
                        .build());
    }

    static Optional<Fault> fault(Json json) {
        return json.at("kind")
                .text()
                .map(kind -> kind.toUpperCase(Locale.ROOT).replace('-', '_'))
                .map(kind -> new Fault(Fault.Kind.valueOf(kind), Fields.text(json, "detail")));
    }

    private static Json json(Habits habits) {
        FeedPace pace = habits.pace();
        return Json.object()
                .put("least", pace.least().toMillis())
                .put("hours", pace.skipHours().stream().map(hour -> (long) hour).toList())
                .put("days", pace.skipDays().stream().map(DayOfWeek::name).toList())
                .putIfPresent("move", habits.move().map(StandingJson::json))
                .put("gone", habits.gone())
                .put("filled", habits.filled())
                .putIfPresent("empty", habits.emptySince())
                .build();
    }

    /// What a version of the program kept that knew no habits has none.
    static Habits habits(Json json) {
        Json kept = json.at("habits");
        if (kept.isNothing()) {
            return Habits.NONE;
        }
        Set<Integer> hours = new TreeSet<>();
        kept.at("hours")
                .items()
                .forEach(hour -> hour.whole().ifPresent(h -> hours.add((int) (long) h)));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Fields.texts(kept, "days").forEach(day -> days.add(DayOfWeek.valueOf(day)));
        return new Habits(
                new FeedPace(Duration.ofMillis(kept.at("least").whole().orElse(0L)), hours, days),
                Optional.of(kept.at("move"))
                        .filter(move -> !move.isNothing())
                        .map(StandingJson::move),
                kept.at("gone").truth().orElse(false),
                (int) (long) kept.at("filled").whole().orElse(0L),
                Fields.moment(kept, "empty"));
    }

    private static Json json(Move move) {
        return Json.object()
                .put("set", move.set().toString())
                .put("now", move.now().toString())
                .putIfPresent("next", move.next().map(URI::toString))
                .put("seen", move.seen())
                .put("asks", move.asksFirst())
                .build();
    }

    private static Move move(Json json) {
        return new Move(
                URI.create(Fields.text(json, "set")),
                URI.create(Fields.text(json, "now")),
                json.at("next").text().map(URI::create),
                (int) (long) json.at("seen").whole().orElse(0L),
                json.at("asks").truth().orElse(false));
    }
}
