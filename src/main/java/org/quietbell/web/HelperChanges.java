package org.quietbell.web;

import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Notice;

/// Who hears first, changed by the same code as the commands. Safe for many threads.
public interface HelperChanges {
    /// Names somebody who hears first, or who stands in for her.
    ///
    /// @param helper by ways that are in use and that the person's consent names
    /// @param passphrase asked for unless less is said or sent than before (R1.6)
    Changes.Outcome name(Hearing.Helper helper, boolean standsIn, Optional<Secret> passphrase);

    /// The words that somebody else gets by that way, at Discreet (R1.4).
    Notice.Letter preview(ChannelId id);

    /// Lets nobody hear first any more, or nobody stand in: at once (R1.19).
    void end(boolean standsIn);
}
