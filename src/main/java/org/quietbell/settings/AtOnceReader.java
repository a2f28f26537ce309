package org.quietbell.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Section;
import org.quietbell.match.Matter;
import org.quietbell.notice.AtOnce;
import org.quietbell.notice.Ceiling;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.RecipientId;
import org.quietbell.notice.Tuned;
import org.quietbell.watch.Details;
import org.quietbell.watch.Watch;

/// Reads `at-once` of `hear`: `{ when: [address, phone, meeting], to: self, channels: [post] }`.
final class AtOnceReader {
    private AtOnceReader() {}

    /// @param channels as they were read from the same section
    /// @param helper whom she named
    /// @param watch whose details are compared
    /// @return empty if something is wrong
    static Optional<AtOnce> read(
            Section section,
            List<Tuned> channels,
            Optional<Hearing.Helper> helper,
            Optional<Watch> watch) {
        List<Matter> when = section.parsedAll("when", OneOf.of(Matter.class));
        if (section.texts("when").isEmpty()) {
            section.problem("when", "is missing: name address, phone or meeting");
        }
        Details details = watch.map(Watch::details).orElse(Details.none());
        if (watch.isPresent() && when.contains(Matter.ADDRESS) && details.addresses().isEmpty()) {
            section.problem("when", "has address, but details of the watch has no addresses");
        }
        if (watch.isPresent() && when.contains(Matter.PHONE) && details.phones().isEmpty()) {
            section.problem("when", "has phone, but details of the watch has no phones");
        }
        RecipientId to = section.text("to").map(RecipientId::new).orElse(RecipientId.SELF);
        if (!to.equals(RecipientId.SELF) && helper.filter(h -> h.id().equals(to)).isEmpty()) {
            section.problem("to", "must be self, or the id of the helper");
        }
        Ceiling ceiling =
                CeilingReader.read(section, AtOnce.USUAL_CEILING.perDay())
                        .orElse(AtOnce.USUAL_CEILING);
        section.finish();
        if (when.isEmpty() || channels.isEmpty()) {
            return Optional.empty();
        }
        Set<Matter> matters = EnumSet.copyOf(when);
        return Optional.of(new AtOnce(matters, to, channels, ceiling));
    }
}
