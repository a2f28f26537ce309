package org.quietbell.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.config.Units;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.watch.WatchedCase;

/// Asks who hears first, or who stands in, by the rules that hold in a settings file as well: an id
/// that is not the person's own, and channels that are there and that her consent names.
///
/// @param channels those in use
/// @param person for whom somebody is named
/// @param own what was set for whoever is named
record HelperForm(Prompts prompts, List<ChannelEntry> channels, WatchedCase person, Own own) {
    private static final int USUAL_DAYS = (int) Hearing.Helper.USUAL_HOLD.toDays();

    /// Somebody who hears first. Whoever stood in goes on doing so.
    ///
    /// @param before who heard first until now
    Hearing.Helper helper(Optional<Hearing.Helper> before) {
        Optional<Hearing.Helper> standIn = before.flatMap(Hearing.Helper::standIn);
        RecipientId id =
                prompts.read(line -> other(line, standIn.map(Hearing.Helper::id)), "ask.helper");
        List<Tuned> ways = ways();
        Duration hold =
                prompts.read(
                        line -> line.isBlank() ? Hearing.Helper.USUAL_HOLD : Units.duration(line),
                        "ask.helper.hold",
                        USUAL_DAYS);
        return own.kept(id, hold, ways, before).covered(standIn);
    }

    /// Somebody who hears while that helper is away.
    Hearing.Helper standIn(Hearing.Helper helper) {
        RecipientId id =
                prompts.read(line -> other(line, Optional.of(helper.id())), "ask.helper.stand-in");
        return own.kept(id, helper.hold(), ways(), helper.standIn());
    }

    /// What that person has of her own beside the person for whom she hears.
    ///
    /// @param quiet when she is told nothing; empty: as it was, and for somebody new as the person
    /// @param ceiling how many notices there may be for her; empty: in the same way
    record Own(Optional<List<QuietHours>> quiet, Optional<Ceiling> ceiling) {
        static final Own NONE = new Own(Optional.empty(), Optional.empty());

        private Hearing.Helper kept(
                RecipientId id, Duration hold, List<Tuned> ways, Optional<Hearing.Helper> before) {
            Optional<Hearing.Helper> same = before.filter(h -> h.id().equals(id));
            return new Hearing.Helper(
                    id,
                    hold,
                    ways,
                    quiet.or(() -> same.flatMap(Hearing.Helper::quiet)),
                    ceiling.or(() -> same.flatMap(Hearing.Helper::ceiling)));
        }
    }

    private static RecipientId other(String line, Optional<RecipientId> taken) {
        RecipientId id = RecipientId.ofHelper(line);
        if (taken.filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("helper and stand-in must be two people");
        }
        return id;
    }

    private List<Tuned> ways() {
        return prompts.read(
                this::ways,
                "ask.helper.channels",
                channels.stream()
                        .map(entry -> entry.id().value())
                        .collect(Collectors.joining(", ")));
    }

    private List<Tuned> ways(String line) {
        Set<ChannelId> seen = new HashSet<>();
        List<Tuned> ways = new ArrayList<>();
        for (String part : line.split(",", -1)) {
            Tuned way = way(part.strip());
            if (!seen.add(way.channel())) {
                throw new IllegalArgumentException("a channel stands there twice: keep one");
            }
            ways.add(way);
        }
        return ways;
    }

    /// `post`, which says the least, or `post=outline`.
    private Tuned way(String text) {
        int equals = text.indexOf('=');
        String id = equals < 0 ? text : text.substring(0, equals).strip();
        Level level =
                equals < 0
                        ? Level.DISCREET
                        : Level.of(text.substring(equals + 1).strip())
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "a level is silent, discreet, outline, summary or"
                                                        + " detail"));
        if (channels.stream().noneMatch(entry -> entry.id().value().equals(id))) {
            throw new IllegalArgumentException("there is no channel of that id");
        }
        if (!person.consent().channels().contains(id)) {
            throw new IllegalArgumentException(
                    "a channel is not among those that the consent names");
        }
        return new Tuned(new ChannelId(id), level);
    }
}
