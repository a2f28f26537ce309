package org.quietbell.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Section;
import org.quietbell.notice.WrittenTime;
import org.quietbell.watch.Consent;

/// Reads a case's `consent`.
final class ConsentReader {
    /// How long a consent given for somebody else holds unless it says (R5.1).
    static final int USUAL_DAYS = 90;

    /// Fields that state something, which must be so.
    private static final Set<String> STATEMENTS =
            Set.of("services-do-not-depend", "right-to-withdraw", "not-the-person-causing-harm");

    private final String caseId;
    private final Map<String, Optional<String>> sourceOwners;
    private final Set<String> channelIds;

    /// @param sourceOwners every source by id, with the case that it belongs to
    ConsentReader(
            String caseId, Map<String, Optional<String>> sourceOwners, Set<String> channelIds) {
        this.caseId = caseId;
        this.sourceOwners = sourceOwners;
        this.channelIds = channelIds;
    }

    /// @param zone in which its last day ends: a consent holds until its end's day begins there
    /// @return empty if something is wrong
    Optional<Consent> read(Section consent, ZoneId zone) {
        String by = consent.required("by");
        Optional<LocalDate> given = consent.required("given", WrittenTime::date);
        Optional<LocalDate> end = consent.parsed("end", WrittenTime::date);
        if (given.isPresent() && end.isPresent() && !end.get().isAfter(given.get())) {
            consent.problem("end", "must be after given");
        }
        if (!consent.has("sources")) {
            consent.problem("sources", "is missing: name the sources that may be asked");
        }
        Set<String> sources = new HashSet<>(consent.parsedAll("sources", this::source));
        Set<String> channels = new HashSet<>(consent.parsedAll("channels", this::channel));
        boolean bySelf = by.equals("self");
        Map<String, String> record = bySelf ? Map.of() : record(consent);
        consent.finish();
        if (given.isEmpty() || !consent.problems().isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> last =
                bySelf ? end : end.or(() -> Optional.of(given.get().plusDays(USUAL_DAYS)));
        Optional<Instant> ends = last.map(day -> day.atStartOfDay(zone).toInstant());
        return Optional.of(new Consent(by, given.get(), ends, sources, channels, record));
    }

    private String source(String id) {
        Optional<String> owner = sourceOwners.get(id);
        if (owner == null) {
            throw new IllegalArgumentException("there is no source of that id");
        }
        if (owner.isPresent() && !owner.get().equals(caseId)) {
            throw new IllegalArgumentException("that source belongs to another case");
        }
        return id;
    }

    private String channel(String id) {
        if (!channelIds.contains(id)) {
            throw new IllegalArgumentException("there is no channel of that id");
        }
        return id;
    }

    private static Map<String, String> record(Section consent) {
        Map<String, String> record = new HashMap<>();
        for (String field : Consent.FIELDS) {
            String text = consent.required(field);
            record.put(field, text);
            if (STATEMENTS.contains(field)
                    && List.of("no", "false").contains(text.toLowerCase(Locale.ROOT))) {
                consent.problem(field, "must be true: without that there is no consent");
            }
        }
        return record;
    }
}
