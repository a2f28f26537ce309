package org.quietbell.evidence;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
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
        return start(entry) + record(entry) + "}";
    }

    /// What stands in a line before the record.
    private static String start(Entry entry) {
        StringBuilder line = new StringBuilder("{\"fields\":{");
        entry.fields()
                .forEach((name, field) -> {
                    line.append(line.charAt(line.length() - 1) == '{' ? "" : ",");
                    CanonicalText.append(line, name);
                    line.append(":{\"salt\":");
                    CanonicalText.append(line, field.salt());
                    line.append(",\"text\":");
                    CanonicalText.append(line, field.text());
                    line.append('}');
                });
        line.append("},\"hash\":");
        CanonicalText.append(line, entry.hash());
        return line.append(",\"record\":").toString();
    }

    /// The record in canonical form.
    static String record(Entry entry) {
        Json record =
                Json.object()
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
        try {
            return new JsonCanonicalizer(record.line()).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("our own JSON", e);
        }
    }

    /// A line that was read.
    ///
    /// @param hash what the record's characters give: the entry's own, if it is as it was written
    record Read(Entry entry, String hash) {}

    /// Reads one line; empty if it is no entry of this version, or not in its one form.
    ///
    /// The record is not brought to its form once more: its hash is of its characters as they are.
    static Optional<Read> read(String line) {
        try {
            Json json = Json.read(line);
            Optional<Entry> entry = json.members().size() == 3 ? entry(json) : Optional.empty();
            return entry.flatMap(read -> {
                String start = start(read);
                return line.startsWith(start) && line.endsWith("}")
                        ? Optional.of(
                                new Read(
                                        read,
                                        Digests.ofRecord(
                                                line.substring(start.length(), line.length() - 1))))
                        : Optional.empty();
            });
        } catch (MalformedJsonException | DateTimeException _) {
            return Optional.empty(); // what it is not is all that can be said of it
        }
    }

    /// The entry that [#write] wrote; empty if the line is none, or its record was touched.
    public static Optional<Entry> entry(String line) {
        return read(line).filter(read -> read.hash().equals(read.entry().hash())).map(Read::entry);
    }

    private static Optional<Entry> entry(Json line) {
        Json record = line.at("record");
        Optional<String> at = record.at("at").text();
        Optional<Long> seq = record.at("seq").whole();
        boolean isOfThisVersion = record.at("v").whole().equals(Optional.of((long) VERSION));
        if (at.isEmpty() || seq.isEmpty() || !isOfThisVersion) {
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
