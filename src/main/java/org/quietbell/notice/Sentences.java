package org.quietbell.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quietbell.hit.Hit;
import org.quietbell.hit.Label;
import org.quietbell.match.Band;
import org.quietbell.words.Words;

/// Says in sentences what `why`, `status` and the pages show about telling: times are those of her
/// zone. Immutable; safe for many threads.
public final class Sentences {
    private final Words words;
    private final ZoneId zone;

    /// @param zone her own, or that of the machine while she has chosen none
    public Sentences(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /// Why something is held, then the cause's name in brackets, e.g. `Held until it is opened
    /// here. Nothing is sent (ONLY_WHEN_OPENED)`.
    ///
    /// @param until when it may be told, if that is known
    public String held(Cause cause, Optional<Instant> until, Instant now) {
        return named(
                switch (cause) {
                    case NOT_CHOSEN -> words.say("cause.not-chosen");
                    case ONLY_WHEN_OPENED -> words.say("cause.only-when-opened");
                    case PAUSED -> until("cause.paused", until, now);
                    case STOPPED_LOOKING -> until("cause.stopped-looking", until, now);
                    case GATHERED_IN_PAUSE -> words.say("cause.gathered-in-pause");
                    case HELPER_AWAY -> until("cause.helper-away", until, now);
                    case HELPER_THERE -> words.say("cause.helper-there");
                    case BEFORE_HELPER -> words.say("cause.before-helper");
                    case WITH_HELPER -> until("cause.with-helper", until, now);
                    case QUIET_HOURS -> until("cause.quiet-hours", until, now);
                    case NO_CONTACT_DAY -> until("cause.no-contact-day", until, now);
                    case NOT_YET_TIME -> until("cause.not-yet-time", until, now);
                    case CEILING -> until("cause.ceiling", until, now);
                    case NOT_NOW -> words.say("cause.not-now");
                    case SILENT -> words.say("cause.silent");
                    case CONSENT_ENDED -> words.say("cause.consent-ended");
                    case BASELINE -> words.say("cause.baseline");
                    case JUDGED_ANEW -> words.say("cause.judged-anew");
                    case BELOW_BAND -> words.say("cause.below-band");
                    case NOT_ME -> words.say("cause.not-me");
                    case DELIVERY_FAILED -> words.say("cause.delivery-failed");
                },
                cause);
    }

    private String until(String key, Optional<Instant> until, Instant now) {
        return until.map(end -> words.say(key, words.moment(end, zone, now)))
                .orElseGet(() -> words.say(key + ".open"));
    }

    private static String named(String sentence, Cause cause) {
        String open =
                sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return open + " (" + cause.name() + ")";
    }

    /// Why a hit is never told, whoever the recipient; empty: it may be.
    ///
    /// @param band what she wants to be told of; [Band#LIKELY] while she has not chosen
    public static Optional<Cause> own(Hit hit, Band band) {
        if (hit.baseline()) {
            return Optional.of(Cause.BASELINE);
        }
        if (!hit.band().isAtLeast(band)) {
            return Optional.of(Cause.BELOW_BAND);
        }
        return hit.label() == Label.NOT_ME ? Optional.of(Cause.NOT_ME) : Optional.empty();
    }

    /// Whether a hit was told, to whom and by which way, and why not: one sentence a line.
    ///
    /// @param told as the notice log has it
    /// @param held as the notice log has it
    public List<String> why(
            Hit hit,
            Band band,
            List<NoticeLog.Told> told,
            List<NoticeLog.HeldFor> held,
            Instant now) {
        List<String> lines = new ArrayList<>();
        told.forEach(each -> lines.add(told(each, now)));
        Optional<Cause> own = own(hit, band);
        if (own.isPresent()) {
            lines.add(held(own.get(), Optional.empty(), now));
            return lines;
        }
        for (NoticeLog.HeldFor each : held) {
            if (told.stream().noneMatch(t -> t.recipient().equals(each.recipient()))) {
                lines.add(
                        words.say(
                                "why.owed",
                                called(each.recipient()),
                                held(each.cause(), each.until(), now)));
            }
        }
        if (lines.isEmpty()) {
            lines.add(words.say("why.waiting"));
        }
        return lines;
    }

    private String told(NoticeLog.Told told, Instant now) {
        String who = called(told.recipient());
        if (told.at().isPresent()) {
            return words.say(
                    "why.told", who, told.channel(), words.moment(told.at().get(), zone, now));
        }
        return told.state().equals("dead")
                ? named(words.say("why.told.dead", who, told.channel()), Cause.DELIVERY_FAILED)
                : words.say("why.told.waiting", who, told.channel());
    }

    private String called(RecipientId recipient) {
        return recipient.equals(RecipientId.SELF) ? words.say("why.you") : recipient.value();
    }

    /// What the places that can be checked answered (R1.25). Never that there is nothing.
    ///
    /// @param news whether something waits to be looked at
    /// @param answered how many answered completely when they were last asked
    /// @param asked how many were asked
    /// @param last when one last answered completely
    public String coverage(
            boolean news, int answered, int asked, Optional<Instant> last, Instant now) {
        if (asked == 0) {
            return words.say("coverage.never");
        }
        if (last.isEmpty()) {
            return words.say("coverage.none", asked);
        }
        String time = words.moment(last.get(), zone, now);
        if (answered == 0) {
            return words.say("coverage.none-since", asked, time);
        }
        String key = news ? "coverage.something-new" : "coverage.nothing-new";
        return words.say(key, answered, asked, time);
    }
}
