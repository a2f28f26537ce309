package org.quietbell.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One thing that a notice tells of: all hits of one repost group together (R6.9).
///
/// @param owed the hit that stands for it: the likeliest of the group, the newest among equals
/// @param places how many hits of the group this notice tells of, 1 or more
record Thing(Owed owed, int places) {
    /// Folds what is told by group, newest first.
    ///
    /// @param told oldest first
    static List<Thing> folded(List<Owed> told) {
        Map<String, Thing> groups = new LinkedHashMap<>();
        for (Owed owed : told.reversed()) {
            groups.merge(owed.group(), new Thing(owed, 1), Thing::with);
        }
        return new ArrayList<>(groups.values());
    }

    private Thing with(Thing older) {
        boolean likelier =
                older.owed.band() != owed.band() && older.owed.band().isAtLeast(owed.band());
        return new Thing(likelier ? older.owed : owed, places + older.places);
    }
}
