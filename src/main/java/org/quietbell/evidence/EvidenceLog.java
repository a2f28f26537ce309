package org.quietbell.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.quietbell.hit.HitId;
import org.quietbell.watch.CaseId;

/// The logs, one for each case. Entries are only added. Safe for many threads.
public interface EvidenceLog {
    /// Adds these, one after the other, in one transaction. When this returns they are on the disk.
    List<Entry> append(CaseId caseId, List<Draft> drafts, Instant at);

    /// Adds an entry of kind [Kind#FOUND] for that hit, unless it has one: a page is entered once.
    ///
    /// @return the entry that there is now
    Entry enter(CaseId caseId, HitId hit, Draft found, Instant at);

    /// The entry of a hit, if it was entered.
    Optional<Entry> entryOf(HitId hit);

    /// One entry; empty if that case's log has none of that name.
    Optional<Entry> find(CaseId caseId, EntryId id);

    /// What was entered about an entry later, in order.
    List<Entry> about(CaseId caseId, EntryId id);

    /// Hands each entry to the consumer, in order, one at a time: it streams.
    void each(CaseId caseId, Consumer<Entry> consumer);

    /// The latest entries before that number, the latest first.
    ///
    /// @param most at least 1
    List<Entry> latest(CaseId caseId, long before, int most);

    /// Where the log ends; empty if nothing was entered yet.
    Optional<Head> head(CaseId caseId);

    /// Where the log ended when that was last noted apart from it; it may have gone on since.
    Optional<Head> noted(CaseId caseId);

    /// Erases the texts of fields, with the salts of their digests, and adds an entry that says so.
    /// What is erased already, or was never written, stays out of it.
    ///
    /// @param reason without what is erased
    /// @return the entry that says so; empty if there was nothing to erase
    Optional<Entry> erase(
            CaseId caseId, EntryId id, SortedSet<String> names, String reason, Instant at);
}
