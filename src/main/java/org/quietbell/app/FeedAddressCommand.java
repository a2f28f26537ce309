package org.quietbell.app;

import java.net.URI;
import java.util.Optional;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.PrivateFeedChannel;
import org.quietbell.channel.PrivateFeeds;
import org.quietbell.config.Secret;
import org.quietbell.notice.ChannelId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows the secret address of a private feed, or gives it another.
@Command(
        name = "address",
        description = "Show the secret address of a private feed. Asks for the passphrase.")
final class FeedAddressCommand extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "Which channel.")
    String id = "";

    @Option(names = "--new", description = "Give it another; the old one stops working at once.")
    boolean another;

    FeedAddressCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        ChannelId channelId = installation.register().channelId(id);
        ChannelEntry entry = installation.store().channels().find(channelId).orElseThrow();
        if (!entry.type().equals(PrivateFeedChannel.TYPE)) {
            throw new Refusal(
                    Exit.USAGE,
                    "channel address",
                    "only a channel of the type " + PrivateFeedChannel.TYPE + " has one",
                    "see `quietbell channel list`");
        }
        if (another && entry.byFile()) {
            throw new Refusal(
                    Exit.USAGE,
                    "--new",
                    "this channel is set by file",
                    "put another secret into the file that secret-file names");
        }
        installation.askPassphrase(new Prompts(context().terminal(), context().words()));
        ChannelEntry now = another ? entry.with(PrivateFeedChannel.fresh()) : entry;
        if (another) {
            installation.store().channels().put(now);
            installation.changed("channel");
        }
        String path = PrivateFeeds.PATH + secret(now).reveal();
        Optional<URI> base = installation.links().base();
        answer(
                base.map(root -> say("line.feed-address", root.resolve(path)))
                        .orElseGet(() -> say("line.feed-address-below", path)));
        return Exit.DONE;
    }

    private static Secret secret(ChannelEntry entry) {
        return PrivateFeedChannel.secret(entry)
                .orElseThrow(() ->
                        new Refusal(
                                Exit.FAILED,
                                "channel address",
                                "its settings are wrong",
                                "see `quietbell doctor`"));
    }
}
