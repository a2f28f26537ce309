package org.quietbell.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Section;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.WrittenTime;
import org.quietbell.settings.Settings.CaseSettings;
import org.quietbell.settings.Settings.Profile;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchedCase;

/// Reads `cases`.
final class CaseReader {
    /// How many people a personal installation may look for (R2.16).
    static final int MOST_PERSONAL = 3;

    private final Ids ids = new Ids();
    private final Map<String, Optional<String>> sourceOwners;
    private final Set<String> channelIds;

    CaseReader(Map<String, Optional<String>> sourceOwners, Set<String> channelIds) {
        this.sourceOwners = sourceOwners;
        this.channelIds = channelIds;
    }

    List<CaseSettings> readAll(List<Section> sections, Profile profile) {
        if (profile == Profile.PERSONAL && sections.size() > MOST_PERSONAL) {
            sections.get(MOST_PERSONAL)
                    .problem(
                            "",
                            "a personal installation looks for at most three people: remove this"
                                    + " one, or write profile: agency if each has agreed");
        }
        List<CaseSettings> cases = new ArrayList<>();
        for (Section section : sections) {
            read(section).ifPresent(cases::add);
        }
        return cases;
    }

    private Optional<CaseSettings> read(Section section) {
        Optional<CaseId> id = ids.read(section, CaseId::new);
        if (!section.has("consent")) {
            section.problem(
                    "consent",
                    "is missing: nobody is looked for without it; say when it was given, by whom,"
                            + " and for which sources and channels");
        }
        if (!section.has("watch")) {
            section.problem("watch", "is missing: say what is looked for");
        }
        Section consentKeys = section.sectionOrEmpty("consent");
        Section hearKeys = section.sectionOrEmpty("hear");
        ZoneId zone = hearKeys.parsed("zone", WrittenTime::zone).orElse(ZoneOffset.UTC);
        Optional<Consent> consent =
                section.has("consent")
                        ? new ConsentReader(section.text("id", ""), sourceOwners, channelIds)
                                .read(consentKeys, zone)
                        : Optional.empty();
        Optional<Watch> watch =
                section.section("watch").flatMap(keys -> WatchReader.read(keys, id));
        Optional<Hearing> hearing =
                section.section("hear")
                        .flatMap(keys ->
                                new HearingReader(
                                                channelIds,
                                                Set.copyOf(consentKeys.texts("channels")),
                                                watch)
                                        .read(keys));
        section.finish();
        if (id.isEmpty() || consent.isEmpty() || watch.isEmpty()) {
            return Optional.empty();
        }
        WatchedCase watchedCase =
                new WatchedCase(id.get(), consent.get(), List.of(watch.get()), true, true);
        return Optional.of(new CaseSettings(watchedCase, hearing));
    }
}
