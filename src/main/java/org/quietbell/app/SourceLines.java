package org.quietbell.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.json.Json;
import org.quietbell.pipeline.Health;
import org.quietbell.pipeline.Pacing;
import org.quietbell.pipeline.Tally;
import org.quietbell.pipeline.Tempo;
import org.quietbell.source.Habits;
import org.quietbell.source.Move;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.Standing;
import org.quietbell.words.Words;

/// How one source does, in words and for a script. Of an address only the host is told: a feed's
/// address may be its secret.
final class SourceLines {
    private static final Duration MANY_HOURS = Duration.ofDays(2);
    private static final Duration MANY_MINUTES = Duration.ofMinutes(90);

    private final Pacing pacing;
    private final Words words;
    private final ZoneId zone;
    private final Instant now;

    SourceLines(Pacing pacing, Words words, ZoneId zone, Instant now) {
        this.pacing = pacing;
        this.words = words;
        this.zone = zone;
        this.now = now;
    }

    /// How it does and what there is to know of it, in one line.
    String line(SourceEntry entry) {
        Standing standing = standing(entry);
        List<String> said = new ArrayList<>();
        said.add(words.say("state." + standing.name()));
        standing.fault().ifPresent(fault -> said.add(fault.detail()));
        standing.notBefore()
                .filter(now::isBefore)
                .ifPresent(until -> said.add(words.say("line.asked-again", moment(until))));
        said.addAll(remarks(entry));
        return String.join(", ", said);
    }

    /// What a test of it came to, for whoever asks.
    List<String> explained(SourceEntry entry, Tally tally) {
        List<String> said = new ArrayList<>();
        for (Tally.SourceFault fault : tally.faults()) {
            String line = words.say("line.fault", fault.source(), fault.fault().detail());
            if (!said.contains(line)) { // many a search says the same to each question
                said.add(line);
            }
        }
        if (tally.unchanged() > 0) {
            said.add(words.say("line.source-unchanged", entry.id()));
        } else if (tally.failed() == 0) {
            said.add(words.say("line.source-answered", entry.id(), tally.findings()));
        }
        tally.remarks().stream()
                .distinct()
                .map(remark -> words.say("line.source-reading", remark))
                .forEach(said::add);
        said.add(words.say("line.source-set-to", span(entry.every())));
        Standing standing = standing(entry);
        standing.notBefore()
                .filter(now::isBefore)
                .ifPresent(until -> said.add(words.say("line.asked-again", moment(until))));
        said.addAll(remarks(entry));
        return said;
    }

    /// What a person should know of it beside its state.
    List<String> remarks(SourceEntry entry) {
        Habits habits = standing(entry).habits();
        List<String> said = new ArrayList<>();
        tempo(entry).ifPresent(said::add);
        if (habits.gone()) {
            said.add(words.say("line.source-gone", entry.id()));
        }
        habits.move()
                .filter(move -> isOf(move, entry))
                .ifPresent(move -> said.addAll(move(move, entry)));
        habits.emptySince()
                .ifPresent(since -> said.add(words.say("line.source-emptied", moment(since))));
        return said;
    }

    private List<String> move(Move move, SourceEntry entry) {
        List<String> said = new ArrayList<>();
        if (move.of(move.set()).isPresent()) {
            said.add(words.say("line.source-moved"));
        }
        move.next()
                .filter(_ -> move.isWaiting())
                .ifPresent(to ->
                        said.add(words.say("line.source-move-waits", to.getHost(), entry.id())));
        return said;
    }

    private static boolean isOf(Move move, SourceEntry entry) {
        return entry.address().filter(move.set()::equals).isPresent();
    }

    /// How often it is asked, where that is not as it was set.
    Optional<String> tempo(SourceEntry entry) {
        Tempo tempo = pacing.tempo(entry);
        return switch (tempo.reason()) {
            case CHOSEN, GONE -> Optional.empty();
            case ITS_WISH ->
                    Optional.of(words.say("line.asked-every.its-wish", span(tempo.every())));
            case BUDGET -> Optional.of(words.say("line.asked-every.budget", span(tempo.every())));
        };
    }

    private String span(Duration time) {
        if (time.compareTo(MANY_HOURS) >= 0) {
            return words.say("span.days", Math.round(time.toHours() / 24.0));
        }
        return time.compareTo(MANY_MINUTES) >= 0
                ? words.say("span.hours", Math.round(time.toMinutes() / 60.0))
                : words.say("span.minutes", Math.max(1, Math.round(time.toSeconds() / 60.0)));
    }

    private String moment(Instant at) {
        return words.moment(at, zone, now);
    }

    /// One object for a script.
    Json json(SourceEntry entry) {
        Standing standing = standing(entry);
        Tempo tempo = pacing.tempo(entry);
        Optional<Move> move = standing.habits().move().filter(known -> isOf(known, entry));
        return Json.object()
                .put("id", entry.id())
                .put("type", entry.type())
                .put("active", entry.active())
                .put("by_file", entry.byFile())
                .put("state", standing.name())
                .put("detail", standing.fault().map(fault -> fault.detail()))
                .put("since", standing.since())
                .put("last_asked", standing.lastAsked())
                .put("last_answer", standing.lastAnswer())
                .put("faults", standing.faults())
                .put("not_before", standing.notBefore())
                .put("every_seconds", tempo.every().toSeconds())
                .put("every_because", tempo.reason().word())
                .put("gone_for_good", standing.habits().gone())
                .put("moved_to_host", move.flatMap(m -> m.of(m.set())).map(URI::getHost))
                .put(
                        "asks_to_move_to_host",
                        move.filter(Move::isWaiting).flatMap(Move::next).map(URI::getHost))
                .put("empty_since", standing.habits().emptySince())
                .put("watches", pacing.healths(entry).stream().map(SourceLines::json).toList())
                .build();
    }

    private static Json json(Health health) {
        return Json.object()
                .put("watch", health.watch())
                .put("state", health.state())
                .put("since", health.since())
                .put("last_answer", health.lastAnswer())
                .put("faults", health.faults())
                .put("unasked", health.unasked())
                .build();
    }

    /// For whom a search does not do as it should, one line each.
    List<String> troubles(SourceEntry entry) {
        return pacing.healths(entry).stream()
                .filter(health -> health.faults() > 0)
                .map(health ->
                        words.say(
                                "line.source-for-watch",
                                health.watch(),
                                words.say("state." + health.state()),
                                health.since().map(this::moment).orElse("")))
                .toList();
    }

    private Standing standing(SourceEntry entry) {
        return pacing.standing(entry.id());
    }
}
