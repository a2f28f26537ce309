package org.quietbell.app;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.PrivateFeeds;
import org.quietbell.config.Secret;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.http.Endpoint;
import org.quietbell.http.FetchSettings;
import org.quietbell.http.Outbound;
import org.quietbell.match.Band;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.NoticeIds;
import org.quietbell.notice.Outage;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.Sentences;
import org.quietbell.notice.Telling;
import org.quietbell.pipeline.Collect;
import org.quietbell.pipeline.Coverage;
import org.quietbell.pipeline.Relay;
import org.quietbell.pipeline.Roster;
import org.quietbell.pipeline.Tally;
import org.quietbell.pipeline.Tell;
import org.quietbell.pipeline.Told;
import org.quietbell.source.Asker;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.store.Store;
import org.quietbell.vault.Vault;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Words;

/// The program with its store open: all parts, wired by hand in one place. What commands, the
/// schedule and the pages share. Safe for many threads.
final class Installation implements AutoCloseable {
    private static final int MARK = 8;
    private final Store store;
    private final Vault vault;
    private final Outbound outbound;
    private final InstantSource clock;
    private final AtomicInteger entryChanges = new AtomicInteger();
    private final boolean personal;
    private volatile Words words;
    private final ZoneId zone;
    private volatile Optional<Outage> outage;
    private final Looking looking;
    private volatile Tell tell;
    private final Relay relay;
    private volatile LinkWork links;
    private final PassphraseCheck passphrase;
    private final Path folder;
    private volatile Roster roster;
    private final Rhythm rhythm;
    private final OpenChannels channels;
    private volatile Runnable onChange = () -> {};

    /// Asks for the passphrase where there is one.
    interface PassphraseCheck {
        /// @throws Refusal if it is not given or wrong
        void ask(Prompts prompts);
    }

    /// @param personal whether it looks for three people at most
    /// @param zone for local times in the provenance
    /// @param build version and commit
    /// @param outage the last time that nothing ran
    /// @param base where the pages are reached from elsewhere, if that is known
    /// @param addresses tell one page from another
    Installation(
            Path folder,
            Store store,
            Vault vault,
            FetchSettings fetch,
            boolean personal,
            InstantSource clock,
            ZoneId zone,
            String build,
            Words words,
            Optional<Outage> outage,
            Optional<URI> base,
            PassphraseCheck passphrase,
            CanonicalRules addresses) {
        this.folder = folder;
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        this.personal = personal;
        this.passphrase = passphrase;
        this.words = words;
        this.zone = zone;
        this.outage = outage;
        this.links = LinkWork.of(store, vault, base, words);
        SecureRandom random = new SecureRandom();
        this.outbound = new Outbound(fetch, clock);
        this.channels = new OpenChannels(store.channels(), outbound, store.feedShelf());
        this.roster = Roster.of(List.of(), List.of(), List.of());
        this.looking =
                new Looking(
                        new Collect(
                                () -> roster,
                                new Asker(outbound.http(), clock),
                                store.hits(),
                                store.sourceStates(),
                                store.hearings(),
                                clock,
                                zone,
                                build,
                                random,
                                addresses));
        this.tell = telling(words);
        this.relay =
                new Relay(
                        store.notices(),
                        store.hearings(),
                        store.cases(),
                        store.hits(),
                        store.channels(),
                        channels::inUse,
                        letter -> links.of(letter),
                        clock,
                        random);
        this.rhythm = new Rhythm(store, clock, this::roster, this::refresh);
        refresh();
    }

    private Tell telling(Words spoken) {
        return new Tell(
                store.hits(),
                store.hearings(),
                store.notices(),
                store.channels(),
                new Telling(spoken),
                () -> this.outage,
                new Occasions(this::coverage, store.hearings()::of, spoken, clock)::of,
                new NoticeIds()::next,
                clock);
    }

    /// Speaks another language from now on.
    void speak(Words other) {
        words = other;
        links = links.speaking(other);
        tell = telling(other);
    }

    Path folder() {
        return folder;
    }

    Store store() {
        return store;
    }

    /// The way to the network.
    Outbound outbound() {
        return outbound;
    }

    /// What is said of people's pace.
    HerPace pacing() {
        return new HerPace(store, words, zone, clock);
    }

    /// The sentences about that case, in its person's zone.
    Sentences sentences(CaseId caseId) {
        return new Sentences(words, pacing().zone(caseId));
    }

    /// What the person of that case wants to be told of.
    Band band(CaseId caseId) {
        return store.hearings().of(caseId).map(Hearing::band).orElse(Band.LIKELY);
    }

    /// How pauses show.
    List<String> pauseLines() {
        return pacing().pauseLines();
    }

    /// Notes that nothing ran for a while.
    void slept(Outage nothingRan) {
        outage = Optional.of(nothingRan);
    }

    /// What is there, by id.
    Register register() {
        return new Register(store);
    }

    Roster roster() {
        return roster;
    }

    Relay relay() {
        return relay;
    }

    boolean isPersonal() {
        return personal;
    }

    /// What is called after every change of watches, sources, channels or pauses.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    /// Takes up what was changed in the store.
    ///
    /// @param setting the name of what was changed, for the journal; never its value
    void changed(String setting) {
        store.journal().settings(clock.instant(), List.of(setting));
        refresh();
        onChange.run();
    }

    /// Lets the next round heed what she labelled. What is kept is not judged anew by that.
    void labelled() {
        refresh();
    }

    private synchronized void refresh() {
        Roster fresh = PresentRoster.of(store, rhythm.moved());
        for (Roster.Place place : fresh.places()) {
            place.source().flatMap(Installation::endpoint).ifPresent(outbound::permit);
        }
        roster = fresh;
        channels.refresh();
    }

    /// Where a source is asked: the same host and port whatever the question.
    static Optional<Endpoint> endpoint(Source source) {
        return source.request(new Query.Everything())
                .or(() -> source.request(new Query.Phrase("a")))
                .map(request -> Endpoint.of(request.address()));
    }

    /// One round: all sources, or one; all watches, or one; due or not.
    Tally check(Optional<SourceId> source, Optional<WatchId> watch) {
        Tally tally = looking.check(roster, source, watch);
        rhythm.all(); // takes up what has moved
        return tally;
    }

    /// One source's round by the schedule.
    Tally round(SourceId source) {
        return looking.round(roster, source);
    }

    /// One telling for everybody, and the outbox.
    Told tell() {
        Told told = consider();
        return told.plus(relay.run());
    }

    /// Decides for everybody, without sending: causes are recorded for what is held.
    Told consider() {
        Told told = Told.NOTHING;
        for (WatchedCase watchedCase : store.cases().all()) {
            told = told.plus(tell.about(watchedCase));
        }
        return told;
    }

    /// Pauses, at once: also what waits in the outbox.
    void pause(Pause pause) {
        store.hearings().pause(pause);
        paused("pause");
    }

    private void paused(String how) {
        relay.heedPauses();
        relay.run();
        consider();
        changed(how);
    }

    /// Pauses by a link in a notice, if it is good for that: at once, as [#pause].
    void pauseByLink(String token) {
        if (links.use(token, clock.instant())) {
            paused("pause by link");
        }
    }

    /// The private feed whose address ends so, if there is one.
    Optional<byte[]> feed(String secret) {
        return new PrivateFeeds(
                        store.channels(),
                        store.feedShelf(),
                        new PresentLevels(store, clock)::of,
                        words.say("page.title"))
                .page(secret);
    }

    /// Pause links.
    LinkWork links() {
        return links;
    }

    /// Ends a pause.
    ///
    /// @return whether there was one
    boolean resume(PauseScope scope) {
        boolean was = store.hearings().resume(scope);
        if (was) {
            changed("pause");
            tell();
        }
        return was;
    }

    /// Who hears first, and how far she has come.
    HelperWork helpers() {
        return new HelperWork(this, clock);
    }

    void add(SourceEntry entry) {
        add(List.of(entry));
    }

    void add(List<SourceEntry> entries) {
        entries.forEach(store.sources()::put);
        Consents.to(
                store.cases(),
                entries.stream().map(entry -> entry.id().value()).collect(Collectors.toSet()),
                Set.of());
        changed("source");
    }

    /// Asks an address that somebody gave as a feed's, once.
    FeedLook.Seen look(URI address) {
        outbound.permit(Endpoint.of(address));
        return FeedLook.at(address, outbound.http());
    }

    void add(ChannelEntry entry) {
        store.channels().put(entry);
        Consents.to(store.cases(), Set.of(), Set.of(entry.id().value()));
        changed("channel");
    }

    /// Confirms a channel, and lets through what waited for it.
    void confirm(ChannelId id) {
        ChannelEntry entry = store.channels().find(id).orElseThrow();
        store.channels().put(entry.confirmed(clock.instant()));
        for (WatchedCase watchedCase : store.cases().all()) {
            store.hearings()
                    .waiting(watchedCase.id())
                    .filter(hearing ->
                            hearing.allChannels().anyMatch(tuned -> tuned.channel().equals(id)))
                    .ifPresent(hearing ->
                            Choice.keep(store, watchedCase.id(), hearing, clock.instant()));
        }
        changed("channel");
    }

    /// Puts another passphrase in place of the one that is asked for.
    ///
    /// @throws VaultException if the first is not the present one, or that cannot be told
    void changePassphrase(Secret now, Secret next) {
        new OwnPassphrase(folder).change(now, next, vault);
        store.journal().settings(clock.instant(), List.of("passphrase"));
    }

    void askPassphrase(Prompts prompts) {
        passphrase.ask(prompts);
    }

    /// How often a command changed what has to be known to come in by the pages.
    AtomicInteger entryChanges() {
        return entryChanges;
    }

    /// A pretend notice by that channel, worded as whoever hears by it has it.
    Pretend pretend(ChannelId id) {
        Pretend.Voice voice =
                store.cases().all().stream()
                        .filter(WatchedCase::active)
                        .flatMap(watchedCase -> store.hearings().of(watchedCase.id()).stream())
                        .flatMap(hearing -> Pretend.Voice.of(hearing, id, words).stream())
                        .findFirst()
                        .orElseGet(() -> Pretend.Voice.plain(words));
        return pretend(id, voice);
    }

    /// A pretend notice by that channel, worded so.
    Pretend pretend(ChannelId id, Pretend.Voice voice) {
        return channels.pretend(id, voice, clock.instant());
    }

    /// Where it is looked for that person, now.
    Coverage coverage(WatchedCase watchedCase) {
        return rhythm.all().coverage(watchedCase);
    }

    /// What can be saved for later use, and what of it has changed since.
    Saving saving() {
        byte[] mark = vault.installation().fingerprint("instance", new byte[0]);
        return new Saving(
                store.savedPages(), store.evidence(), HexFormat.of().formatHex(mark, 0, MARK));
    }

    /// How often and when each source is asked.
    Rhythm rhythm() {
        return rhythm;
    }

    @Override
    public void close() {
        channels.close();
        outbound.close();
        store.close();
        vault.close();
    }
}
