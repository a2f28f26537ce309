package org.quietbell.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Endpoint;
import org.quietbell.json.Json;
import org.quietbell.source.Disclosure;
import org.quietbell.source.Discovery;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `source add`: asks for a place to look, says what it costs and learns, and asks once more before
/// anything is contacted.
///
/// An address given as a feed's is asked once, after that: it may be the page that a feed belongs
/// to.
@Command(
        name = "add",
        description = "Add a place to look. Its address and keys are asked for, never arguments.")
final class SourceAdd extends StoreCommand {
    private static final String FEED = "feed";
    private static final int STEPS = 6;

    @Option(names = "--type", paramLabel = "TYPE", description = "As `source types` lists it.")
    String type = FEED;

    @Option(names = "--id", paramLabel = "ID", description = "A name for it of your choice.")
    Optional<String> id = Optional.empty();

    @Option(names = "--every", paramLabel = "6h", description = "How often it is asked.")
    Optional<String> every = Optional.empty();

    SourceAdd(Context context) {
        super(context);
    }

    /// The command with its help, which ends with how a Google Alert is made.
    static CommandLine command(Context context) {
        CommandLine line = new CommandLine(new SourceAdd(context));
        line.getCommandSpec()
                .usageMessage()
                .footer(
                        IntStream.rangeClosed(0, STEPS)
                                .mapToObj(i -> i == 0 ? "" : step(context, i))
                                // a percent sign begins a placeholder there
                                .map(text -> text.replace("%", "%%"))
                                .toArray(String[]::new));
        return line;
    }

    private static String step(Context context, int number) {
        return context.words().say("line.alert-steps." + number);
    }

    @Override
    int on(Installation installation) {
        Type known = SourceCommands.known(type);
        SourceId sourceId =
                id.map(installation.register()::newSourceId)
                        .orElseGet(installation.register()::freeSourceId);
        Prompts prompts = new Prompts(context().terminal(), context().words());
        if (type.equals("google-alerts")) {
            IntStream.rangeClosed(1, STEPS)
                    .forEach(i -> context().terminal().say(step(context(), i)));
        }
        Json settings = settings(known, prompts);
        String host = host(built(sourceId, settings));
        disclose(known);
        if (!agreed(prompts, known, host)) {
            return nothing();
        }
        Optional<Json> found =
                type.equals(FEED) ? feed(installation, prompts, settings) : Optional.of(settings);
        if (found.isEmpty()) {
            return nothing();
        }
        String other = host(built(sourceId, found.get()));
        if (!other.equals(host) && !agreed(prompts, known, other)) {
            return nothing();
        }
        installation.add(
                new SourceEntry(
                        sourceId,
                        type,
                        Optional.empty(),
                        found.get(),
                        SourceCommands.interval(known, every),
                        List.of(),
                        false,
                        true));
        answer(say("line.source-added", sourceId));
        return Exit.DONE;
    }

    private int nothing() {
        answer(say("line.nothing-changed"));
        return Exit.DONE;
    }

    private Source built(SourceId sourceId, Json settings) {
        Problems problems = new Problems();
        Optional<Source> source = Sources.build(sourceId, type, Section.of(settings, problems));
        if (source.isEmpty() || !problems.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE,
                    "source add",
                    problems.all().getFirst().toString(),
                    "give the command again");
        }
        return source.get();
    }

    private String host(Source source) {
        return Installation.endpoint(source).map(Endpoint::host).orElse(type);
    }

    private static boolean agreed(Prompts prompts, Type known, String host) {
        if (known.name().equals(FEED)) {
            prompts.note("line.feed-look");
        }
        return prompts.yes("ask.source-is-contacted", host)
                // such a place takes a second step (R2.12)
                && (!known.isPlace() || prompts.yes("ask.source-is-a-place", host));
    }

    /// What a type cannot be asked without, and the keys that help it.
    private static Json settings(Type type, Prompts prompts) {
        Json.Builder settings = Json.object();
        for (String key : type.needs()) {
            if (key.equals("url")) {
                settings.put(key, prompts.needed("ask.source-address." + type.name()));
            } else if (type.secrets().contains(key)) {
                settings.put(key, prompts.secret("ask.source." + key));
            } else {
                settings.put(key, prompts.needed("ask.source." + key));
            }
        }
        for (String key : List.of("key", "token", "feed-token")) {
            if (type.secrets().contains(key) && !type.needs().contains(key)) {
                String given = prompts.secret("ask.source." + key + ".or-none");
                settings.putIfPresent(key, Optional.of(given).filter(said -> !said.isEmpty()));
                if (key.equals("feed-token") && !given.isEmpty()) {
                    settings.put("user", prompts.needed("ask.source.user")); // they go together
                }
            }
        }
        return settings.build();
    }

    /// Before anything is added (R2.10).
    private void disclose(Type known) {
        Disclosure told = known.disclosure();
        tell("cost", told.cost().word(), told.price());
        tell("account", told.account());
        tell("card", told.card());
        tell("bill", told.bill());
        tell("mails", told.mails());
        tell("keeps", told.keeps());
        tell("runs", told.runs());
        tell("learns", told.learns());
        known.ends().ifPresent(day -> context().terminal().say(say("line.source-ends", day)));
    }

    private void tell(String what, Object... details) {
        context().terminal().say(say("line.source-asks-for." + what, details));
    }

    /// The settings with the address of the feed itself; empty if it is not wanted after all.
    private Optional<Json> feed(Installation installation, Prompts prompts, Json settings) {
        URI address = URI.create(settings.at("url").text().orElse("").strip());
        FeedLook.Seen seen = installation.look(address);
        return switch (seen) {
            case FeedLook.Seen.Answered(Discovery.Found.Feed feed) -> {
                prompts.note("line.feed-is-there", feed.entries());
                yield Optional.of(settings);
            }
            case FeedLook.Seen.Answered(Discovery.Found.Page page) -> chosen(prompts, page.feeds());
            case FeedLook.Seen.Answered(Discovery.Found.Nothing _) -> {
                prompts.note("line.feed-not-there");
                yield allTheSame(prompts, settings);
            }
            case FeedLook.Seen.Silent(String why) -> {
                prompts.note("line.feed-not-asked", why);
                yield allTheSame(prompts, settings);
            }
        };
    }

    private static Optional<Json> allTheSame(Prompts prompts, Json settings) {
        return prompts.yes("ask.feed-all-the-same") ? Optional.of(settings) : Optional.empty();
    }

    private Optional<Json> chosen(Prompts prompts, List<Discovery.Link> feeds) {
        prompts.note("line.feeds-of-page");
        for (int i = 0; i < feeds.size(); i++) {
            Discovery.Link link = feeds.get(i);
            context().terminal().say((i + 1) + "  " + link.address() + "  " + link.title());
        }
        int number =
                prompts.read(
                        line -> {
                            if (line.isEmpty()) {
                                return 0;
                            }
                            if (!line.matches("[0-9]{1,2}")
                                    || Integer.parseInt(line) < 1
                                    || Integer.parseInt(line) > feeds.size()) {
                                throw new IllegalArgumentException("write one of the numbers");
                            }
                            return Integer.parseInt(line);
                        },
                        "ask.feed-choice");
        return number == 0
                ? Optional.empty()
                : Optional.of(
                        Json.object()
                                .put("url", feeds.get(number - 1).address().toString())
                                .build());
    }
}
