package org.quietbell.watch;

import java.util.List;

/// One person's watches and the consent they rest on.
///
/// @param id the case
/// @param consent what may be asked of whom
/// @param watches what is looked for; every one has this case's id
/// @param byFile whether a settings file set it: then it is changed only there
/// @param active false once it was removed or left the settings file: kept, but nothing is asked
public record WatchedCase(
        CaseId id, Consent consent, List<Watch> watches, boolean byFile, boolean active) {
    /// @throws IllegalArgumentException if a watch belongs to another case
    public WatchedCase {
        watches = List.copyOf(watches);
        for (Watch watch : watches) {
            if (!watch.caseId().equals(id)) {
                throw new IllegalArgumentException("watch: belongs to another case");
            }
        }
    }

    /// The same case with these watches.
    public WatchedCase with(List<Watch> others) {
        return new WatchedCase(id, consent, others, byFile, active);
    }

    /// The same case, active or not.
    public WatchedCase active(boolean isActive) {
        return new WatchedCase(id, consent, watches, byFile, isActive);
    }
}
