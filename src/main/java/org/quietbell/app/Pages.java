package org.quietbell.app;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.config.Secret;
import org.quietbell.hit.Hits;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.Sentences;
import org.quietbell.people.PageChoices;
import org.quietbell.people.SecondSteps;
import org.quietbell.pipeline.Coverage;
import org.quietbell.settings.WebSettings;
import org.quietbell.source.SourceEntries;
import org.quietbell.source.SourceStates;
import org.quietbell.vault.Vault;
import org.quietbell.vault.VaultException;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.WatchedCase;
import org.quietbell.web.Changes;
import org.quietbell.web.Desk;
import org.quietbell.web.Entrance;
import org.quietbell.web.HelperChanges;
import org.quietbell.web.Inside;
import org.quietbell.web.OwnRecord;
import org.quietbell.web.PlaceChanges;
import org.quietbell.web.Site;
import org.quietbell.web.WebFault;
import org.quietbell.web.WebServer;
import org.quietbell.words.Language;
import org.quietbell.words.Speech;
import org.quietbell.words.Words;

/// Serves the pages for the daemon: what they may ask of it, and whom they let in.
///
/// @param folder the data folder
/// @param first lets whoever has it set up, where nothing is yet
record Pages(Daemon daemon, Path folder, Visitors visitors, FirstKey first) implements Desk {
    /// @throws Refusal if the port is taken
    static WebServer start(Pages pages) {
        WebSettings settings = pages.daemon().opening().settings().web();
        Site site =
                new Site(
                        new InetSocketAddress(settings.listen(), settings.port()),
                        settings.baseUrl());
        try {
            return WebServer.start(site, pages);
        } catch (WebFault e) {
            throw new Refusal(Exit.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    /// An address as a person types it.
    static String printed(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/";
    }

    @Override
    public boolean isWell() {
        return daemon.isWell();
    }

    @Override
    public Speech speech() {
        return daemon.opening().speech();
    }

    @Override
    public InstantSource clock() {
        return daemon.opening().clock();
    }

    /// A passphrase that was never set cannot be asked for: somebody at the machine has to set one
    /// first.
    @Override
    public Entrance entrance() {
        if (visitors == Visitors.ANYBODY) {
            return new Entrance.Free();
        }
        if (!daemon.isOpen() && !Vault.exists(folder) && !daemon.opening().hasFile()) {
            return new Entrance.FirstTime(beginning());
        }
        return new OwnPassphrase(folder).isSet()
                ? new Entrance.ByPassphrase(gate())
                : new Entrance.Shut();
    }

    private Entrance.Beginning beginning() {
        return new Entrance.Beginning() {
            @Override
            public boolean isGood(String key) {
                return first.isGood(key);
            }

            @Override
            public Entrance.Answer begin(String key, Secret passphrase, Language language) {
                if (!first.isGood(key)) {
                    return new Entrance.Answer.Wrong();
                }
                try {
                    daemon.begin(passphrase, language);
                    first.use();
                    return new Entrance.Answer.Opened();
                } catch (Refusal e) {
                    return new Entrance.Answer.Failed(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    private Entrance.Gate gate() {
        return new Entrance.Gate() {
            @Override
            public Entrance.Answer answer(Secret passphrase) {
                return Pages.this.answer(passphrase);
            }

            @Override
            public Entrance.Answer code(String typed) {
                Instant now = clock().instant();
                boolean isRight =
                        daemon.installation()
                                .filter(open -> open.store().secondSteps().take(typed, now))
                                .isPresent();
                return isRight ? new Entrance.Answer.Opened() : new Entrance.Answer.Wrong();
            }
        };
    }

    private Entrance.Answer answer(Secret passphrase) {
        try {
            if (daemon.isOpen()) {
                new OwnPassphrase(folder).check(passphrase);
            } else {
                daemon.unlock(passphrase);
            }
            boolean asksMore =
                    daemon.installation()
                            .flatMap(open -> open.store().secondSteps().find())
                            .isPresent();
            return asksMore ? new Entrance.Answer.Halfway() : new Entrance.Answer.Opened();
        } catch (VaultException e) {
            return answer(Refusals.of(e));
        } catch (Refusal e) {
            return answer(e);
        }
    }

    private static Entrance.Answer answer(Refusal refusal) {
        return refusal.exit() == Exit.WRONG_KEY
                ? new Entrance.Answer.Wrong()
                : new Entrance.Answer.Failed(String.valueOf(refusal.getMessage()));
    }

    @Override
    public Optional<Inside> inside() {
        return daemon.installation()
                .map(open ->
                        new Opened(
                                open,
                                daemon.opening().clock(),
                                daemon.opening().zone(),
                                words(),
                                daemon::speak));
    }

    /// The open store, as the pages see it.
    private record Opened(
            Installation installation,
            InstantSource clock,
            ZoneId zone,
            Words words,
            Consumer<Language> tongue)
            implements Inside {
        @Override
        public OwnRecord record() {
            return new PageRecord(installation, clock, words);
        }

        @Override
        public Changes changes() {
            return new PageChanges(installation, clock, zone, tongue);
        }

        @Override
        public HelperChanges helperChanges() {
            return new PageHelpers(
                    installation, new PageChanges(installation, clock, zone, tongue), words);
        }

        @Override
        public PlaceChanges placeChanges() {
            return new PagePlaces(installation, clock, zone, words);
        }

        @Override
        public ChannelEntries channels() {
            return installation.store().channels();
        }

        @Override
        public Cases cases() {
            return installation.store().cases();
        }

        @Override
        public Hits hits() {
            return installation.store().hits();
        }

        @Override
        public NoticeLog notices() {
            return installation.store().notices();
        }

        @Override
        public Hearings hearings() {
            return installation.store().hearings();
        }

        @Override
        public SourceEntries sources() {
            return installation.store().sources();
        }

        @Override
        public SecondSteps secondSteps() {
            return installation.store().secondSteps();
        }

        @Override
        public int entryChanges() {
            return installation.entryChanges().get();
        }

        @Override
        public PageChoices pageChoices() {
            return installation.store().pageChoices();
        }

        @Override
        public SourceStates sourceStates() {
            return installation.store().sourceStates();
        }

        @Override
        public Coverage coverage(WatchedCase watchedCase) {
            return installation.coverage(watchedCase);
        }

        @Override
        public Sentences sentences(CaseId caseId) {
            return installation.sentences(caseId);
        }

        @Override
        public List<String> pauseLines() {
            return installation.pauseLines();
        }

        @Override
        public void pause(Pause pause) {
            installation.pause(pause);
        }

        @Override
        public Optional<byte[]> feed(String secret) {
            return installation.feed(secret);
        }

        @Override
        public void pauseByLink(String link) {
            installation.pauseByLink(link);
        }

        @Override
        public ChannelId hearByBrowser(Json settings) {
            return WaitingBrowser.keep(installation, settings);
        }

        @Override
        public boolean resume(PauseScope scope) {
            return installation.resume(scope);
        }
    }
}
