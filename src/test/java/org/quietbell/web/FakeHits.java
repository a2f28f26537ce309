package org.quietbell.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quietbell.hit.AddressRules;
import org.quietbell.hit.Audience;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Hit;
import org.quietbell.hit.HitFilter;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Hits;
import org.quietbell.hit.Kept;
import org.quietbell.hit.Label;
import org.quietbell.hit.Rejudged;
import org.quietbell.hit.Settled;
import org.quietbell.match.Band;
import org.quietbell.match.Judge;
import org.quietbell.match.Labelled;
import org.quietbell.source.SourceId;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// What was found, newest first; it can be read only.
record FakeHits(List<Hit> hits) implements Hits {
    @Override
    public Kept keep(Collected answer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Settled settled(SourceId source, Query asked, Audience audience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void each(HitFilter filter, Consumer<Hit> consumer) {
        hits.forEach(consumer);
    }

    @Override
    public Map<WatchId, Labelled> labelled() {
        return Map.of();
    }

    @Override
    public Rejudged preview(WatchId watch, Judge judge) {
        throw new UnsupportedOperationException("no page asks for it");
    }

    @Override
    public Rejudged rejudge(WatchId watch, Judge judge, boolean tell) {
        throw new UnsupportedOperationException("no page asks for it");
    }

    @Override
    public void use(AddressRules rules) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Hit> page(HitFilter filter, Optional<HitId> after, int most) {
        int from = after.map(id -> hits.stream().map(Hit::id).toList().indexOf(id) + 1).orElse(0);
        return hits.stream()
                .skip(from)
                .filter(hit -> hit.band().isAtLeast(filter.band().orElse(Band.POSSIBLE)))
                .filter(hit -> filter.state().map(hit.state()::equals).orElse(true))
                .limit(most)
                .toList();
    }

    @Override
    public boolean anyFresh(Instant from, Instant to, Band band) {
        return hits.stream()
                .filter(hit -> !hit.baseline() && hit.band().isAtLeast(band))
                .anyMatch(hit -> !hit.firstSeen().isBefore(from) && hit.firstSeen().isBefore(to));
    }

    @Override
    public int groupSize(HitId group) {
        return (int) hits.stream().filter(hit -> hit.group().equals(group)).count();
    }

    @Override
    public Optional<Hit> find(HitId id) {
        return hits.stream().filter(hit -> hit.id().equals(id)).findFirst();
    }

    @Override
    public boolean label(HitId id, Label label, Instant at) {
        throw new UnsupportedOperationException();
    }
}
