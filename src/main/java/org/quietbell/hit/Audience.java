package org.quietbell.hit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;

/// For whom a source that is asked for all it has is asked at one moment.
///
/// Thousands of feeds may serve the same thousands of watches, so one of these is made for all of
/// them and handed around: two are the same only if they are one. Immutable and safe for many
/// threads.
public final class Audience {
    private final Map<WatchId, Watch> watches;

    private Audience(Map<WatchId, Watch> watches) {
        this.watches = watches;
    }

    /// These watches, in this order.
    public static Audience of(List<Watch> watches) {
        Map<WatchId, Watch> byId = new LinkedHashMap<>();
        watches.forEach(watch -> byId.put(watch.id(), watch));
        return new Audience(byId);
    }

    /// Its watches, in order.
    public List<Watch> watches() {
        return List.copyOf(watches.values());
    }

    /// That watch, if it is among them.
    public Optional<Watch> find(WatchId id) {
        return Optional.ofNullable(watches.get(id));
    }

    /// Whether nobody is served.
    public boolean isEmpty() {
        return watches.isEmpty();
    }

    /// What a complete answer looks through: every query of every watch, and for each watch
    /// [Query.Everything], for what is recognised by a form that is no query.
    public Stream<Term> terms() {
        return watches.values().stream()
                .flatMap(watch ->
                        Stream.concat(Stream.of(new Query.Everything()), watch.queries().stream())
                                .map(query -> new Term(watch.id(), query)));
    }

    /// One query of a watch, whatever the source.
    public record Term(WatchId watch, Query query) {}
}
