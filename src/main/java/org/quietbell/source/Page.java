package org.quietbell.source;

import java.util.List;
import java.util.Optional;

/// What an answer held.
///
/// @param findings in the order of the answer
/// @param blind what the source could not look through ("3 engines did not answer"), if anything:
///   then an empty list means *could not look*, not *nothing there*
/// @param skipped entries left out because of a limit, 0 or more
/// @param remark how it had to be read, if not plainly ("repaired: the XML was broken")
/// @param pace how often the source asks to be asked
/// @param ended whether it says that nothing will ever be added
public record Page(
        List<Finding> findings,
        Optional<String> blind,
        int skipped,
        Optional<String> remark,
        FeedPace pace,
        boolean ended) {
    public Page {
        findings = List.copyOf(findings);
    }

    /// A page to which more may come.
    public Page(
            List<Finding> findings,
            Optional<String> blind,
            int skipped,
            Optional<String> remark,
            FeedPace pace) {
        this(findings, blind, skipped, remark, pace, false);
    }

    /// A page of a source that says nothing of its pace.
    public Page(
            List<Finding> findings, Optional<String> blind, int skipped, Optional<String> remark) {
        this(findings, blind, skipped, remark, FeedPace.NONE);
    }

    /// A plain, complete answer.
    public static Page complete(List<Finding> findings) {
        return new Page(findings, Optional.empty(), 0, Optional.empty());
    }

    /// The same, with something more to say about it.
    Page remarked(String more) {
        String all = remark.map(said -> said + "; " + more).orElse(more);
        return new Page(findings, blind, skipped, Optional.of(all), pace, ended);
    }

    /// The same, not having looked everywhere.
    Page blinded(String why) {
        String all = blind.map(said -> said + "; " + why).orElse(why);
        return new Page(findings, Optional.of(all), skipped, remark, pace, ended);
    }

    /// Whether all that was asked was looked through.
    public boolean isComplete() {
        return blind.isEmpty();
    }
}
