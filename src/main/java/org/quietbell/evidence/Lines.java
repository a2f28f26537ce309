package org.quietbell.evidence;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.quietbell.json.Json;
import org.quietbell.json.MalformedJsonException;

/// Entries as lines of a file: canonical JSON, so that each entry has one form only.
///
/// `{"fields":{"title":{"salt":"…","text":"…"}},"hash":"…","record":{…}}`, where `record` holds
/// `about`, `at`, `before`, `digests`, `id`, `kind`, `log`, `seq` and `v`. The hash is that of the
/// record's characters as they stand in the line.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
public final class Lines {
    /// Of the form of the lines.
    static final int VERSION = 1;

    private Lines() {}

    /// An entry on one line, without the line's end.
    public static String write(Entry entry) {
        Map<String, Json> fields = new LinkedHashMap<>();
        entry.fields()
                .forEach((name, field) ->
                        fields.put(
                                name,
                                Json.object()
                                        .put("salt", field.salt())
                                        .put("text", field.text())
                                        .build()));
        return canonical(
                Json.object()
                        .put("fields", new Json.Members(fields))
                        .put("hash", entry.hash())
                        .put("record", record(entry))
                        .build());
    }

    private static Json record(Entry entry) {
        return Json.object()
                .putIfPresent("about", entry.about())
                .put("at", entry.at())
                .put("before", entry.before())
                .put("digests", entry.digests())
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("log", entry.log())
                .put("seq", entry.seq())
                .put("v", VERSION)
                .build();
    }

    /// The hash that an entry must have.
    static String hash(Entry entry) {
        return Digests.ofRecord(canonical(record(entry)));
    }

    private static String canonical(Json json) {
        try {
            return new JsonCanonicalizer(json.line()).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("our own JSON", e);
        }
    }

    /// Reads one line, whatever its hash says; empty if it is no entry of this version in its one
    /// form.
    public static Optional<Entry> read(String line) {
        try {
            return entry(Json.read(line)).filter(entry -> write(entry).equals(line));
        } catch (MalformedJsonException | DateTimeException _) {
            return Optional.empty(); // what it is not is all that can be said of it
        }
    }

    private static Optional<Entry> entry(Json line) {
        Json record = line.at("record");
        Optional<String> at = record.at("at").text();
        Optional<Long> seq = record.at("seq").whole();
        if (at.isEmpty() || seq.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> digests = new TreeMap<>();
        record.at("digests").members().forEach((name, digest) -> digests.put(name, text(digest)));
        SortedMap<String, Field> fields = new TreeMap<>();
        line.at("fields")
                .members()
                .forEach((name, field) ->
                        fields.put(
                                name, new Field(text(field.at("salt")), text(field.at("text")))));
        return Optional.of(
                new Entry(
                        text(record.at("log")),
                        seq.get(),
                        new EntryId(text(record.at("id"))),
                        text(record.at("kind")),
                        record.at("about").text().map(EntryId::new),
                        Instant.parse(at.get()),
                        digests,
                        text(record.at("before")),
                        text(line.at("hash")),
                        fields));
    }

    private static String text(Json json) {
        return json.text().orElse("");
    }
}
