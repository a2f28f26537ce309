package org.quietbell.match;

import org.quietbell.match.Form.Kind;

/// What one occurrence of a form comes to, before context and exclusions are weighed.
///
/// @param kind of the form
/// @param phrase which of the watch's phrases, as in [Form#phrase]
/// @param points what it adds
/// @param reason key of the message bundles below `reason.`
/// @param cap the score stays at or below this
/// @param capReason why; empty if nothing caps it
/// @param isPhrase whether it is the phrase itself, as a source is asked for it
/// @param occurrence where it stands
record Evidence(
        Kind kind,
        int phrase,
        int points,
        String reason,
        int cap,
        String capReason,
        boolean isPhrase,
        Occurrence occurrence) {
    static final int NO_CAP = 100;

    /// The reason of a slip, which counts only beside what else speaks for her.
    static final String NEAR_SPELLING = "near-spelling";

    boolean isSlip() {
        return reason.equals(NEAR_SPELLING);
    }

    Evidence capped(int most, String why) {
        return most < cap
                ? new Evidence(kind, phrase, points, reason, most, why, isPhrase, occurrence)
                : this;
    }

    Evidence counting(int otherPoints, String otherReason) {
        return new Evidence(
                kind, phrase, otherPoints, otherReason, cap, capReason, isPhrase, occurrence);
    }

    /// Its score alone.
    int worth() {
        return Math.min(points, cap);
    }
}
