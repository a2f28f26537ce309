package org.quietbell.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quietbell.words.Words;

/// One entry as a timeline tells it.
///
/// @param heading its number and what it is
/// @param lines in their order
record Told(String heading, List<Line> lines) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    Told {
        lines = List.copyOf(lines);
    }

    /// A name and what there is to say.
    record Line(String name, String text) {}

    static Told of(Entry entry, Words words, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(words.say("pack.timeline.entry"), entry.id().value()));
        lines.add(new Line("UTC", entry.at().toString()));
        lines.add(new Line(words.say("pack.timeline.local"), local(entry.at(), zone)));
        entry.about()
                .ifPresent(id -> lines.add(new Line(words.say("pack.timeline.about"), id.value())));
        for (String name : entry.digests().keySet()) {
            String gone = words.say("pack.timeline.not-here");
            lines.add(new Line(name, entry.text(name).orElse(gone)));
        }
        lines.add(new Line("SHA-256", entry.hash()));
        return new Told(heading(entry, words), lines);
    }

    private static String heading(Entry entry, Words words) {
        String kind =
                Kind.of(entry.kind())
                        .map(known -> words.say("evidence-kind." + known.word()))
                        .orElse(entry.kind());
        return entry.seq() + ". " + kind;
    }

    /// A moment in a zone, with how far that is from UTC.
    static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }
}
