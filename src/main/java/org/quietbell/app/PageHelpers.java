package org.quietbell.app;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.config.Secret;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Notice;
import org.quietbell.notice.Tuned;
import org.quietbell.watch.WatchedCase;
import org.quietbell.web.Changes;
import org.quietbell.web.HelperChanges;
import org.quietbell.words.Words;

/// Names who hears first for the pages, as `helper name` and `helper end` do.
///
/// @param changes for whose case it is, and whether a passphrase is hers
/// @param words in which whoever hears first is told
record PageHelpers(Installation installation, PageChanges changes, Words words)
        implements HelperChanges {
    @Override
    public Changes.Outcome name(
            Hearing.Helper chosen, boolean standsIn, Optional<Secret> passphrase) {
        Optional<Hearing> known =
                changes.own().flatMap(own -> installation.store().hearings().of(own.id()));
        Hearing before = known.orElseGet(this::quietest);
        Hearing.Helper helper = withHerOwn(chosen, standsIn, before);
        Optional<String> wrong = wrong(helper, standsIn, before);
        if (wrong.isPresent()) {
            return new Changes.Outcome.Refused(wrong.get());
        }
        Hearing after =
                standsIn
                        ? before.covered(Optional.of(helper))
                        : before.heardFirstBy(
                                helper.covered(before.helper().flatMap(Hearing.Helper::standIn)));
        if (Exposure.isRaised(before, after)) {
            if (passphrase.isEmpty()) {
                return new Changes.Outcome.AsksPassphrase();
            }
            Changes.Outcome checked = changes.check(passphrase.get());
            if (!(checked instanceof Changes.Outcome.Kept)) {
                return checked;
            }
        }
        if (known.isEmpty()) { // on the first visit there is no case yet
            changes.hear(before, Optional.empty());
        }
        installation.helpers().named(changes.ownId(), after);
        return new Changes.Outcome.Kept();
    }

    /// Whoever is named again keeps the quiet hours and the ceiling that were set for her.
    private static Hearing.Helper withHerOwn(
            Hearing.Helper helper, boolean standsIn, Hearing before) {
        Optional<Hearing.Helper> same =
                (standsIn ? before.helper().flatMap(Hearing.Helper::standIn) : before.helper())
                        .filter(was -> was.id().equals(helper.id()));
        return new Hearing.Helper(
                helper.id(),
                helper.hold(),
                helper.channels(),
                same.flatMap(Hearing.Helper::quiet),
                same.flatMap(Hearing.Helper::ceiling));
    }

    /// What is wrong with it, as a command says it.
    private Optional<String> wrong(Hearing.Helper helper, boolean standsIn, Hearing before) {
        Optional<Hearing.Helper> first =
                before.helper().filter(_ -> before.how() == How.HELPER_FIRST);
        if (standsIn && first.isEmpty()) {
            return Optional.of("helper: nobody hears first: name a helper before a stand-in");
        }
        Optional<Hearing.Helper> other =
                standsIn ? first : before.helper().flatMap(Hearing.Helper::standIn);
        if (other.filter(one -> one.id().equals(helper.id())).isPresent()) {
            return Optional.of("helper: and stand-in must be two people: take another id");
        }
        boolean isInUse = helper.channels().stream().map(Tuned::channel).allMatch(this::isInUse);
        return isInUse && !helper.channels().isEmpty()
                ? Optional.empty()
                : Optional.of("helper: a channel is not in use, or not agreed to: choose another");
    }

    private boolean isInUse(ChannelId id) {
        Optional<WatchedCase> own = changes.own();
        return installation.store().channels().find(id).filter(ChannelEntry::active).isPresent()
                && (own.isEmpty() || own.get().consent().channels().contains(id.value()));
    }

    /// As for whoever has not said how she wants to hear.
    private Hearing quietest() {
        return new Hearing(
                How.ONLY_WHEN_OPENED,
                List.of(),
                EnumSet.allOf(DayOfWeek.class),
                changes.zone(),
                List.of(),
                Band.LIKELY,
                List.of(),
                Set.of(),
                Ceiling.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Notice.Letter preview(ChannelId id) {
        return installation.pretend(id, Pretend.Voice.plain(words)).letter();
    }

    @Override
    public void end(boolean standsIn) {
        changes.own()
                .flatMap(own -> installation.store().hearings().of(own.id()))
                .filter(hearing -> hearing.how() == How.HELPER_FIRST)
                .map(hearing ->
                        standsIn ? hearing.covered(Optional.empty()) : hearing.withoutHelper())
                .ifPresent(hearing -> installation.helpers().named(changes.ownId(), hearing));
    }
}
