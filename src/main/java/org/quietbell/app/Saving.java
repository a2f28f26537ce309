package org.quietbell.app;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quietbell.evidence.Draft;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.FoundFields;
import org.quietbell.evidence.Kind;
import org.quietbell.evidence.Notes;
import org.quietbell.evidence.SavedPages;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.Listing;
import org.quietbell.watch.CaseId;

/// Saves what was found, and what she says of it, in the evidence log of a case. By command and by
/// page alike. Safe for many threads.
///
/// @param instance what tells this installation from others
record Saving(SavedPages pages, EvidenceLog log, String instance) {
    /// Whoever has the passphrase: there are no accounts.
    private static final String SELF = "self";

    /// Why words are erased.
    private static final String UNDER_18 = "under-18";

    /// What became of saving a hit.
    sealed interface Outcome {
        /// It is in the log, and so is every other address of the same text (R6.9).
        ///
        /// @param entries one for each address, the one that was asked for first
        /// @param fresh how many of them were not there before
        record Saved(List<Entry> entries, int fresh) implements Outcome {}

        /// There is no such hit.
        record Unknown() implements Outcome {}

        /// It is about somebody else, and was erased.
        record Erased() implements Outcome {}
    }

    /// Saves a hit, and all that say the same elsewhere.
    Outcome save(HitId id, Instant at) {
        Optional<Hit> hit = pages.find(id);
        if (hit.isEmpty()) {
            return new Outcome.Unknown();
        }
        List<Entry> entries = new ArrayList<>();
        int fresh = 0;
        List<Hit> all = new ArrayList<>(List.of(hit.get()));
        pages.withTheTextOf(hit.get().group()).stream()
                .filter(other -> !other.id().equals(id) && other.label() != Label.NOT_ME)
                .forEach(all::add);
        for (Hit one : all) {
            Optional<Draft> draft = FoundFields.of(one, instance);
            boolean isNew = log.entryOf(one.id()).isEmpty();
            if (draft.isPresent()) {
                entries.add(log.enter(one.caseId(), one.id(), draft.get(), at));
                fresh += isNew ? 1 : 0;
            } else if (one.id().equals(id)) {
                return new Outcome.Erased();
            }
        }
        return new Outcome.Saved(entries, fresh);
    }

    /// Enters what has become of the saved pages since they were found (R3.1): other words, no
    /// longer listed, back.
    ///
    /// @return how many entries that made
    int follow(Instant at) {
        int made = 0;
        for (Hit hit : pages.enteredAndMoved()) {
            Optional<Entry> entry = log.entryOf(hit.id());
            List<Draft> drafts =
                    entry.map(saved -> moved(hit, saved, log.about(hit.caseId(), saved.id())))
                            .orElse(List.of());
            made += drafts.isEmpty() ? 0 : log.append(hit.caseId(), drafts, at).size();
        }
        return made;
    }

    private static List<Draft> moved(Hit hit, Entry entry, List<Entry> since) {
        List<Draft> drafts = new ArrayList<>();
        Listing listing = hit.listing();
        String lastSeen = hit.lastSeen().toString();
        listing.changed()
                .map(Instant::toString)
                .filter(when -> isNew(since, Kind.CHANGED, "changed-at", when))
                .ifPresent(when -> drafts.add(changed(entry, when, listing)));
        boolean wasGone =
                since.stream()
                        .filter(later -> later.is(Kind.UNLISTED) || later.is(Kind.BACK))
                        .reduce((_, last) -> last)
                        .filter(last -> last.is(Kind.UNLISTED))
                        .isPresent();
        if (!listing.isListed() && !wasGone) {
            drafts.add(about(entry, Kind.UNLISTED, Map.of("last-seen", lastSeen)));
        }
        if (listing.isListed()) {
            listing.back()
                    .map(Instant::toString)
                    .filter(when -> isNew(since, Kind.BACK, "back-at", when))
                    .ifPresent(
                            when -> drafts.add(about(entry, Kind.BACK, Map.of("back-at", when))));
        }
        return drafts;
    }

    private static boolean isNew(List<Entry> since, Kind kind, String field, String when) {
        return since.stream()
                .noneMatch(later -> later.is(kind) && later.text(field).equals(Optional.of(when)));
    }

    private static Draft changed(Entry entry, String when, Listing listing) {
        SortedMap<String, String> fields = new TreeMap<>(Map.of("changed-at", when));
        listing.latest()
                .ifPresent(words -> {
                    fields.put("title", words.title());
                    fields.put("snippet", words.snippet());
                });
        fields.values().removeIf(String::isEmpty);
        return about(entry, Kind.CHANGED, fields);
    }

    private static Draft about(Entry entry, Kind kind, Map<String, String> fields) {
        return Draft.of(kind, Optional.of(entry.id()), fields);
    }

    /// Adds what she says. If somebody in it was under 18, or may have been, the words of the page
    /// are erased, here and where it is listed; where it is and when it was seen stay (R3.12).
    ///
    /// @param about the entry that she speaks of
    /// @param fields see [Notes]; empty ones are left out
    /// @return the entry; empty if she said nothing
    Optional<Entry> note(
            CaseId caseId, Optional<EntryId> about, Map<String, String> fields, Instant at) {
        Map<String, String> said = new TreeMap<>(fields);
        said.values().removeIf(String::isBlank);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        said.put("by", SELF);
        Entry note = log.append(caseId, List.of(Draft.of(Kind.NOTE, about, said)), at).getFirst();
        if (isYoung(note)) {
            about.flatMap(id -> log.find(caseId, id)).ifPresent(entry -> hush(caseId, entry, at));
        }
        return Optional.of(note);
    }

    private static boolean isYoung(Entry note) {
        return note.text(Notes.UNDER_18).filter(answer -> !answer.equals("no")).isPresent();
    }

    /// Whether somebody in what an entry is about was under 18, or may have been, as she last said
    /// of it or of the same text elsewhere.
    boolean isYoung(CaseId caseId, EntryId id) {
        return log.find(caseId, id).stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry), ofTheSameText(entry)))
                .anyMatch(entry ->
                        log.about(caseId, entry.id()).stream()
                                .filter(later -> later.is(Kind.NOTE))
                                .filter(note -> note.text(Notes.UNDER_18).isPresent())
                                .reduce((_, last) -> last)
                                .filter(Saving::isYoung)
                                .isPresent());
    }

    private Stream<Hit> sameText(Entry entry) {
        return entry.text("hit").map(HitId::new).flatMap(pages::find).stream()
                .flatMap(hit -> pages.withTheTextOf(hit.group()).stream());
    }

    private Stream<Entry> ofTheSameText(Entry entry) {
        return sameText(entry).flatMap(hit -> log.entryOf(hit.id()).stream());
    }

    /// The same words elsewhere are the same words: of each page that has them they are erased.
    private void hush(CaseId caseId, Entry entry, Instant at) {
        erase(caseId, entry, at);
        ofTheSameText(entry).forEach(other -> erase(caseId, other, at));
        sameText(entry).forEach(hit -> pages.hush(hit.id()));
    }

    private void erase(CaseId caseId, Entry entry, Instant at) {
        TreeSet<String> words = new TreeSet<>(FoundFields.QUOTED);
        log.erase(caseId, entry.id(), words, UNDER_18, at);
        log.about(caseId, entry.id()).stream()
                .filter(later -> later.is(Kind.CHANGED))
                .forEach(later -> log.erase(caseId, later.id(), words, UNDER_18, at));
    }

    /// Adds something that is not on the web, as she tells it.
    Entry byHand(CaseId caseId, Map<String, String> fields, Instant at) {
        Map<String, String> said = new TreeMap<>(fields);
        said.put("by", SELF);
        return log.append(caseId, List.of(Draft.of(Kind.LOGGED, Optional.empty(), said)), at)
                .getFirst();
    }

    /// What is known of a file that stays where it is (R3.10).
    ///
    /// @param name without its folders
    /// @param digest SHA-256, as `sha256sum` prints it
    record KeptFile(String name, long bytes, String digest) {
        /// @param path as it was given; only its last part is kept
        static KeptFile of(String path, byte[] content) throws IOException {
            try {
                String name =
                        path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return new KeptFile(name, content.length, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IOException(e);
            }
        }
    }

    /// Registers a file that she keeps.
    Entry keptElsewhere(
            CaseId caseId,
            Optional<EntryId> about,
            KeptFile file,
            Map<String, String> fields,
            Instant at) {
        Map<String, String> all = new TreeMap<>(fields);
        all.values().removeIf(String::isBlank);
        all.put("by", SELF);
        all.put("file", file.name());
        all.put("size", String.valueOf(file.bytes()));
        all.put("sha256", file.digest());
        return log.append(caseId, List.of(Draft.of(Kind.KEPT_ELSEWHERE, about, all)), at)
                .getFirst();
    }

    /// Notes that the log was looked at or handed on (R3.9).
    ///
    /// @param what `view`, `export`
    /// @param fields who, for what, for whom, and the digest of what was handed on
    Entry custody(CaseId caseId, String what, Map<String, String> fields, Instant at) {
        Map<String, String> all = new TreeMap<>(fields);
        all.values().removeIf(String::isBlank);
        all.put("what", what);
        return log.append(caseId, List.of(Draft.of(Kind.CUSTODY, Optional.empty(), all)), at)
                .getFirst();
    }
}
