package org.quietbell.pipeline;

import java.time.Duration;
import java.util.Locale;

/// How often each question is put to a source in truth.
///
/// @param every from one time to the next, never less than was chosen
/// @param reason why it is not as chosen
public record Tempo(Duration every, Reason reason) {
    /// Why a source is asked as often as it is.
    public enum Reason {
        /// As it was set.
        CHOSEN,
        /// The source itself, or its server, wants to be asked less often.
        ITS_WISH,
        /// Its budget would not last otherwise.
        BUDGET,
        /// It said that it is gone for good, and is not asked.
        GONE;

        /// The name in line formats, e.g. `its-wish`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
