package org.quietbell.pipeline;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// Cases beside that of Alma Ashbrook, of people who are looked for by their name alone.
final class SomebodyElse {
    private SomebodyElse() {}

    /// With her consent for these sources.
    ///
    /// @param watches one for each of these ids; none: one that is called as the case is
    static WatchedCase called(String name, String id, Set<String> sources, String... watches) {
        CaseId caseId = new CaseId(id);
        List<Watch> looked =
                Arrays.stream(watches.length == 0 ? new String[] {id} : watches)
                        .map(watch -> watch(name, caseId, watch))
                        .toList();
        Consent self =
                new Consent(
                        "self",
                        World.NOW.atZone(ZoneOffset.UTC).toLocalDate(),
                        Optional.empty(),
                        sources,
                        Set.of(),
                        Map.of());
        return new WatchedCase(caseId, self, looked, false, true);
    }

    private static Watch watch(String name, CaseId caseId, String id) {
        return new Watch(
                new WatchId(id),
                caseId,
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Details.none());
    }
}
