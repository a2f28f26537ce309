package org.quietbell.notice;

/// Why something was not told. The order is the order in which they are asked; the first that holds
/// is recorded on each hit. The last five belong to single hits.
public enum Cause {
    /// She has not answered how she wants to hear.
    NOT_CHOSEN,
    /// She chose to look for herself.
    ONLY_WHEN_OPENED,
    /// She paused.
    PAUSED,
    /// She paused, and looking has stopped too.
    STOPPED_LOOKING,
    /// It gathered in a pause, and she wants no notice after one.
    GATHERED_IN_PAUSE,
    /// Whoever hears first wants to hear nothing for now.
    HELPER_AWAY,
    /// Whoever stands in hears only while the helper is away.
    HELPER_THERE,
    /// It is older than the moment from which whoever hears first is shown anything.
    BEFORE_HELPER,
    /// Her helper has it first.
    WITH_HELPER,
    /// It is within her quiet hours.
    QUIET_HOURS,
    /// It is a day on which she wants no contact.
    NO_CONTACT_DAY,
    /// Her next fixed time has not come.
    NOT_YET_TIME,
    /// As many notices as she allows have gone out in the last 24 hours.
    CEILING,
    /// She chose "not now".
    NOT_NOW,
    /// Every channel of hers is silent.
    SILENT,
    /// The consent it rested on has ended.
    CONSENT_ENDED,
    /// It stood there when looking began.
    BASELINE,
    /// It became likely only because she changed what is looked for.
    JUDGED_ANEW,
    /// It may be somebody else.
    BELOW_BAND,
    /// She said that it is somebody else.
    NOT_ME,
    /// It was told, but no channel could deliver it.
    DELIVERY_FAILED;

    /// Whether a pause of hers held it.
    public boolean isOfPause() {
        return this == PAUSED || this == STOPPED_LOOKING;
    }
}
