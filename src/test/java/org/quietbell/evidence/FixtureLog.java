package org.quietbell.evidence;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A short log about an invented page.
final class FixtureLog {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final Chain chain = new Chain(new SecureRandom());
    private final List<Entry> entries = new ArrayList<>();

    FixtureLog() {
        add(
                Kind.FOUND,
                Map.of(
                        "address", "https://forum.example/t/7",
                        "title", "Somebody wrote “Zoë Maren” \u2028 here",
                        "snippet", "Somebody wrote more\nof \"it\" \\ \u0001 \uD83D\uDD14",
                        "rank", "3"));
        add(Kind.NOTE, Map.of("text", "It is me. I did not agree."));
        add(Kind.UNLISTED, Map.of("seen-at", "2026-11-23T09:00:00Z"));
        add(Kind.ACTION, Map.of("route", "platform", "sent-at", "2026-11-24T10:00:00Z"));
    }

    private void add(Kind kind, Map<String, String> fields) {
        Optional<EntryId> about =
                entries.isEmpty() ? Optional.empty() : Optional.of(entries.getFirst().id());
        add(Draft.of(kind, about, fields));
    }

    private void add(Draft draft) {
        Optional<Head> last =
                entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().head());
        entries.add(chain.next(last, draft, START.plusSeconds(entries.size())));
    }

    List<Entry> entries() {
        return entries;
    }

    /// A list of its own, to be spoilt.
    List<String> lines() {
        return new ArrayList<>(entries.stream().map(Lines::write).toList());
    }

    Head head() {
        return entries.getLast().head();
    }

    void erase(int place, String... names) {
        Chain.Erased erased =
                Chain.erase(entries.get(place), new TreeSet<>(List.of(names)), "asked for")
                        .orElseThrow();
        entries.set(place, erased.left());
        add(erased.said());
    }

    /// The same entry with another text in a field.
    Entry with(Entry entry, String name, String text) {
        SortedMap<String, Field> fields = new TreeMap<>(entry.fields());
        String salt = Optional.ofNullable(fields.get(name)).map(Field::salt).orElse("00");
        fields.put(name, new Field(salt, text));
        return new Entry(
                entry.log(),
                entry.seq(),
                entry.id(),
                entry.kind(),
                entry.about(),
                entry.at(),
                entry.digests(),
                entry.before(),
                entry.hash(),
                fields);
    }
}
