package org.quietbell.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.quietbell.channel.ChannelEntry;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Level;
import org.quietbell.store.Store;
import org.quietbell.watch.CaseId;

/// At which level people hear by a channel at this moment: the least of them, if one channel serves
/// a person and whoever hears before her.
record PresentLevels(Store store, InstantSource clock) {
    /// [Level#DISCREET] at least; that too where nothing is chosen.
    Level of(String caseId, ChannelId channel) {
        Instant now = clock.instant();
        Optional<Instant> confirmed =
                store.channels().find(channel).flatMap(ChannelEntry::confirmed);
        Optional<Hearing> hearing =
                caseId.isEmpty() ? Optional.empty() : store.hearings().of(new CaseId(caseId));
        return hearing.stream()
                .flatMap(h -> Stream.concat(h.channels().stream(), h.helperChannels().stream()))
                .filter(tuned -> tuned.channel().equals(channel))
                .map(tuned -> tuned.levelAt(confirmed, now))
                .filter(level -> level != Level.SILENT)
                .min(Comparator.naturalOrder())
                .orElse(Level.DISCREET);
    }
}
