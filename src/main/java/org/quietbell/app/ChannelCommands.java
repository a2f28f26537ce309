package org.quietbell.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quietbell.channel.BrowserPush;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Channels;
import org.quietbell.channel.Delivery;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.watch.Watch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `channel add | list | test | confirm | remove | types`.
final class ChannelCommands {
    private ChannelCommands() {}

    /// Asks for a channel's settings.
    @Command(
            name = "add",
            description = "Add a way to hear. It is asked for step by step and shown before use.")
    static final class Add extends StoreCommand {
        @Option(names = "--type", paramLabel = "TYPE", description = "As `channel types` lists it.")
        String type = "email";

        @Option(names = "--id", paramLabel = "ID", description = "A name for it of your choice.")
        Optional<String> id = Optional.empty();

        Add(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            if (!Channels.types().contains(type)) {
                throw new Refusal(
                        Exit.USAGE,
                        "--type",
                        "there is no such type",
                        "see `quietbell channel types`");
            }
            ChannelId channelId =
                    id.map(installation.register()::newChannelId)
                            .orElseGet(installation.register()::freeChannelId);
            Prompts prompts = new Prompts(context().terminal(), context().words());
            installation.askPassphrase(prompts);
            Optional<ChannelEntry> browser =
                    type.equals(BrowserPush.TYPE) && id.isEmpty()
                            ? WaitingBrowser.of(installation)
                            : Optional.empty();
            if (browser.isPresent()) {
                installation.confirm(browser.get().id());
                answer(say("line.channel-added", browser.get().id()));
                return Exit.DONE;
            }
            Json settings = new ChannelForm(prompts).ask(type);
            ChannelEntry entry =
                    new ChannelEntry(
                            channelId,
                            type,
                            settings,
                            false,
                            Optional.of(context().clock().instant()),
                            true);
            installation.add(entry);
            List<Watch> watches =
                    installation.store().cases().all().stream()
                            .flatMap(each -> each.watches().stream())
                            .toList();
            TellingAddress.warnings(entry, watches, context().words()).forEach(prompts::say);
            answer(say("line.channel-added", channelId));
            return Exit.DONE;
        }
    }

    /// Lists the channels.
    @Command(name = "list", description = "List the ways to hear. Recipients are not shown.")
    static final class Listing extends StoreCommand {
        @Option(names = "--json", description = "As one JSON array.")
        boolean json;

        Listing(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            List<Json> array = new ArrayList<>();
            Instant now = context().clock().instant();
            List<Hearing> hearings =
                    installation.store().cases().all().stream()
                            .flatMap(each -> installation.store().hearings().of(each.id()).stream())
                            .toList();
            for (ChannelEntry entry : installation.store().channels().all()) {
                if (json) {
                    array.add(
                            Json.object()
                                    .put("id", entry.id())
                                    .put("type", entry.type())
                                    .put("active", entry.active())
                                    .put("by_file", entry.byFile())
                                    .put("confirmed", entry.confirmed())
                                    .put("to_confirm", Asking.isStale(entry, hearings, now))
                                    .build());
                } else if (entry.active()) {
                    answer(
                            entry.id()
                                    + "  "
                                    + entry.type()
                                    + "  "
                                    + say(
                                            Asking.isStale(entry, hearings, now)
                                                    ? "line.channel-asked-about"
                                                    : entry.confirmed().isPresent()
                                                            ? "line.channel-confirmed"
                                                            : "line.channel-waits"));
                }
            }
            if (json) {
                answer(new Json.Items(array));
            }
            return Exit.DONE;
        }
    }

    /// Sends a pretend notice.
    @Command(name = "test", description = "Show a pretend notice and send it this way.")
    static final class Test extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which channel.")
        String id = "";

        Test(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            ChannelId channelId = installation.register().channelId(id);
            Pretend pretend = installation.pretend(channelId);
            answer(say("line.preview", pretend.letter().subject(), pretend.letter().body()));
            return switch (pretend.send()) {
                case Delivery.Delivered _ -> {
                    answer(say("line.channel-took-it", channelId));
                    yield Exit.DONE;
                }
                case Delivery.Later(var fault, _) -> {
                    answer(say("line.fault", channelId, fault.detail()));
                    yield Exit.FAILED;
                }
                case Delivery.Never(var fault) -> {
                    answer(say("line.fault", channelId, fault.detail()));
                    yield Exit.FAILED;
                }
            };
        }
    }

    /// Says that a channel is still all right, or lets a waiting change through.
    @Command(
            name = "confirm",
            description = "Say that this way of hearing is still all right for you.")
    static final class Confirm extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which channel.")
        String id = "";

        Confirm(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            ChannelId channelId = installation.register().channelId(id);
            Prompts prompts = new Prompts(context().terminal(), context().words());
            installation.askPassphrase(prompts);
            installation.confirm(channelId);
            answer(say("line.channel-confirmed-now", channelId));
            return Exit.DONE;
        }
    }

    /// Takes a channel away, in one step.
    @Command(name = "remove", description = "Send nothing more this way.")
    static final class Remove extends StoreCommand {
        @Parameters(paramLabel = "ID", description = "Which channel.")
        String id = "";

        Remove(Context context) {
            super(context);
        }

        @Override
        int on(Installation installation) {
            ChannelId channelId = installation.register().channelId(id);
            ChannelEntry entry = installation.store().channels().find(channelId).orElseThrow();
            installation.store().channels().put(entry.active(false));
            installation.changed("channel");
            answer(say("line.channel-removed", channelId));
            return Exit.DONE;
        }
    }

    /// Lists the types.
    @Command(name = "types", description = "List the kinds of channel there are.")
    static final class Types implements Callable<Integer> {
        private final Context context;

        @Option(names = "--json", description = "As one JSON array.")
        boolean json;

        Types(Context context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            if (json) {
                new Json.Items(
                                Channels.types().stream()
                                        .map(t -> Json.object().put("type", t).build())
                                        .toList())
                        .writeTo(context.terminal().answers());
                context.terminal().answers().println();
                return Exit.DONE;
            }
            for (String type : Channels.types()) {
                context.terminal()
                        .answers()
                        .println(type + "  " + context.words().say("channel-type." + type));
            }
            return Exit.DONE;
        }
    }
}
