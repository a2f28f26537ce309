package org.quietbell.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.hit.HitId;

/// Gathers what is held, by cause. For one decision, in one thread.
final class HeldHits {
    private record Why(Cause cause, Optional<Instant> until, boolean missed) {}

    private final Map<Why, List<HitId>> hits = new LinkedHashMap<>();

    void hold(Owed owed, Cause cause, Optional<Instant> until, boolean missed) {
        hits.computeIfAbsent(new Why(cause, until, missed), _ -> new ArrayList<>()).add(owed.hit());
    }

    void holdAll(List<Owed> all, Cause cause) {
        all.forEach(owed -> hold(owed, cause, Optional.empty(), false));
    }

    List<Decision.Held> held() {
        return hits.entrySet().stream()
                .map(entry ->
                        new Decision.Held(
                                entry.getValue(),
                                entry.getKey().cause(),
                                entry.getKey().until(),
                                entry.getKey().missed()))
                .toList();
    }
}
