package org.quietbell.evidence;

import java.util.Optional;

/// What became of checking a log.
public sealed interface Verdict {
    /// Every entry stands as it was written, but for what was erased and said to be.
    ///
    /// @param head where it ends; empty: it has no entry at all
    /// @param erased how many fields were erased, each named by an entry that says why
    /// @param leftOut how many fields were left out by choice when it was handed on
    record Whole(Optional<Head> head, long erased, long leftOut) implements Verdict {
        /// Nothing was left out.
        public Whole(Optional<Head> head, long erased) {
            this(head, erased, 0);
        }

        /// How many entries there are.
        public long entries() {
            return head.map(Head::seq).orElse(0L);
        }
    }

    /// It is not as it was written.
    ///
    /// @param line of the file, from 1, at which that shows first; one past the end if the end is
    ///   missing
    /// @param id of the entry there, if it can be read
    record Broken(long line, Optional<EntryId> id, Flaw flaw) implements Verdict {}

    /// What shows that a log was touched.
    sealed interface Flaw {
        /// The line is no entry, or not in the one form that entries have.
        record Unreadable() implements Flaw {}

        /// The entry is not the one that its hash was made of.
        record Changed() implements Flaw {}

        /// The text of a field is not the one that was written.
        record FieldChanged(String field) implements Flaw {}

        /// A field is gone, and no entry says that it was erased and why.
        record FieldMissing(String field) implements Flaw {}

        /// A field is there though a later entry says that it was erased, or was never written.
        record FieldAdded(String field) implements Flaw {}

        /// It does not follow the line before: an entry was removed, moved or put in.
        record OutOfPlace() implements Flaw {}

        /// It ends before the end that was noted apart.
        record CutShort(long noted) implements Flaw {}

        /// It does not lead to the end that was noted apart.
        record OtherEnd() implements Flaw {}
    }
}
