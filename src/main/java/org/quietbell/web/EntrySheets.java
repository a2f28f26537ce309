package org.quietbell.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.Notes;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.words.Words;

/// The words of an entry: what says most first, by names that she reads; all else in a fold, by the
/// names that it has in the record. Addresses lead nowhere (R2.13), and what she would rather not
/// read is replaced, but in what she wrote herself (R1.17).
record EntrySheets(Words words, ZoneId zone, Instant now, Wording wording) {
    /// The names of fields that are shown first, in this order, each with its sentence.
    private static final Map<String, String> FIRST = first();

    /// Who wrote it: without accounts there is one person who can.
    private static final String BY = "by";

    private static final Set<String> ADDRESSES = Set.of("address", "address-unwrapped", "asked");

    private static Map<String, String> first() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("host", "page.item.site");
        keys.put("title", "page.item.title");
        keys.put("snippet", "page.item.text");
        keys.put("address", "page.item.address");
        for (List<String> asked :
                List.of(Notes.ASKED_BY_HAND, Notes.ASKED, Notes.ASKED_OF_A_FILE)) {
            asked.forEach(name -> keys.put(name, "ask.evidence." + name));
        }
        keys.put(Notes.UNDER_18, "page.record.age");
        return keys;
    }

    /// What an entry is, in words.
    static String kind(Words words, Entry entry) {
        return Kind.of(entry.kind())
                .map(kind -> words.say("evidence-kind." + kind.word()))
                .orElse(entry.kind());
    }

    List<Sheet> of(Entry entry) {
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(
                new Sheet.Heading(
                        words.say(
                                "page.record.later",
                                words.moment(entry.at(), zone, now),
                                kind(words, entry))));
        List<Sheet.Fact> shown = new ArrayList<>();
        FIRST.forEach((name, key) -> {
            if (entry.digests().containsKey(name) && !hidden(entry, name)) {
                shown.add(new Sheet.Fact(words.say(key), text(entry, name)));
            }
        });
        List<Sheet.Fact> rest =
                entry.digests().keySet().stream()
                        .filter(name -> !FIRST.containsKey(name) && !name.equals(BY))
                        .map(name -> new Sheet.Fact(name, text(entry, name)))
                        .toList();
        if (!shown.isEmpty()) {
            fields.add(new Sheet.Facts("", shown));
        }
        if (!rest.isEmpty()) {
            fields.add(new Sheet.Facts(words.say("page.record.rest"), rest));
        }
        return List.of(Sheet.of(fields.toArray(Sheet.Field[]::new)));
    }

    /// An answer that says that there is nothing to say.
    private static boolean hidden(Entry entry, String name) {
        return name.equals(Notes.UNDER_18) && !entry.is(Kind.NOTE);
    }

    private String text(Entry entry, String name) {
        Optional<String> text = entry.text(name);
        if (text.isEmpty()) {
            return words.say("line.evidence-field-erased");
        }
        if (name.equals(Notes.UNDER_18)) {
            return words.say("page.record.age." + text.get());
        }
        boolean leads = ADDRESSES.contains(name) && text.get().contains("://");
        if (entry.is(Kind.NOTE)) {
            return leads ? CanonicalRules.defanged(text.get()) : text.get();
        }
        return leads ? wording.ofAddress(text.get()) : wording.of(text.get());
    }
}
