package org.quietbell.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.HitId;
import org.quietbell.hit.PlaceKind;
import org.quietbell.match.Band;
import org.quietbell.watch.WatchId;
import org.quietbell.words.Words;

/// The exact words of a notice at each level (R1.14, R1.15). What is shown beforehand is made here
/// too, so that it is the same bytes.
///
/// Hits of one group are one thing (R6.9), and things stand by kind of place. A Discreet notice
/// depends on nothing but the language and her cover, and opens nothing. No subject ever holds
/// found text. Lines end in `\n`. Immutable; safe for many threads.
public final class Wording {
    /// How many things are "many"; from two on they are "a few".
    static final int MANY = 10;

    /// How many things a Detail notice lists, newest first.
    static final int LISTED = 20;

    /// How long a Detail notice's list may get, in bytes of UTF-8: what most services show whole.
    static final int DETAIL_BYTES = 2800;

    /// Up to how many more are counted; a flood is "many", so that its size is no message.
    static final int MOST_COUNTED = Flood.MOST;

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
                            words.say("notice.outline.body." + howMany(Thing.folded(told).size())));
            case SUMMARY ->
                    new Notice.Letter(
                            channel,
                            level,
                            words.say("notice.summary.subject"),
                            summary(Thing.folded(told), glimpses));
            case DETAIL ->
                    new Notice.Letter(
                            channel,
                            level,
                            words.say("notice.detail.subject"),
                            detail(Thing.folded(told), glimpses));
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

    /// A letter about one page that does not exist: what a real one says at that level of one page,
    /// to be shown and tried before anything is told (R1.4). At Discreet the same bytes.
    ///
    /// @param level [Level#SILENT] is shown as Discreet
    public Notice.Letter example(
            ChannelId channel, Level level, Optional<Hearing.Cover> cover, Instant now) {
        Owed page =
                new Owed(
                        new HitId("example"),
                        new WatchId("example"),
                        "example",
                        Band.LIKELY,
                        now,
                        "example",
                        Optional.empty());
        Glimpse glimpse =
                new Glimpse(
                        PlaceKind.OTHER,
                        Optional.of(words.say("notice.example.title")),
                        Optional.of(CanonicalRules.defanged("https://page.example/")));
        Level shown = level == Level.SILENT ? Level.DISCREET : level;
        return letter(channel, shown, cover, List.of(page), _ -> glimpse);
    }

    private static String howMany(int count) {
        if (count == 1) {
            return "one";
        }
        return count < MANY ? "few" : "many";
    }

    private record Kind(PlaceKind place, Band band) {}

    private String summary(List<Thing> things, Function<HitId, Glimpse> glimpses) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (Thing thing : things.subList(0, Math.min(SUMMED, things.size()))) {
            PlaceKind place = glimpses.apply(thing.owed().hit()).place();
            counts.merge(new Kind(place, thing.owed().band()), 1, Integer::sum);
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

    /// The newest things by kind of place, as many as fit.
    private String detail(List<Thing> things, Function<HitId, Glimpse> glimpses) {
        Map<PlaceKind, List<String>> byPlace = new EnumMap<>(PlaceKind.class);
        int listed = 0;
        int bytes = 0;
        for (Thing thing : things.subList(0, Math.min(LISTED, things.size()))) {
            Glimpse glimpse = glimpses.apply(thing.owed().hit());
            String lines = lines(thing, glimpse);
            bytes += lines.getBytes(StandardCharsets.UTF_8).length + 1;
            if (listed > 0 && bytes > DETAIL_BYTES) {
                break;
            }
            byPlace.computeIfAbsent(glimpse.place(), _ -> new ArrayList<>()).add(lines);
            listed++;
        }
        List<String> lines = new ArrayList<>();
        lines.add(words.say("notice.detail.open"));
        byPlace.forEach((place, items) -> {
            lines.add(words.say("notice.detail.place", words.say(place.key())));
            lines.addAll(items);
        });
        int more = things.size() - listed;
        if (more > MOST_COUNTED) {
            lines.add(words.say("notice.detail.more.many"));
        } else if (more > 0) {
            lines.add(words.say("notice.detail.more", more));
        }
        lines.add(words.say("notice.detail.close"));
        return joined(lines);
    }

    private String lines(Thing thing, Glimpse glimpse) {
        String title = glimpse.title().map(PlainText::title).orElse("");
        String shown = title.isBlank() ? words.say("notice.detail.untitled") : title;
        String likelihood = likelihood(thing.owed().band());
        String item =
                thing.places() == 1
                        ? words.say("notice.detail.item", shown, likelihood)
                        : words.say(
                                "notice.detail.item.places",
                                shown,
                                likelihood,
                                words.say("notice.how-many." + howMany(thing.places())));
        return glimpse.address()
                .map(PlainText::address)
                .map(address -> item + "\n" + words.say("notice.detail.address", address))
                .orElse(item);
    }

    private String likelihood(Band band) {
        return words.say("band." + band.word());
    }

    private static String joined(Collection<String> lines) {
        return String.join("\n", lines);
    }
}
