package org.quietbell.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.config.Problems;
import org.quietbell.config.Section;
import org.quietbell.http.Endpoint;
import org.quietbell.json.Json;
import org.quietbell.source.Charge;
import org.quietbell.source.Source;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.source.Sources;
import org.quietbell.source.Type;
import org.quietbell.web.Changes;
import org.quietbell.web.PlaceChanges;
import org.quietbell.words.Words;

/// Places that are asked, for the pages, as `source add` and `source list` do.
record PagePlaces(Installation installation, InstantSource clock, ZoneId zone, Words words)
        implements PlaceChanges {
    /// Stands for a secret that was not given yet, where only the host is to be known.
    private static final String NOT_YET = "not-given-yet";

    @Override
    public List<String> tempo(SourceEntry entry) {
        Instant now = clock.instant();
        List<String> said = new ArrayList<>();
        new SourceLines(installation.rhythm().all(), words, zone, now)
                .tempo(entry)
                .ifPresent(line -> said.add(words.say("page.place.often", line)));
        List<Charge> charges = Charge.of(entry);
        if (charges.stream().anyMatch(charge -> !charge.budgets().isEmpty())) {
            said.add(
                    installation
                            .store()
                            .sourceStates()
                            .free(charges, now)
                            .map(until ->
                                    words.say(
                                            "page.place.budget.until",
                                            words.moment(until, zone, now)))
                            .orElseGet(() -> words.say("page.place.budget.left")));
        }
        return said;
    }

    @Override
    public Changes.Feed host(String type, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        Sources.type(type)
                .ifPresent(known ->
                        known.needs().stream()
                                .filter(known.secrets()::contains)
                                .filter(key -> !key.equals("url"))
                                .forEach(key -> all.putIfAbsent(key, NOT_YET)));
        Problems problems = new Problems();
        Optional<Source> source;
        try {
            source = Sources.build(new SourceId("place"), type, section(all, problems));
        } catch (IllegalArgumentException e) {
            return new Changes.Feed.Refused(String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty()) {
            return new Changes.Feed.Refused(problems.all().getFirst().toString());
        }
        return source.<Changes.Feed>map(built ->
                        new Changes.Feed.At(
                                Installation.endpoint(built).map(Endpoint::host).orElse(type)))
                .orElseGet(() -> new Changes.Feed.Refused("type: there is none of that name"));
    }

    private static Section section(Map<String, String> settings, Problems problems) {
        return Section.of(json(settings), problems);
    }

    private static Json json(Map<String, String> settings) {
        Json.Builder json = Json.object();
        settings.forEach(json::put);
        return json.build();
    }

    @Override
    public Changes.Outcome add(String type, Map<String, String> settings) {
        Json json = json(settings);
        boolean isThere =
                installation.store().sources().all().stream()
                        .anyMatch(entry ->
                                entry.active()
                                        && entry.type().equals(type)
                                        && entry.settings().equals(json));
        if (isThere) { // the form was sent twice
            return new Changes.Outcome.Kept();
        }
        SourceId id = installation.register().freeSourceId();
        Problems problems = new Problems();
        Optional<Source> source;
        try {
            source = Sources.build(id, type, section(settings, problems));
        } catch (IllegalArgumentException e) {
            return new Changes.Outcome.Refused(String.valueOf(e.getMessage()));
        }
        Optional<Type> known = Sources.type(type);
        if (!problems.isEmpty()) {
            return new Changes.Outcome.Refused(problems.all().getFirst().toString());
        }
        if (source.isEmpty() || known.isEmpty()) {
            return new Changes.Outcome.Refused("type: there is none of that name");
        }
        installation.add(
                new SourceEntry(
                        id,
                        type,
                        Optional.empty(),
                        json,
                        SourceCommands.interval(known.get(), Optional.empty()),
                        List.of(),
                        false,
                        true));
        return new Changes.Outcome.Kept();
    }
}
