package org.quietbell.app;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.channel.Channels;
import org.quietbell.channel.Delivery;
import org.quietbell.channel.PrivateFeedChannel;
import org.quietbell.config.Problems;
import org.quietbell.config.Secret;
import org.quietbell.config.Section;
import org.quietbell.evidence.Entry;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.hit.OtherSite;
import org.quietbell.hit.Rejudged;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.How;
import org.quietbell.notice.Notice;
import org.quietbell.notice.Tuned;
import org.quietbell.source.Discovery;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import org.quietbell.vault.VaultException;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.web.Changes;
import org.quietbell.words.Language;

/// What the pages change, done as the commands do it.
///
/// @param zone of the machine, for the day on which consent is given
/// @param tongue makes the whole program speak a language
record PageChanges(
        Installation installation, InstantSource clock, ZoneId zone, Consumer<Language> tongue)
        implements Changes {
    private static final CaseId FIRST = new CaseId(SetupCommand.CASE);
    private static final String FEED = "feed";

    @Override
    public boolean label(HitId id, Label label, boolean rule) {
        Labelling labelling = new Labelling(installation);
        Instant now = clock.instant();
        Optional<OtherSite> kept =
                rule && label == Label.NOT_ME ? labelling.rule(id, now) : Optional.empty();
        boolean found = labelling.label(id, label, now);
        kept.filter(_ -> found).ifPresent(labelling::keep);
        return found;
    }

    @Override
    public boolean record(HitId id) {
        return installation.saving().save(id, clock.instant()) instanceof Saving.Outcome.Saved;
    }

    @Override
    public Optional<Instant> recorded(HitId id) {
        return installation.store().evidence().entryOf(id).map(Entry::at);
    }

    @Override
    public Optional<Rule> rule(HitId id) {
        Labelling labelling = new Labelling(installation);
        return labelling
                .rule(id, clock.instant())
                .map(rule -> {
                    Rejudged preview = labelling.preview(rule);
                    return new Rule(rule.site(), preview.raised(), preview.lowered());
                });
    }

    @Override
    public Optional<WatchedCase> own() {
        return installation.store().cases().all().stream()
                .filter(each -> each.active() && !each.byFile())
                .filter(each -> each.consent().by().equals("self"))
                .findFirst();
    }

    @Override
    public CaseId ownId() {
        return own().map(WatchedCase::id).orElse(FIRST);
    }

    @Override
    public WatchId watchId() {
        return own().map(WatchedCase::watches).orElse(List.of()).stream()
                .findFirst()
                .map(Watch::id)
                .orElseGet(() -> new WatchId(ownId().value()));
    }

    @Override
    public Outcome hear(Hearing hearing, Optional<Secret> passphrase) {
        Optional<Hearing> before =
                own().flatMap(own -> installation.store().hearings().of(own.id()));
        if (before.filter(was -> Exposure.isRaised(was, hearing)).isPresent()) {
            Optional<Outcome> refused = refused(passphrase);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        if (own().isEmpty()) {
            installation.store().cases().put(madeFor(List.of()));
        }
        Choice.keep(installation.store(), ownId(), hearing, clock.instant());
        installation.changed("how to hear");
        return new Outcome.Kept();
    }

    /// Empty if the passphrase was given and is right.
    private Optional<Outcome> refused(Optional<Secret> passphrase) {
        if (passphrase.isEmpty()) {
            return Optional.of(new Outcome.AsksPassphrase());
        }
        try {
            new OwnPassphrase(installation.folder()).check(passphrase.get());
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(refused(e));
        }
    }

    private static Outcome refused(VaultException e) {
        Refusal refusal = Refusals.of(e);
        return refusal.exit() == Exit.WRONG_KEY
                ? new Outcome.WrongPassphrase()
                : new Outcome.Refused(String.valueOf(refusal.getMessage()));
    }

    /// Her own case, agreed to today, with all that is set up already.
    private WatchedCase madeFor(List<Watch> watches) {
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.ofInstant(clock.instant(), zone),
                        Optional.empty(),
                        installation.register().activeSourceIds(),
                        installation.register().activeChannelIds(),
                        Map.of());
        return new WatchedCase(ownId(), consent, watches, false, true);
    }

    /// Hers as it would be with that watch, if she has one already that it would change.
    private Optional<WatchedCase> with(Watch watch) {
        return own().filter(
                        own -> own.watches().stream().anyMatch(one -> one.id().equals(watch.id())))
                .map(own -> own.with(first(watch, own.watches())));
    }

    private static List<Watch> first(Watch watch, List<Watch> others) {
        List<Watch> watches = new ArrayList<>();
        watches.add(watch);
        others.stream().filter(other -> !other.id().equals(watch.id())).forEach(watches::add);
        return watches;
    }

    @Override
    public Optional<Effect> effect(Watch watch) {
        return with(watch)
                .map(changed -> PresentRoster.judge(installation.store(), changed))
                .map(judge -> installation.store().hits().preview(watch.id(), judge))
                .filter(preview -> preview.raised() > 0 || preview.lowered() > 0)
                .map(preview -> new Effect(preview.raised(), preview.lowered()));
    }

    @Override
    public Outcome person(Watch watch, boolean tell) {
        List<Watch> watches = first(watch, own().map(WatchedCase::watches).orElse(List.of()));
        Optional<WatchedCase> known = own().filter(own -> !own.watches().isEmpty());
        installation
                .store()
                .cases()
                .put(known.map(own -> own.with(watches)).orElseGet(() -> madeFor(watches)));
        installation.changed("watch");
        if (known.isPresent()) {
            installation.store().hits().rejudge(watch.id(), installation.roster().judge(), tell);
        }
        return new Outcome.Kept();
    }

    @Override
    public void add(Set<String> types) {
        List<SourceEntry> entries =
                Sources.types().stream()
                        .filter(type -> type.isReady() && types.contains(type.name()))
                        .filter(type ->
                                installation.store().sources().all().stream()
                                        .noneMatch(entry ->
                                                entry.active() && entry.type().equals(type.name())))
                        .map(type -> ReadySources.entry(installation, type))
                        .toList();
        if (!entries.isEmpty()) {
            installation.add(entries);
        }
    }

    @Override
    public Feed feed(String address) {
        Problems problems = new Problems();
        Json settings = Json.object().put("url", address).build();
        Optional<Source> source;
        try {
            source = Sources.build(new SourceId(FEED), FEED, Section.of(settings, problems));
        } catch (IllegalArgumentException e) {
            return new Feed.Refused(String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty()) {
            return new Feed.Refused(problems.all().getFirst().toString());
        }
        return source.flatMap(Installation::endpoint)
                .<Feed>map(endpoint -> new Feed.At(endpoint.host()))
                .orElseGet(() -> new Feed.Refused("url: names no host: check it"));
    }

    @Override
    public Look look(String address) {
        return switch (installation.look(URI.create(address.strip()))) {
            case FeedLook.Seen.Answered(Discovery.Found.Feed _) -> new Look.IsFeed();
            case FeedLook.Seen.Answered(Discovery.Found.Page page) ->
                    new Look.Names(
                            page.feeds().stream().map(link -> link.address().toString()).toList());
            case FeedLook.Seen.Answered(Discovery.Found.Nothing _) -> new Look.IsNone();
            case FeedLook.Seen.Silent _ -> new Look.Silent();
        };
    }

    @Override
    public Outcome addFeed(String address) {
        Json settings = Json.object().put("url", address).build();
        boolean isThere =
                installation.store().sources().all().stream()
                        .anyMatch(entry ->
                                entry.active()
                                        && entry.type().equals(FEED)
                                        && entry.settings().equals(settings));
        if (isThere) { // the form was sent twice
            return new Outcome.Kept();
        }
        SourceId id = installation.register().freeSourceId();
        Problems problems = new Problems();
        try {
            Sources.build(id, FEED, Section.of(settings, problems));
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems.all().getFirst().toString());
        }
        Type type = Sources.type(FEED).orElseThrow();
        installation.add(
                new SourceEntry(
                        id,
                        FEED,
                        Optional.empty(),
                        settings,
                        type.usualInterval(),
                        List.of(),
                        false,
                        true));
        return new Outcome.Kept();
    }

    @Override
    public Outcome addChannel(
            String type, Map<String, String> settings, Optional<Secret> passphrase) {
        boolean isRaising = own().filter(own -> !own.watches().isEmpty()).isPresent();
        Optional<Outcome> refused = isRaising ? refused(passphrase) : Optional.empty();
        if (refused.isPresent()) {
            return refused.get();
        }
        Json.Builder made = Json.object();
        settings.forEach(made::put);
        Json json =
                type.equals(PrivateFeedChannel.TYPE) ? PrivateFeedChannel.fresh() : made.build();
        boolean isThere =
                installation.store().channels().all().stream()
                        .anyMatch(entry ->
                                entry.active()
                                        && entry.confirmed().isEmpty()
                                        && entry.type().equals(type)
                                        && entry.settings().equals(json));
        if (isThere) { // the form was sent twice
            return new Outcome.Kept();
        }
        ChannelId id = installation.register().freeChannelId();
        ChannelEntry entry = new ChannelEntry(id, type, json, false, Optional.empty(), true);
        Problems problems = new Problems();
        Channels.build(id, type, Section.of(json, problems), installation.outbound());
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems.all().getFirst().toString());
        }
        installation.add(entry);
        return new Outcome.Kept();
    }

    @Override
    public Notice.Letter preview(ChannelId id) {
        return installation.pretend(id).letter();
    }

    @Override
    public boolean pretend(ChannelId id) {
        return installation.pretend(id).send() instanceof Delivery.Delivered;
    }

    @Override
    public Outcome confirm(ChannelId id, Optional<Secret> passphrase) {
        boolean isRaising = own().filter(own -> !own.watches().isEmpty()).isPresent();
        Optional<Outcome> refused = isRaising ? refused(passphrase) : Optional.empty();
        if (refused.isPresent()) {
            return refused.get();
        }
        installation.confirm(id);
        own().flatMap(own -> installation.store().hearings().of(own.id()))
                .filter(hearing -> hearing.how() != How.NOT_NOW)
                .filter(hearing ->
                        hearing.allChannels().noneMatch(tuned -> tuned.channel().equals(id)))
                .ifPresent(hearing -> {
                    List<Tuned> channels = new ArrayList<>(hearing.channels());
                    channels.add(HearingForm.discreet(id));
                    Choice.keep(
                            installation.store(),
                            ownId(),
                            HearingForm.by(hearing, channels),
                            clock.instant());
                    installation.changed("how to hear");
                });
        return new Outcome.Kept();
    }

    @Override
    public void remove(ChannelId id) {
        installation
                .store()
                .channels()
                .find(id)
                .ifPresent(entry -> installation.store().channels().put(entry.active(false)));
        installation.changed("channel");
    }

    @Override
    public void remove(SourceId id) {
        installation
                .store()
                .sources()
                .find(id)
                .ifPresent(entry -> installation.store().sources().put(entry.active(false)));
        installation.changed("source");
    }

    /// The schedule asks new places at once by itself; this takes up the change.
    @Override
    public void look() {
        installation.changed("source");
    }

    @Override
    public Outcome check(Secret passphrase) {
        return refused(Optional.of(passphrase)).orElseGet(Outcome.Kept::new);
    }

    @Override
    public Outcome changePassphrase(Secret now, Secret next) {
        try {
            installation.changePassphrase(now, next);
            return new Outcome.Kept();
        } catch (VaultException e) {
            return refused(e);
        }
    }

    @Override
    public void speak(Language language) {
        tongue.accept(language);
    }
}
