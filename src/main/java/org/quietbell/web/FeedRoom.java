package org.quietbell.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.words.Words;

/// Takes up a feed, as the command does: says first whom that contacts, looks once after a yes, and
/// adds what is a feed (R2.12). Its address goes along in forms, never in the address of a page.
/// Safe for many threads.
final class FeedRoom {
    static final String PATH = "/places/feed";

    private static final Set<String> BACK = Set.of("/", "/places");

    private final Desk desk;
    private final Rooms rooms;

    FeedRoom(Desk desk, Rooms rooms) {
        this.desk = desk;
        this.rooms = rooms;
    }

    private Words words() {
        return desk.words();
    }

    /// Says whom a look at that address contacts, and asks.
    ///
    /// @param back where it goes on afterwards: `/` or `/places`
    Views.View ask(Context context, Inside inside, Instant now, String feed, String back) {
        return switch (inside.changes().feed(feed)) {
            case Changes.Feed.Refused(String sentence) -> {
                context.status(400);
                yield page(
                        context, inside, now, List.of(sentence), List.of(typed(feed, back)), back);
            }
            case Changes.Feed.At(String host) ->
                    page(
                            context,
                            inside,
                            now,
                            List.of(),
                            List.of(
                                    new Sheet(
                                            PATH,
                                            words().say("page.feed.look"),
                                            List.of(
                                                    new Sheet.Say(
                                                            words().say("page.feed.contact", host)),
                                                    new Sheet.Say(words().say("line.feed-look")),
                                                    new Sheet.Kept("feed", feed),
                                                    new Sheet.Kept("back", back),
                                                    new Sheet.Kept("sure", "look")))),
                            back);
        };
    }

    private Sheet typed(String feed, String back) {
        return new Sheet(
                PATH,
                words().say("page.first.go-on"),
                List.of(
                        new Sheet.Line(
                                "feed",
                                "text",
                                words().say("page.first.field.feed"),
                                words().say("page.first.field.feed.about"),
                                feed),
                        new Sheet.Kept("back", back)));
    }

    private Views.View page(
            Context context,
            Inside inside,
            Instant now,
            List<String> problems,
            List<Sheet> sheets,
            String back) {
        return new Views.Sheets(
                rooms.frame(context, inside, now, PATH),
                words().say("page.feed"),
                Optional.empty(),
                problems,
                sheets,
                List.of(new Views.Way(back, words().say("page.feed.leave"))));
    }

    /// Goes on after a yes.
    void go(Context context) {
        Typed typed = Typed.of(context);
        String feed = typed.text("feed");
        String back = BACK.contains(typed.text("back")) ? typed.text("back") : "/places";
        rooms.show(
                context,
                (inside, now) ->
                        switch (typed.text("sure")) {
                            case "look" -> look(context, inside, now, feed, back);
                            case "all" -> add(context, inside, now, feed, back);
                            default -> ask(context, inside, now, feed, back);
                        });
    }

    private Views.View add(Context context, Inside inside, Instant now, String feed, String back) {
        if (inside.changes().addFeed(feed) instanceof Changes.Outcome.Refused) {
            return ask(context, inside, now, feed, back);
        }
        inside.changes().look();
        return rooms.to(context, back);
    }

    private Views.View look(Context context, Inside inside, Instant now, String feed, String back) {
        if (inside.changes().feed(feed) instanceof Changes.Feed.Refused) {
            return ask(context, inside, now, feed, back);
        }
        return switch (inside.changes().look(feed)) {
            case Changes.Look.IsFeed _ -> add(context, inside, now, feed, back);
            case Changes.Look.Names(List<String> feeds) ->
                    page(context, inside, now, List.of(), List.of(choice(feeds, back)), back);
            case Changes.Look.IsNone _ ->
                    page(
                            context,
                            inside,
                            now,
                            List.of(words().say("line.feed-not-there")),
                            List.of(anyway(feed, back)),
                            back);
            case Changes.Look.Silent _ ->
                    page(
                            context,
                            inside,
                            now,
                            List.of(words().say("page.feed.silent")),
                            List.of(anyway(feed, back)),
                            back);
        };
    }

    private Sheet anyway(String feed, String back) {
        return new Sheet(
                PATH,
                words().say("page.feed.anyway"),
                List.of(
                        new Sheet.Kept("feed", feed),
                        new Sheet.Kept("back", back),
                        new Sheet.Kept("sure", "all")));
    }

    /// One of several is looked at as if it had been typed: it may be somewhere else.
    private Sheet choice(List<String> feeds, String back) {
        List<Sheet.Choice> choices = new ArrayList<>();
        for (String feed : feeds) {
            choices.add(new Sheet.Choice(feed, feed, "", choices.isEmpty()));
        }
        return new Sheet(
                PATH,
                words().say("page.first.go-on"),
                List.of(
                        new Sheet.One("feed", words().say("line.feeds-of-page"), choices),
                        new Sheet.Kept("back", back)));
    }
}
