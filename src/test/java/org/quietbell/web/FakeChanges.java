package org.quietbell.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Secret;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Level;
import org.quietbell.notice.Notice;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Language;

/// Keeps in memory what the pages change, and can be told to ask for the passphrase.
final class FakeChanges implements Changes, HelperChanges {
    final Map<HitId, Label> labels = new LinkedHashMap<>();
    final List<String> deeds = new ArrayList<>();
    volatile Optional<WatchedCase> own = Optional.of(FakeInside.watchedCase());
    volatile boolean asksPassphrase;
    volatile Optional<Effect> effect = Optional.empty();
    volatile Look answers = new Look.IsFeed();
    volatile java.util.function.Consumer<Language> tongue = _ -> {};
    final Map<HitId, Instant> recorded = new LinkedHashMap<>();
    private final FakeInside inside;

    FakeChanges(FakeInside inside) {
        this.inside = inside;
    }

    private Outcome outcome(Optional<Secret> passphrase) {
        if (!asksPassphrase) {
            return new Outcome.Kept();
        }
        if (passphrase.isEmpty()) {
            return new Outcome.AsksPassphrase();
        }
        return passphrase.get().reveal().equals(FakeDesk.PASSPHRASE)
                ? new Outcome.Kept()
                : new Outcome.WrongPassphrase();
    }

    @Override
    public boolean record(HitId id) {
        Optional<Hit> there = inside.hits.stream().filter(hit -> hit.id().equals(id)).findFirst();
        there.filter(hit -> hit.finding().isPresent())
                .ifPresent(hit -> {
                    recorded.putIfAbsent(id, Instant.parse("2026-11-22T11:00:00Z"));
                    inside.record.enter(hit);
                });
        return there.isPresent();
    }

    @Override
    public Optional<Instant> recorded(HitId id) {
        return Optional.ofNullable(recorded.get(id));
    }

    @Override
    public boolean label(HitId id, Label label, boolean rule) {
        labels.put(id, label);
        if (rule) {
            deeds.add("rule");
        }
        inside.hits.replaceAll(hit -> hit.id().equals(id) ? labelled(hit, label) : hit);
        return true;
    }

    private static Hit labelled(Hit hit, Label label) {
        return new Hit(
                hit.id(),
                hit.caseId(),
                hit.watch(),
                hit.source(),
                hit.firstSeen(),
                hit.lastSeen(),
                hit.sightings(),
                hit.band(),
                hit.score(),
                hit.reasons(),
                hit.baseline(),
                label,
                label == Label.NOT_ME ? Optional.empty() : hit.finding(),
                hit.provenance(),
                hit.group(),
                hit.listing());
    }

    @Override
    public Optional<Rule> rule(HitId id) {
        return Optional.of(new Rule("forum.example.org", 0, 2));
    }

    @Override
    public Optional<WatchedCase> own() {
        return own;
    }

    @Override
    public CaseId ownId() {
        return FakeInside.CASE;
    }

    @Override
    public WatchId watchId() {
        return new WatchId("case-17");
    }

    @Override
    public Outcome hear(Hearing hearing, Optional<Secret> passphrase) {
        Outcome outcome = outcome(passphrase);
        if (outcome instanceof Outcome.Kept) {
            inside.hearing = Optional.of(hearing);
        }
        return outcome;
    }

    @Override
    public Optional<Effect> effect(Watch watch) {
        return effect;
    }

    @Override
    public Outcome person(Watch watch, boolean tell) {
        deeds.add(tell ? "person, told" : "person");
        own = Optional.of(FakeInside.watchedCase().with(List.of(watch)));
        return new Outcome.Kept();
    }

    @Override
    public void add(Set<String> types) {
        types.stream().sorted().forEach(type -> deeds.add("add " + type));
    }

    @Override
    public Feed feed(String address) {
        return address.startsWith("http")
                ? new Feed.At(java.net.URI.create(address).getHost())
                : new Feed.Refused("url: must be a web address");
    }

    @Override
    public Look look(String address) {
        deeds.add("look at " + address);
        return answers;
    }

    @Override
    public Outcome addFeed(String address) {
        deeds.add("feed " + address);
        return address.startsWith("http")
                ? new Outcome.Kept()
                : new Outcome.Refused("url: must be a web address");
    }

    @Override
    public Outcome addChannel(
            String type, Map<String, String> settings, Optional<Secret> passphrase) {
        Outcome outcome = outcome(passphrase);
        if (outcome instanceof Outcome.Kept) {
            deeds.add("channel " + type);
        }
        return outcome;
    }

    @Override
    public Notice.Letter preview(ChannelId id) {
        return new Notice.Letter(id, Level.DISCREET, "Your notes", "Your notes are saved for you.");
    }

    @Override
    public Outcome name(Hearing.Helper helper, boolean standsIn, Optional<Secret> passphrase) {
        Outcome outcome = outcome(passphrase);
        if (outcome instanceof Outcome.Kept) {
            Hearing before = inside.hearing.orElseThrow();
            inside.hearing =
                    Optional.of(
                            standsIn
                                    ? before.covered(Optional.of(helper))
                                    : before.heardFirstBy(helper));
        }
        return outcome;
    }

    @Override
    public void end(boolean standsIn) {
        inside.hearing =
                inside.hearing.map(before ->
                        standsIn ? before.covered(Optional.empty()) : before.withoutHelper());
    }

    @Override
    public boolean pretend(ChannelId id) {
        deeds.add("pretend");
        return true;
    }

    @Override
    public Outcome confirm(ChannelId id, Optional<Secret> passphrase) {
        Outcome outcome = outcome(passphrase);
        if (outcome instanceof Outcome.Kept) {
            deeds.add("confirm " + id);
        }
        return outcome;
    }

    @Override
    public void remove(ChannelId id) {
        deeds.add("remove " + id);
    }

    @Override
    public void remove(SourceId id) {
        deeds.add("remove " + id);
    }

    @Override
    public Outcome check(Secret passphrase) {
        return passphrase.reveal().equals(inside.passphrase)
                ? new Outcome.Kept()
                : new Outcome.WrongPassphrase();
    }

    @Override
    public Outcome changePassphrase(Secret now, Secret next) {
        Outcome outcome = check(now);
        if (outcome instanceof Outcome.Kept) {
            inside.passphrase = next.reveal();
        }
        return outcome;
    }

    @Override
    public void look() {
        deeds.add("look");
    }

    @Override
    public void speak(Language language) {
        deeds.add("speak " + language.tag());
        tongue.accept(language);
    }
}
