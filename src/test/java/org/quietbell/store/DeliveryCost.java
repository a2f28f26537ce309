package org.quietbell.store;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.quietbell.channel.Channel;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Channels;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.hit.HitId;
import org.quietbell.http.AddressRange;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;
import org.quietbell.json.Json;
import org.quietbell.match.Band;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Level;
import org.quietbell.notice.Tuned;
import org.quietbell.pipeline.Relay;
import org.quietbell.pipeline.Told;

/// How fast notices go from the outbox to a mail server: each looked at once more, sent by a
/// connection of its own, and recorded through a sync before the next.
///
/// The server is a whole one in memory, in the same process. Argument: how many. Run by
/// `bench/telling.sh`.
public final class DeliveryCost {
    private DeliveryCost() {}

    /// @param arguments see above
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        Path target = Files.createDirectories(Path.of("target"));
        Path folder = Files.createTempDirectory(target, "delivery");
        try (OpenedStore opened = OpenedStore.withCases(folder);
                Outbound outbound = outbound();
                Channel channel = channel(opened.store(), outbound, mail.getSmtp().getPort())) {
            Store store = opened.store();
            store.hearings().put(OpenedStore.JANE, hearing());
            for (int i = 0; i < count; i++) {
                List<HitId> hits = opened.hits("pages.example/" + i);
                store.notices()
                        .keep(
                                OpenedStore.JANE,
                                OpenedStore.SELF,
                                OpenedStore.NOW,
                                OpenedStore.notice("n" + i, hits, OpenedStore.POST));
            }
            long began = System.nanoTime();
            Told told = relay(store, channel).run();
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "delivered %d of %d in %.1f s, %.0f a second; the server has %d%n",
                    told.delivered(),
                    count,
                    seconds,
                    told.delivered() / seconds,
                    mail.getReceivedMessages().length);
        } finally {
            mail.stop();
        }
    }

    private static Relay relay(Store store, Channel channel) {
        return new Relay(
                store.notices(),
                store.hearings(),
                store.cases(),
                store.hits(),
                store.channels(),
                () -> Map.of(OpenedStore.POST, channel),
                _ -> Optional.empty(),
                () -> OpenedStore.NOW,
                new Random(1));
    }

    private static Outbound outbound() {
        FetchSettings usual = FetchSettings.DEFAULT;
        return new Outbound(
                new FetchSettings(
                        usual.concurrency(),
                        usual.perHost(),
                        usual.deadline(),
                        usual.maxBody(),
                        usual.userAgent(),
                        usual.proxy(),
                        List.of(AddressRange.of("127.0.0.1"))),
                () -> OpenedStore.NOW);
    }

    private static Channel channel(Store store, Outbound outbound, int port) {
        Json settings =
                Json.object()
                        .put("to", "a@example.org")
                        .put("from", "b@example.org")
                        .put("host", "127.0.0.1")
                        .put("port", port)
                        .put("tls", "none")
                        .build();
        store.channels()
                .put(
                        new ChannelEntry(
                                OpenedStore.POST,
                                "email",
                                settings,
                                true,
                                Optional.of(OpenedStore.NOW),
                                true));
        Channel channel =
                Channels.build(
                                OpenedStore.POST,
                                "email",
                                Section.of(settings, new Problems()),
                                outbound)
                        .orElseThrow();
        channel.endpoint().ifPresent(outbound::permit);
        return channel;
    }

    private static Hearing hearing() {
        return new Hearing(
                How.AS_IT_HAPPENS,
                List.of(),
                EnumSet.allOf(DayOfWeek.class),
                ZoneOffset.UTC,
                List.of(new Tuned(OpenedStore.POST, Level.DISCREET)),
                Band.LIKELY,
                List.of(),
                Set.of(),
                Ceiling.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }
}
