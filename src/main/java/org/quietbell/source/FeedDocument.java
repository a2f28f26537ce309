package org.quietbell.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A feed, read.
///
/// @param title plain text, perhaps empty
/// @param link address of the page it belongs to, absolute where it can be made so; perhaps empty
/// @param id its own id as received, perhaps empty
/// @param language as claimed, e.g. `en`
/// @param entries in the feed's order
/// @param skipped entries beyond the limit, 0 or more
/// @param broken why entries may be missing at the end, if so
/// @param remark how it had to be read, if not plainly: then the second reading was used
/// @param pace how often it asks to be asked
/// @param ended whether it says that nothing will ever be added
public record FeedDocument(
        String title,
        String link,
        String id,
        Optional<String> language,
        List<Entry> entries,
        int skipped,
        Optional<String> broken,
        Optional<String> remark,
        FeedPace pace,
        boolean ended) {
    /// A feed to which more may come.
    FeedDocument(
            String title,
            String link,
            String id,
            Optional<String> language,
            List<Entry> entries,
            int skipped,
            Optional<String> broken,
            Optional<String> remark,
            FeedPace pace) {
        this(title, link, id, language, entries, skipped, broken, remark, pace, false);
    }

    public FeedDocument {
        entries = List.copyOf(entries);
    }

    /// One entry.
    ///
    /// @param id as received: a guid, an Atom id, `rdf:about`; perhaps empty
    /// @param title not yet plain
    /// @param link as received if it is absolute, else made absolute; perhaps empty
    /// @param author plain text, perhaps empty
    /// @param summary the short form
    /// @param content the long form
    /// @param caption what a medium beside it is called, described and credited as: text only
    /// @param language as claimed
    /// @param published when it claims to have appeared
    /// @param updated when it claims to have been changed
    /// @param claimed the claim behind [#published], else behind [#updated], as received
    public record Entry(
            String id,
            FeedText title,
            String link,
            String author,
            FeedText summary,
            FeedText content,
            String caption,
            Optional<String> language,
            Optional<Instant> published,
            Optional<Instant> updated,
            Optional<String> claimed) {}
}
