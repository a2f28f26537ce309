package org.quietbell.app;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Field;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.Verdict;
import org.quietbell.evidence.Verdict.Flaw;
import org.quietbell.json.Json;
import org.quietbell.words.Words;

/// Entries of an evidence log, as lines and as JSON.
record EvidenceLines(Words words, ZoneId zone) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /// Hands each entry to a consumer.
    interface Stream {
        void each(Consumer<Entry> consumer);
    }

    /// What it is, where and when: no title, no address (R1.17).
    String line(Entry entry) {
        return words.say(
                        "line.evidence",
                        entry.id(),
                        WHEN.format(entry.at().atZone(zone)),
                        kind(entry),
                        entry.text("host").orElse(""))
                .stripTrailing();
    }

    private String kind(Entry entry) {
        return Kind.of(entry.kind())
                .map(kind -> words.say("evidence-kind." + kind.word()))
                .orElse(entry.kind());
    }

    /// All that an entry says, and what was entered about it later.
    List<String> opened(Entry entry, List<Entry> since) {
        List<String> lines = new ArrayList<>();
        lines.add(line(entry));
        lines.addAll(fields(entry));
        for (Entry later : since) {
            lines.add("");
            lines.add(line(later));
            lines.addAll(fields(later));
        }
        return lines;
    }

    private List<String> fields(Entry entry) {
        List<String> lines = new ArrayList<>();
        for (String name : entry.digests().keySet()) {
            Field field = entry.fields().get(name);
            lines.add(
                    "  "
                            + name
                            + ": "
                            + (field == null
                                    ? words.say("line.evidence-field-erased")
                                    : field.text().replace('\n', ' ')));
        }
        return lines;
    }

    /// One entry; a field that was erased is `null`.
    Json json(Entry entry) {
        Json.Builder fields = Json.object();
        for (String name : entry.digests().keySet()) {
            fields.put(name, entry.text(name));
        }
        return Json.object()
                .put("id", entry.id())
                .put("seq", entry.seq())
                .put("kind", entry.kind())
                .put("about", entry.about())
                .put("at", entry.at())
                .put("hash", entry.hash())
                .put("fields", fields.build())
                .build();
    }

    /// All of them, as one array.
    Json json(Stream entries) {
        List<Json> array = new ArrayList<>();
        entries.each(entry -> array.add(json(entry)));
        return new Json.Items(array);
    }

    /// What checking a log came to, in sentences.
    List<String> verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Whole whole -> {
                List<String> lines = new ArrayList<>();
                lines.add(words.say("line.evidence-whole", whole.entries()));
                if (whole.erased() > 0) {
                    lines.add(words.say("line.evidence-gaps", whole.erased()));
                }
                if (whole.leftOut() > 0) {
                    lines.add(words.say("line.evidence-left-out", whole.leftOut()));
                }
                whole.head()
                        .ifPresent(head -> lines.add(words.say("line.evidence-head", head.text())));
                yield lines;
            }
            case Verdict.Broken broken ->
                    List.of(
                            words.say(
                                    "line.evidence-broken",
                                    broken.line(),
                                    broken.id().map(Object::toString).orElse("-")),
                            flaw(broken.flaw()));
        };
    }

    private String flaw(Flaw flaw) {
        Map.Entry<String, String> said =
                switch (flaw) {
                    case Flaw.Unreadable _ -> Map.entry("unreadable", "");
                    case Flaw.Changed _ -> Map.entry("changed", "");
                    case Flaw.FieldChanged(String field) -> Map.entry("field-changed", field);
                    case Flaw.FieldMissing(String field) -> Map.entry("field-missing", field);
                    case Flaw.FieldAdded(String field) -> Map.entry("field-added", field);
                    case Flaw.OutOfPlace _ -> Map.entry("out-of-place", "");
                    case Flaw.CutShort(long noted) -> Map.entry("cut-short", String.valueOf(noted));
                    case Flaw.OtherEnd _ -> Map.entry("other-end", "");
                };
        return words.say("evidence-flaw." + said.getKey(), said.getValue());
    }
}
