package org.quietbell.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.Sources;
import org.quietbell.source.Standing;
import org.quietbell.words.Language;
import org.quietbell.words.Words;

/// Where it looks: how each place does, in words, and places that need no account. Safe for many
/// threads.
final class PlacesRoom {
    private final Desk desk;
    private final Rooms rooms;
    private final FeedRoom feeds;

    PlacesRoom(Desk desk, Rooms rooms, FeedRoom feeds) {
        this.desk = desk;
        this.rooms = rooms;
        this.feeds = feeds;
    }

    private Words words() {
        return desk.words();
    }

    void show(Context context) {
        rooms.show(context, (inside, now) -> all(context, inside, now));
    }

    private Views.View all(Context context, Inside inside, Instant now) {
        List<Sheet> sheets = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (SourceEntry entry : inside.sources().all()) {
            if (entry.active()) {
                present.add(entry.type());
                sheets.add(entry(inside, entry, now));
            }
        }
        if (sheets.isEmpty()) {
            sheets.add(Sheet.of(new Sheet.Say(words().say("page.waiting.places.none"))));
        }
        List<Sheet.Choice> ready =
                Sources.types().stream()
                        .filter(type -> type.isReady() && !present.contains(type.name()))
                        .map(type -> Sheet.place(words(), type.name(), false))
                        .toList();
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Heading(words().say("page.places.new")));
        if (!ready.isEmpty()) {
            fields.add(new Sheet.Some("place", words().say("page.first.places.which"), ready));
        }
        fields.add(
                new Sheet.Line(
                        "feed",
                        "text",
                        words().say("page.first.field.feed"),
                        words().say("page.first.field.feed.about"),
                        Typed.of(context).text("feed")));
        sheets.add(new Sheet("/places/add", words().say("page.places.add"), fields));
        sheets.add(OtherPlaceRoom.choice(words()));
        sheets.add(language());
        return new Views.Sheets(
                rooms.frame(context, inside, now, "/places"),
                words().say("page.places"),
                Optional.empty(),
                List.of(),
                sheets,
                List.of(new Views.Way("/", words().say("page.door-to.today"))));
    }

    private Sheet entry(Inside inside, SourceEntry entry, Instant now) {
        Standing standing = inside.sourceStates().standing(entry.id());
        List<Sheet.Field> fields = new ArrayList<>();
        fields.add(new Sheet.Heading(entry.id().value()));
        fields.add(
                new Sheet.Say(
                        words().say(
                                        "page.place",
                                        words().say("source-type." + entry.type()),
                                        words().say("state." + standing.name()))));
        standing.lastAnswer()
                .ifPresent(at ->
                        fields.add(
                                new Sheet.Say(
                                        words().say(
                                                        "page.places.answered",
                                                        words().moment(at, inside.zone(), now)))));
        inside.placeChanges().tempo(entry).forEach(line -> fields.add(new Sheet.Say(line)));
        if (entry.byFile()) {
            fields.add(new Sheet.Say(words().say("page.by-file")));
            return Sheet.of(fields.toArray(Sheet.Field[]::new));
        }
        fields.add(new Sheet.Kept("id", entry.id().value()));
        return new Sheet("/places/away", words().say("page.places.away"), fields);
    }

    private Sheet language() {
        List<Sheet.Choice> choices =
                List.of(Language.values()).stream()
                        .map(language ->
                                new Sheet.Choice(
                                        language.tag(),
                                        Words.of(language).say("page.language.own"),
                                        "",
                                        language == words().language()))
                        .toList();
        return new Sheet(
                "/speak",
                words().say("page.keep"),
                List.of(
                        new Sheet.Heading(words().say("page.language")),
                        new Sheet.One("language", words().say("page.language.which"), choices)));
    }

    void add(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    Set<String> types = new HashSet<>(typed.all("place"));
                    String feed = typed.text("feed");
                    inside.changes().add(types);
                    inside.changes().look();
                    return feed.isEmpty()
                            ? rooms.to(context, "/places")
                            : feeds.ask(context, inside, now, feed, "/places");
                });
    }

    void away(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    inside.sources().all().stream()
                            .filter(entry -> entry.active() && !entry.byFile())
                            .filter(entry -> entry.id().value().equals(typed.text("id")))
                            .map(SourceEntry::id)
                            .forEach(inside.changes()::remove);
                    return rooms.to(context, "/places");
                });
    }

    void speak(Context context) {
        Typed typed = Typed.of(context);
        rooms.show(
                context,
                (inside, now) -> {
                    Optional<Language> chosen = Language.of(typed.text("language"));
                    chosen.ifPresent(inside.changes()::speak);
                    boolean speaks = chosen.filter(words().language()::equals).isPresent();
                    return speaks || chosen.isEmpty()
                            ? rooms.to(context, "/places")
                            : new Views.Note(
                                    rooms.frame(context, inside, now, "/places"),
                                    words().say("page.language.by-file"));
                });
    }
}
