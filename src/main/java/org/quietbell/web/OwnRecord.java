package org.quietbell.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.action.ReportId;
import org.quietbell.action.Reports;
import org.quietbell.config.Secret;
import org.quietbell.evidence.Entry;
import org.quietbell.evidence.EntryId;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.Health;
import org.quietbell.evidence.LeftOut;
import org.quietbell.hit.Hit;
import org.quietbell.watch.CaseId;

/// The record and the requests, as the pages read and add to them: by the same code as the
/// commands. Safe for many threads.
public interface OwnRecord {
    /// What is in the records.
    EvidenceLog log();

    /// What was asked of whom.
    Reports reports();

    /// Notes first what has become of saved pages since, by what the rounds saw. Asks nobody.
    void catchUp();

    /// A name for a request that is begun.
    ReportId freshReport();

    /// All that have the same text as that one, itself included (R6.9).
    List<Hit> sameText(Hit hit);

    /// The zone of that case's person.
    ZoneId zone(CaseId caseId);

    /// Whether somebody in what an entry is about was under 18, or may have been, as was last said.
    boolean isYoung(CaseId caseId, EntryId id);

    /// Adds what she says; where somebody was or may have been under 18, the words of the page are
    /// erased (R3.12).
    ///
    /// @param about the entry that she speaks of
    /// @param said see [org.quietbell.evidence.Notes]; empty texts are left out
    /// @return the entry; empty if nothing was said
    Optional<Entry> note(CaseId caseId, Optional<EntryId> about, Map<String, String> said);

    /// Adds something that is not on the web.
    Entry byHand(CaseId caseId, Map<String, String> said);

    /// Notes that a record was looked at (R3.9).
    void viewed(CaseId caseId);

    /// Tells of moments whether the program ran then.
    Health.Times ran();

    /// What is said of a record that is handed on. Texts that were not given are empty.
    ///
    /// @param whose for the cover only
    /// @param by who prepared it
    /// @param recipient for whom
    /// @param purpose for what
    record Handing(
            String whose, String by, String recipient, String purpose, Set<LeftOut> leftOut) {
        public Handing {
            leftOut = Set.copyOf(leftOut);
        }
    }

    /// Writes that in the record, then the whole as one encrypted archive to the stream, which
    /// stays open. Nothing is put anywhere else.
    ///
    /// @param passphrase of the archive alone
    /// @throws IOException if the stream fails
    void handOn(CaseId caseId, Handing handing, Secret passphrase, OutputStream to)
            throws IOException;
}
