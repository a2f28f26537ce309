package org.quietbell.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;
import org.quietbell.match.Band;
import org.quietbell.words.Words;

/// The exact words of a notice at each level (R1.14, R1.15). What is shown beforehand is made here
/// too, so that it is the same bytes.
///
/// Hits of one group are one thing (R6.9). A Discreet notice depends on nothing but the language
/// and her cover, and opens nothing. No subject ever holds found text. Lines end in `\n`.
/// Immutable; safe for many threads.
public final class Wording {
    /// How many things are "many"; from two on they are "a few".
    static final int MANY = 10;

    /// How many things a Detail notice lists, newest first.
    static final int LISTED = 20;

    /// How many things a Summary looks at, newest first.
    static final int SUMMED = 500;

    private final Words words;

    /// @param words in the language of the reader
    public Wording(Words words) {
        this.words = words;
    }

    /// The letter for one channel.
    ///
    /// @param level not [Level#SILENT]
    /// @param cover her own words for a Discreet notice
    /// @param told what it tells of, oldest first, not empty
    /// @param glimpses opens a hit; asked only from [Level#SUMMARY] on
    /// @throws IllegalArgumentException if the level is silent
    public Notice.Letter letter(
            ChannelId channel,
            Level level,
            Optional<Hearing.Cover> cover,
            List<Owed> told,
            Function<HitId, Glimpse> glimpses) {
        return switch (level) {
            case SILENT -> throw new IllegalArgumentException("level: silent says nothing");
            case DISCREET -> discreet(channel, cover);
            case OUTLINE ->
                    new Notice.Letter(
                            channel,
                            level,
                            words.say("notice.outline.subject"),
                            words.say("notice.outline.body." + howMany(folded(told).size())));
            case SUMMARY ->
                    new Notice.Letter(
                            channel,
                            level,
                            words.say("notice.summary.subject"),
                            summary(folded(told), glimpses));
            case DETAIL ->
                    new Notice.Letter(
                            channel,
                            level,
                            words.say("notice.detail.subject"),
                            detail(folded(told), glimpses));
        };
    }

    /// The letter for one channel, with what else there is to hear of.
    ///
    /// @param told what it tells of, oldest first; empty: the occasions alone
    /// @param occasions their lines stand from [Level#OUTLINE] on, last
    Notice.Letter letter(
            ChannelId channel,
            Level level,
            Optional<Hearing.Cover> cover,
            List<Owed> told,
            List<Occasion> occasions,
            Function<HitId, Glimpse> glimpses) {
        List<String> lines = occasions.stream().flatMap(o -> o.line().stream()).toList();
        if (level.compareTo(Level.DISCREET) <= 0 || lines.isEmpty()) {
            return letter(channel, level, cover, told, glimpses);
        }
        if (told.isEmpty()) {
            return new Notice.Letter(
                    channel, level, words.say("notice.looking.subject"), joined(lines));
        }
        Notice.Letter letter = letter(channel, level, cover, told, glimpses);
        return new Notice.Letter(
                channel, level, letter.subject(), letter.body() + "\n" + joined(lines));
    }

    /// The Discreet letter: what goes out, byte for byte, and what is shown beforehand (R1.4).
    public Notice.Letter discreet(ChannelId channel, Optional<Hearing.Cover> cover) {
        String subject = cover.map(c -> PlainText.line(c.subject())).orElse("");
        String body = cover.map(c -> PlainText.lines(c.body())).orElse("");
        return new Notice.Letter(
                channel,
                Level.DISCREET,
                subject.isBlank() ? words.say("notice.discreet.subject") : subject,
                body.isBlank() ? words.say("notice.discreet.body") : body);
    }

    private static String howMany(int count) {
        if (count == 1) {
            return "one";
        }
        return count < MANY ? "few" : "many";
    }

    /// One for each group, newest first.
    private static List<Owed> folded(List<Owed> told) {
        Map<String, Owed> groups = new LinkedHashMap<>();
        for (Owed owed : told.reversed()) {
            groups.merge(owed.group(), owed, Wording::likelier);
        }
        return List.copyOf(groups.values());
    }

    private static Owed likelier(Owed one, Owed other) {
        return other.band().isAtLeast(one.band()) && other.band() != one.band() ? other : one;
    }

    private record Kind(PlaceKind place, Band band) {}

    private String summary(List<Owed> things, Function<HitId, Glimpse> glimpses) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (Owed thing : things.subList(0, Math.min(SUMMED, things.size()))) {
            PlaceKind place = glimpses.apply(thing.hit()).place();
            counts.merge(new Kind(place, thing.band()), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        lines.add(words.say("notice.summary.open"));
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByKey(
                                java.util.Comparator.comparing(Kind::place)
                                        .thenComparing(Kind::band)))
                .forEach(entry ->
                        lines.add(
                                words.say(
                                        "notice.summary.item",
                                        words.say(entry.getKey().place().key()),
                                        words.say("notice.how-many." + howMany(entry.getValue())),
                                        likelihood(entry.getKey().band()))));
        lines.add(words.say("notice.summary.close"));
        return joined(lines);
    }

    private String detail(List<Owed> things, Function<HitId, Glimpse> glimpses) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("notice.detail.open"));
        for (Owed thing : things.subList(0, Math.min(LISTED, things.size()))) {
            Glimpse glimpse = glimpses.apply(thing.hit());
            String title = glimpse.title().map(PlainText::title).orElse("");
            lines.add(
                    words.say(
                            "notice.detail.item",
                            title.isBlank() ? words.say("notice.detail.untitled") : title,
                            words.say(glimpse.place().key()),
                            likelihood(thing.band())));
            glimpse.address()
                    .map(PlainText::address)
                    .ifPresent(address -> lines.add(words.say("notice.detail.address", address)));
        }
        if (things.size() > LISTED) {
            lines.add(words.say("notice.detail.more"));
        }
        lines.add(words.say("notice.detail.close"));
        return joined(lines);
    }

    private String likelihood(Band band) {
        return words.say("band." + band.word());
    }

    private static String joined(Collection<String> lines) {
        return String.join("\n", lines);
    }
}
