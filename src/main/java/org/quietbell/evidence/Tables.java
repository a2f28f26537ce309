package org.quietbell.evidence;

import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quietbell.json.Json;

/// The entries of an export as tables, and for programs.
final class Tables {
    private static final List<String> FOUND =
            List.of(
                    "address",
                    "address-unwrapped",
                    "host",
                    "title",
                    "snippet",
                    "first-seen",
                    "first-seen-local",
                    "published",
                    "claimed-date",
                    "source",
                    "connector",
                    "asked",
                    "rank",
                    "item",
                    "language",
                    "answer-sha256",
                    "clock-offset",
                    "band",
                    "program");

    private final Export export;
    private final Health.Times times;

    Tables(Export export) {
        this.export = export;
        this.times = export.health().times();
    }

    /// What was found, what became of it, and what happened elsewhere: all but what people said of
    /// it, did about it, or looked at.
    void entries(Writer out) {
        List<String> columns = new ArrayList<>(FOUND);
        columns.addAll(List.of("last-seen", "changed-at", "back-at", "fields", "reason", "ran"));
        table(out, columns, Tables::isFact, true);
    }

    private static boolean isFact(Entry entry) {
        return entry.is(Kind.FOUND)
                || entry.is(Kind.CHANGED)
                || entry.is(Kind.UNLISTED)
                || entry.is(Kind.BACK)
                || entry.is(Kind.ERASED);
    }

    /// What she said herself, and where files are kept.
    void notes(Writer out) {
        List<String> columns = new ArrayList<>(List.of("by", "way", "happened"));
        columns.addAll(Notes.ASKED);
        columns.addAll(List.of(Notes.UNDER_18, "file", "size", "sha256", "place", "holder"));
        table(
                out,
                columns,
                entry ->
                        entry.is(Kind.NOTE)
                                || entry.is(Kind.LOGGED)
                                || entry.is(Kind.KEPT_ELSEWHERE),
                false);
    }

    /// What was asked of whom: the fields are those of the reports.
    void actions(Writer out) {
        List<String> columns =
                fieldsOf(entry -> entry.is(Kind.ACTION)).stream().distinct().sorted().toList();
        table(out, columns, entry -> entry.is(Kind.ACTION), false);
    }

    private List<String> fieldsOf(Predicate<Entry> which) {
        List<String> names = new ArrayList<>();
        export.each(entry -> {
            if (which.test(entry)) {
                names.addAll(entry.digests().keySet());
            }
        });
        return names;
    }

    /// When the log was opened or handed on.
    void custody(Writer out) {
        table(
                out,
                List.of("what", "by", "role", "recipient", "purpose", "left-out", "time-stamp"),
                entry -> entry.is(Kind.CUSTODY),
                false);
    }

    private void table(
            Writer out, List<String> columns, Predicate<Entry> which, boolean saysWhetherItRan) {
        List<String> names = new ArrayList<>(List.of("entry", "number", "kind", "about", "at"));
        names.addAll(columns);
        Pack.line(out, names.stream().map(Cells::cell).collect(Collectors.joining(",")));
        export.each(entry -> {
            if (which.test(entry)) {
                List<String> cells = new ArrayList<>();
                cells.add(entry.id().value());
                cells.add(String.valueOf(entry.seq()));
                cells.add(entry.kind());
                cells.add(entry.about().map(EntryId::value).orElse(""));
                cells.add(entry.at().toString());
                for (String column : columns) {
                    cells.add(
                            saysWhetherItRan && column.equals("ran")
                                    ? ran(entry).map(ran -> ran ? "yes" : "no").orElse("")
                                    : text(entry, column));
                }
                Pack.line(out, cells.stream().map(Cells::cell).collect(Collectors.joining(",")));
            }
        });
    }

    private static String text(Entry entry, String name) {
        boolean isGone = entry.digests().containsKey(name) && entry.text(name).isEmpty();
        return isGone ? "[not here]" : entry.text(name).orElse("");
    }

    /// Whether the program ran when a page was first seen, by its journal.
    private Optional<Boolean> ran(Entry entry) {
        return entry.is(Kind.FOUND)
                ? entry.text("first-seen").map(Instant::parse).map(times::ranAt)
                : Optional.empty();
    }

    /// Every entry with its fields; one that is erased or left out is `null`.
    void json(Writer out) {
        Pack.line(out, "[");
        boolean[] first = {true};
        export.each(entry -> {
            Json.Builder fields = Json.object();
            entry.digests().keySet().forEach(name -> fields.put(name, entry.text(name)));
            Json json =
                    Json.object()
                            .put("entry", entry.id())
                            .put("number", entry.seq())
                            .put("kind", entry.kind())
                            .put("about", entry.about())
                            .put("at", entry.at())
                            .put("ran", ran(entry))
                            .put("hash", entry.hash())
                            .put("fields", fields.build())
                            .build();
            Pack.line(out, (first[0] ? " " : ",") + json.line());
            first[0] = false;
        });
        Pack.line(out, "]");
    }
}
