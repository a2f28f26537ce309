package org.quietbell.store;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.match.Matter;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.KeptDays;
import org.quietbell.notice.Level;
import org.quietbell.notice.QuietHours;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.StillLooking;
import org.quietbell.notice.Tuned;
import org.quietbell.notice.Wishes;
import org.quietbell.words.Language;

/// How a person wants to hear, as it is sealed.
final class HearingJson {
    private HearingJson() {}

    static Json of(Hearing hearing) {
        return Json.object()
                .put("how", hearing.how().word())
                .put("times", hearing.times())
                .put("days", hearing.days())
                .put("zone", hearing.zone())
                .put("channels", channels(hearing.channels()))
                .put("band", hearing.band().word())
                .put("quiet", hearing.quiet().stream().map(HearingJson::quiet).toList())
                .put("no-contact", hearing.noContact().stream().map(KeptDays::text).toList())
                .put("ceiling", hearing.ceiling().perDay())
                .putIfPresent("ceiling-week", boxed(hearing.ceiling().perWeek()))
                .put("after-pause", hearing.wishes().afterPause().name())
                .put("still-looking", hearing.wishes().stillLooking().name())
                .putIfPresent("at-once", hearing.wishes().atOnce().map(HearingJson::atOnce))
                .putIfPresent("language", hearing.wishes().language().map(Language::tag))
                .putIfPresent("helper", hearing.helper().map(HearingJson::helper))
                .putIfPresent("cover", hearing.cover().map(HearingJson::cover))
                .build();
    }

    static Hearing read(Json json) {
        return new Hearing(
                How.of(Fields.text(json, "how")).orElseThrow(),
                Fields.texts(json, "times").stream().map(LocalTime::parse).toList(),
                days(json),
                ZoneId.of(Fields.text(json, "zone")),
                channels(json.at("channels")),
                Band.valueOf(Fields.text(json, "band").toUpperCase(Locale.ROOT)),
                json.at("quiet").items().stream().map(HearingJson::quiet).toList(),
                Fields.texts(json, "no-contact").stream()
                        .map(KeptDays::of)
                        .collect(Collectors.toSet()),
                ceiling(json),
                Optional.of(json.at("helper")).filter(j -> !j.isNothing()).map(HearingJson::helper),
                Optional.of(json.at("cover")).filter(j -> !j.isNothing()).map(HearingJson::cover),
                wishes(json));
    }

    /// What an older version did not know is as it was then.
    private static Wishes wishes(Json json) {
        return new Wishes(
                json.at("after-pause")
                        .text()
                        .map(Wishes.AfterPause::valueOf)
                        .orElse(Wishes.USUAL.afterPause()),
                Optional.of(json.at("at-once"))
                        .filter(j -> !j.isNothing())
                        .map(HearingJson::atOnce),
                json.at("still-looking").text().map(StillLooking::valueOf).orElse(StillLooking.OFF),
                json.at("language").text().flatMap(Language::of));
    }

    private static Json atOnce(AtOnce rule) {
        return Json.object()
                .put("when", rule.when().stream().map(Matter::name).sorted().toList())
                .put("to", rule.to())
                .put("channels", channels(rule.channels()))
                .put("ceiling", rule.ceiling().perDay())
                .putIfPresent("ceiling-week", boxed(rule.ceiling().perWeek()))
                .build();
    }

    private static AtOnce atOnce(Json json) {
        return new AtOnce(
                Fields.texts(json, "when").stream()
                        .map(Matter::valueOf)
                        .collect(Collectors.toSet()),
                new RecipientId(Fields.text(json, "to")),
                channels(json.at("channels")),
                ceiling(json));
    }

    private static Ceiling ceiling(Json json) {
        return new Ceiling(
                (int) Fields.number(json, "ceiling"),
                !json.at("ceiling-week").isNothing()
                        ? OptionalInt.of((int) Fields.number(json, "ceiling-week"))
                        : OptionalInt.empty());
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Set<DayOfWeek> days(Json json) {
        return Fields.texts(json, "days").stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
    }

    private static Json channels(List<Tuned> channels) {
        return Json.of(
                channels.stream()
                        .map(tuned ->
                                Json.object()
                                        .put("id", tuned.channel())
                                        .put("level", tuned.level().word())
                                        .put("confirm-every", tuned.confirmEvery())
                                        .build())
                        .toList());
    }

    private static List<Tuned> channels(Json json) {
        return json.items().stream()
                .map(item ->
                        new Tuned(
                                new ChannelId(Fields.text(item, "id")),
                                Level.of(Fields.text(item, "level")).orElseThrow(),
                                item.at("confirm-every")
                                        .text()
                                        .map(Duration::parse)
                                        .orElse(Tuned.CONFIRMED_FOR)))
                .toList();
    }

    private static Json quiet(QuietHours quiet) {
        return Json.object()
                .put("from", quiet.from())
                .put("to", quiet.to())
                .put("days", quiet.days())
                .build();
    }

    private static QuietHours quiet(Json json) {
        return new QuietHours(
                LocalTime.parse(Fields.text(json, "from")),
                LocalTime.parse(Fields.text(json, "to")),
                !json.at("days").isNothing() ? days(json) : EnumSet.allOf(DayOfWeek.class));
    }

    private static Json helper(Hearing.Helper helper) {
        return Json.object()
                .put("id", helper.id())
                .put("hold", helper.hold())
                .put("channels", channels(helper.channels()))
                .putIfPresent(
                        "quiet",
                        helper.quiet().map(q -> q.stream().map(HearingJson::quiet).toList()))
                .putIfPresent("ceiling", helper.ceiling().map(Ceiling::perDay))
                .putIfPresent("ceiling-week", helper.ceiling().flatMap(c -> boxed(c.perWeek())))
                .putIfPresent("stand-in", helper.standIn().map(HearingJson::helper))
                .build();
    }

    private static Hearing.Helper helper(Json json) {
        return new Hearing.Helper(
                new RecipientId(Fields.text(json, "id")),
                Duration.parse(Fields.text(json, "hold")),
                channels(json.at("channels")),
                !json.at("quiet").isNothing()
                        ? Optional.of(
                                json.at("quiet").items().stream().map(HearingJson::quiet).toList())
                        : Optional.empty(),
                !json.at("ceiling").isNothing() ? Optional.of(ceiling(json)) : Optional.empty(),
                Optional.of(json.at("stand-in"))
                        .filter(j -> !j.isNothing())
                        .map(HearingJson::helper));
    }

    private static Json cover(Hearing.Cover cover) {
        return Json.object().put("subject", cover.subject()).put("body", cover.body()).build();
    }

    private static Hearing.Cover cover(Json json) {
        return new Hearing.Cover(Fields.text(json, "subject"), Fields.text(json, "body"));
    }
}
