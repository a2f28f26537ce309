package org.quietbell.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Whether the program was working, at any time, by its own journal (R3.6).
///
/// @param lines of the journal, in order
public record Health(List<Line> lines) {
    /// One line of the journal.
    ///
    /// @param what `started`, `stopped`, `gap`, `looked`, `clock`, `source` or `settings`
    /// @param details by name, e.g. `version`, `last-alive`, `from`, `offset`
    public record Line(Instant at, String what, Map<String, String> details) {
        public Line {
            details = Map.copyOf(details);
        }
    }

    public Health {
        lines = List.copyOf(lines);
    }

    /// A time during which it ran.
    ///
    /// @param to empty: it still does
    public record Ran(Instant from, Optional<Instant> to) {}

    /// When it ran, in order: by itself, or for one round by command. A run that ended without a
    /// word ends where it last gave a sign.
    public List<Ran> ran() {
        List<Ran> ran = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (Line line : lines) {
            Optional<Instant> end =
                    switch (line.what()) {
                        case "stopped" -> Optional.of(line.at());
                        case "gap" -> moment(line, "last-alive").or(() -> Optional.of(line.at()));
                        default -> Optional.empty();
                    };
            if (end.isPresent() && since.isPresent()) {
                ran.add(new Ran(since.get(), end));
                since = Optional.empty();
            }
            if (line.what().equals("started") && since.isEmpty()) {
                since = Optional.of(line.at());
            }
            if (line.what().equals("looked") && since.isEmpty()) {
                moment(line, "from")
                        .ifPresent(from -> ran.add(new Ran(from, Optional.of(line.at()))));
            }
        }
        since.ifPresent(from -> ran.add(new Ran(from, Optional.empty())));
        return ran;
    }

    private static Optional<Instant> moment(Line line, String name) {
        return Optional.ofNullable(line.details().get(name)).map(Instant::parse);
    }

    /// Tells of moments whether it ran then. Keeps what it needs, so that many can be asked.
    public Times times() {
        NavigableMap<Instant, Ran> byStart = new TreeMap<>();
        ran().forEach(ran -> byStart.put(ran.from(), ran));
        return new Times(byStart);
    }

    /// When it ran, by start.
    public record Times(NavigableMap<Instant, Ran> byStart) {
        /// Whether it ran at that moment.
        public boolean ranAt(Instant moment) {
            Map.Entry<Instant, Ran> before = byStart.floorEntry(moment);
            return before != null
                    && before.getValue().to().map(end -> !moment.isAfter(end)).orElse(true);
        }
    }
}
