package org.quietbell.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quietbell.notice.Pause;
import org.quietbell.settings.WebSettings;
import org.quietbell.store.DataFolder;
import org.quietbell.web.WebFault;
import org.quietbell.words.Speech;

/// Shows it all offline, about a person who is made up: the same daemon as ever, with a settings
/// file as a person would write it, but in a temporary folder, asking every two seconds. Ends with
/// the process and leaves nothing behind.
final class Demo {
    private static final Duration PAUSE = Duration.ofDays(3);
    private static final long LOOK_MILLIS = 200;

    private final Context context;
    private final Speech speech;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable DemoFolder folder;
    private @Nullable DemoServer server;
    private @Nullable Daemon daemon;

    Demo(Context context) {
        this.speech = context.speech(); // before it takes a settings file of its own
        this.context = context.speaking(speech);
    }

    int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "ending"));
        try {
            Daemon running = start();
            pauseAfterTheFirstNote(running);
            running.await();
            return Exit.DONE;
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED,
                    "demo: it cannot be set up ("
                            + e.getClass().getSimpleName()
                            + "): see that the temporary folder can be written to",
                    e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody here interrupts", e);
        } finally {
            end();
        }
    }

    private synchronized Daemon start() throws IOException {
        DemoFolder made = DemoFolder.make();
        folder = made;
        DemoServer places = DemoServer.start(context.clock());
        server = places;
        Daemon started = start(made, places);
        daemon = started;
        say("demo.about", DemoStory.NAME);
        say("demo.see");
        say("demo.end");
        say("demo.page", "http://" + Pages.printed(started.address()));
        return started;
    }

    private Daemon start(DemoFolder made, DemoServer places) throws IOException {
        try {
            return start(made, places, WebSettings.DEFAULT_PORT);
        } catch (Refusal e) {
            if (!(e.getCause() instanceof WebFault)) {
                throw e;
            }
            say("demo.port", WebSettings.DEFAULT_PORT);
            return start(made, places, 0);
        }
    }

    private Daemon start(DemoFolder made, DemoServer places, int port) throws IOException {
        Instant now = context.clock().instant();
        LocalDate yesterday = now.atZone(context.zone()).toLocalDate().minusDays(1);
        context.options().config(made.settings(port, places.port(), yesterday));
        Opening opening = Main.opening(context.options(), System.getenv()).speaking(speech);
        Path data = made.path().resolve("data");
        return new Daemon(DataFolder.claim(data), opening, Map.of(), Visitors.ANYBODY);
    }

    /// As somebody might who has read one note and wants some days of rest.
    private void pauseAfterTheFirstNote(Daemon running) throws InterruptedException {
        Path outbox = notes();
        while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (Files.exists(outbox)) {
                Instant now = context.clock().instant();
                Pause pause = new Pause(Optional.empty(), now, Optional.of(now.plus(PAUSE)), false);
                running.installation().ifPresent(open -> open.pause(pause));
                return;
            }
        }
    }

    private synchronized Path notes() {
        return Objects.requireNonNull(folder, "it was made").outbox();
    }

    private void say(String key, Object... details) {
        context.terminal().say(context.words().say(key, details));
    }

    /// Ends what runs and deletes the folder; again: nothing.
    private synchronized void end() {
        ended.countDown();
        Daemon running = daemon;
        DemoServer places = server;
        DemoFolder made = folder;
        daemon = null;
        server = null;
        folder = null;
        if (running != null) {
            running.close();
        }
        if (places != null) {
            places.close();
        }
        if (made != null) {
            made.close();
        }
    }
}
