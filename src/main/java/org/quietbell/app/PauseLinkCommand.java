package org.quietbell.app;

import java.util.Locale;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.PauseSetting;
import org.quietbell.notice.ChannelId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Switches the pause link of a channel: on with the passphrase, off in one step (R1.6).
@Command(
        name = "pause-link",
        description =
                "Let each note by this channel carry a link that pauses it for 7 days. Whoever"
                        + " reads the note can use it.")
final class PauseLinkCommand extends StoreCommand {
    /// The two settings.
    enum Switch {
        ON,
        OFF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "ID", description = "Which channel.")
    String id = "";

    @Parameters(index = "1", paramLabel = "on|off", description = "Asks for the passphrase for on.")
    Switch wanted = Switch.OFF;

    PauseLinkCommand(Context context) {
        super(context);
    }

    @Override
    int on(Installation installation) {
        ChannelId channelId = installation.register().channelId(id);
        ChannelEntry entry = installation.store().channels().find(channelId).orElseThrow();
        if (entry.byFile()) {
            throw new Refusal(
                    Exit.USAGE,
                    "channel pause-link",
                    "this channel is set by file",
                    "write pause-link: " + wanted + " there");
        }
        if (wanted == Switch.ON) {
            mayBeSwitchedOn(installation, entry);
            installation.askPassphrase(new Prompts(context().terminal(), context().words()));
        }
        installation
                .store()
                .channels()
                .put(entry.with(PauseSetting.with(entry.settings(), wanted == Switch.ON)));
        installation.changed("channel");
        answer(say("line.pause-link-" + wanted, channelId));
        return Exit.DONE;
    }

    private static void mayBeSwitchedOn(Installation installation, ChannelEntry entry) {
        if (!PauseSetting.isFor(entry.type())) {
            throw new Refusal(
                    Exit.USAGE,
                    "channel pause-link",
                    "a channel of this type cannot carry one",
                    "pause here or in the pages instead");
        }
        if (installation.links().base().isEmpty()) {
            throw new Refusal(
                    Exit.USAGE,
                    "channel pause-link",
                    "nobody elsewhere can reach the pages",
                    "set web.base-url to their https address first");
        }
    }
}
