package org.quietbell.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.quietbell.config.Secret;
import org.quietbell.notice.Outage;
import org.quietbell.pipeline.Errands;
import org.quietbell.pipeline.Gathered;
import org.quietbell.pipeline.Schedule;
import org.quietbell.pipeline.Tally;
import org.quietbell.source.SourceId;
import org.quietbell.store.DataFolder;
import org.quietbell.vault.Vault;
import org.quietbell.vault.VaultException;
import org.quietbell.web.WebServer;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The long-running program: holds the data folder, serves commands and pages, and runs the
/// schedule while the store is open. With a passphrase it waits locked until `unlock`. Safe for
/// many threads.
final class Daemon implements AutoCloseable, Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    private static final Duration GAP = Duration.ofMinutes(10);

    /// How often it is noted what has become of saved pages.
    private static final Duration FOLLOWED = Duration.ofHours(1);

    private final DataFolder folder;
    private volatile Opening opening;
    private final FirstKey first;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable CommandSocket socket;
    private @Nullable WebServer web;
    private @Nullable Open open;
    private volatile Instant lastAlive;
    private volatile Instant lastFollowed = Instant.EPOCH;

    /// What is there while the store is open.
    ///
    /// @param telling one telling for all rounds that end at the same time
    private record Open(Installation installation, Schedule schedule, Gathered telling) {}

    /// Takes the folder over and opens what can be opened without a person.
    ///
    /// @throws Refusal if the folder, the socket, the port or the store cannot be had
    Daemon(DataFolder folder, Opening opening, Map<String, String> environment) {
        this(folder, opening, environment, Visitors.ASKED);
    }

    /// As above, with pages that let these visitors in.
    Daemon(DataFolder folder, Opening opening, Map<String, String> environment, Visitors visitors) {
        this.folder = folder;
        this.opening = opening;
        this.first = new FirstKey(opening.clock());
        this.lastAlive = opening.clock().instant();
        synchronized (this) { // whoever asks for the store while it is being opened waits for it
            begin(environment, visitors);
        }
    }

    private void begin(Map<String, String> environment, Visitors visitors) {
        try {
            socket = CommandSocket.open(folder.path(), new DaemonDesk(this, opening));
        } catch (IOException e) {
            throw new Refusal(
                    Exit.FAILED,
                    "command socket: it cannot be opened ("
                            + e.getClass().getSimpleName()
                            + "): use a data folder with a short path on a local disk",
                    e);
        }
        try {
            Optional<Path> keyFile = Keys.file(opening.settings(), folder.path(), environment);
            web = Pages.start(new Pages(this, folder.path(), visitors, first));
            keyFile.ifPresent(file -> open(opening.open(folder, Keys.read(file))));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Where the pages are served.
    synchronized InetSocketAddress address() {
        return Objects.requireNonNull(web, "address: the pages are served from the start")
                .address();
    }

    /// What lets whoever has it set up, where nothing is yet.
    FirstKey first() {
        return first;
    }

    Opening opening() {
        return opening;
    }

    /// Whether the store is open.
    synchronized boolean isOpen() {
        return open != null;
    }

    /// The open parts; empty while it is locked.
    synchronized Optional<Installation> installation() {
        return Optional.ofNullable(open).map(Open::installation);
    }

    /// Whether it does what it should: the schedule ticks, or it waits locked.
    synchronized boolean isWell() {
        return open == null || open.schedule().isTicking();
    }

    /// Makes the store under a new passphrase and opens it, from then on in that language.
    ///
    /// @throws Refusal if there is a store already, or it cannot be made
    synchronized void begin(Secret passphrase, Language language) {
        if (open != null || Vault.exists(folder.path())) {
            throw new Refusal(
                    Exit.FAILED, "setup", "it is set up already", "open it by its passphrase");
        }
        Tongue.remember(folder.path(), language);
        opening = opening.speaking(new Speech(Optional.of(language)));
        try {
            Vault.create(folder.path(), Keys.typed(passphrase)).close();
        } catch (VaultException e) {
            throw Refusals.of(e);
        }
        open(opening.open(folder, Keys.typed(passphrase)));
    }

    /// From now on it speaks that language, here and after the next start, unless the settings file
    /// names one.
    ///
    /// @throws Refusal if the choice cannot be kept
    synchronized void speak(Language language) {
        Tongue.remember(folder.path(), language);
        if (opening.settings().language().isEmpty()) {
            opening = opening.speaking(new Speech(Optional.of(language)));
            if (open != null) {
                open.installation().speak(opening.words());
            }
        }
    }

    /// Opens the store.
    ///
    /// @throws Refusal if the passphrase is wrong, or the store is damaged
    synchronized void unlock(Secret passphrase) {
        if (open == null) {
            open(opening.open(folder, Keys.typed(passphrase)));
        }
    }

    private synchronized void open(Installation installation) {
        Schedule schedule =
                new Schedule(
                        installation.store().quartzConnections(),
                        this,
                        opening.clock(),
                        new SecureRandom());
        installation.store().journal().started(opening.clock().instant(), opening.build());
        open = new Open(installation, schedule, new Gathered(this::telling));
        installation.onChange(this::fit);
        schedule.start();
        fit();
        LOG.info("the store is open");
    }

    /// Closes the store and waits.
    void lock() {
        Open was;
        synchronized (this) {
            was = open;
            open = null;
        }
        // outside the monitor: the errands under way, which are waited for, ask for it too
        if (was != null) {
            was.schedule().close();
            was.installation().store().journal().stopped(opening.clock().instant());
            was.installation().close();
            LOG.info("the store is closed");
        }
    }

    /// Makes the schedule fit what there is to ask, to tell and to send.
    private void fit() {
        Open now = openNow();
        if (now != null) {
            now.schedule().fit(now.installation().rhythm().all().turns());
            fitTellings(now);
        }
    }

    private void fitTellings(Open now) {
        Instant moment = opening.clock().instant();
        now.schedule().tellAt(now.installation().pacing().nextTelling(moment));
        now.schedule().relayAt(now.installation().relay().next());
    }

    private synchronized @Nullable Open openNow() {
        return open;
    }

    @Override
    public void round(SourceId source) {
        Open now = openNow();
        if (now != null) {
            Tally tally = now.installation().round(source);
            if (tally.asked() > 0) {
                now.installation()
                        .rhythm()
                        .turn(source)
                        .ifPresent(turn -> now.schedule().fit(source, turn));
                now.installation()
                        .store()
                        .journal()
                        .source(
                                opening.clock().instant(),
                                source,
                                tally.faults().stream().map(Tally.SourceFault::fault).findFirst());
            }
            if (tally.fresh() > 0
                    || !tally.faults().isEmpty()
                    || now.installation().pacing().isSomebodyWaiting()) {
                now.telling().run();
            }
        }
    }

    @Override
    public void telling() {
        Open now = openNow();
        if (now != null) {
            now.installation().tell();
            fitTellings(now);
        }
    }

    @Override
    public void relay() {
        Open now = openNow();
        if (now != null) {
            now.installation().relay().run();
            fitTellings(now);
        }
    }

    @Override
    public void housekeeping() {
        Open now = openNow();
        if (now == null) {
            return;
        }
        Instant moment = opening.clock().instant();
        if (Duration.between(lastAlive, moment).compareTo(GAP) > 0) {
            now.installation().slept(new Outage(lastAlive, moment));
        }
        lastAlive = moment;
        now.installation().store().journal().alive(moment);
        if (Duration.between(lastFollowed, moment).compareTo(FOLLOWED) >= 0) {
            Following.of(now.installation()).look(moment);
            lastFollowed = moment;
        }
        fit();
    }

    /// Waits until the program is asked to end.
    void await() {
        while (true) {
            try {
                ended.await();
                return;
            } catch (InterruptedException _) {
                LOG.debug("nobody here interrupts; waiting on");
            }
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.warn("the command socket did not close: {}", e.getClass().getSimpleName());
        }
        if (web != null) {
            web.close();
        }
        lock();
        folder.close();
        ended.countDown();
    }
}
