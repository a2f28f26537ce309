package org.quietbell.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Section;
import org.quietbell.source.SourceEntry;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;

/// Reads `sources`, and sees to what an entry cannot know: that its id is its own and its case
/// there.
final class SourcesReader {
    private final OwnKeys ownKeys;
    private final Set<String> caseIds;
    private final Map<String, Optional<String>> owners = new HashMap<>();
    private final Ids ids = new Ids();

    SourcesReader(OwnKeys ownKeys, Set<String> caseIds) {
        this.ownKeys = ownKeys;
        this.caseIds = caseIds;
    }

    List<SourceEntry> read(List<Section> sections) {
        List<SourceEntry> entries = new ArrayList<>();
        for (Section section : sections) {
            ids.read(section, SourceId::new);
            Optional<String> owner = section.parsed("case", CaseId::new).map(CaseId::value);
            if (owner.isPresent() && !caseIds.contains(owner.get())) {
                section.problem("case", "there is no case of that id");
            }
            section.text("id").ifPresent(id -> owners.putIfAbsent(id, owner));
            ownKeys.source(section).ifPresent(entries::add);
        }
        return entries;
    }

    /// Every source by id, with the case that it belongs to, if it belongs to one.
    Map<String, Optional<String>> owners() {
        return Map.copyOf(owners);
    }
}
