package org.quietbell.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Hit;
import org.quietbell.hit.Provenance;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;

/// What the program itself can say of a page that was found (R3.1): nobody's words but the
/// source's.
///
/// A field that would be empty is not there: the source said nothing.
public final class FoundFields {
    /// Those that say what the page is, or lead to it.
    static final List<String> OF_THE_PAGE =
            List.of(
                    "address",
                    "address-unwrapped",
                    "asked",
                    "claimed-date",
                    "host",
                    "item",
                    "language",
                    "published",
                    "reasons",
                    "snippet",
                    "title");

    /// Those that quote it (R3.12).
    public static final List<String> QUOTED = List.of("title", "snippet");

    private FoundFields() {}

    /// The draft of an entry; empty if what was found is erased.
    ///
    /// @param instance what tells this installation from others, without saying whose it is
    public static Optional<Draft> of(Hit hit, String instance) {
        if (hit.finding().isEmpty() || hit.provenance().isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> fields = new TreeMap<>();
        ofFinding(fields, hit.finding().get());
        ofProvenance(fields, hit.provenance().get());
        put(fields, "hit", hit.id().value());
        put(fields, "watch", hit.watch().value());
        put(fields, "first-seen", hit.firstSeen().toString());
        put(fields, "band", hit.band().word());
        put(fields, "score", String.valueOf(hit.score()));
        put(
                fields,
                "reasons",
                hit.reasons().stream().map(FoundFields::text).collect(Collectors.joining("; ")));
        put(fields, "there-from-the-start", hit.baseline() ? "yes" : "no");
        put(fields, "same-text-as", hit.group().equals(hit.id()) ? "" : hit.group().value());
        put(fields, "instance", instance);
        return Optional.of(new Draft(Kind.FOUND, Optional.empty(), fields));
    }

    private static void ofFinding(SortedMap<String, String> fields, Finding finding) {
        String address = finding.address();
        put(fields, "address", address);
        put(fields, "address-unwrapped", CanonicalRules.unwrap(address).orElse(address));
        put(fields, "host", CanonicalRules.site(address));
        put(fields, "title", finding.title());
        put(fields, "snippet", finding.snippet());
        put(fields, "item", finding.item());
        put(fields, "rank", String.valueOf(finding.rank()));
        put(fields, "language", finding.language().orElse(""));
        put(fields, "published", finding.published().map(Instant::toString).orElse(""));
        put(fields, "claimed-date", finding.claimed().orElse(""));
    }

    private static void ofProvenance(SortedMap<String, String> fields, Provenance provenance) {
        Receipt receipt = provenance.receipt();
        put(fields, "source", provenance.source().value());
        put(fields, "connector", receipt.connector());
        put(fields, "asked", receipt.asked());
        put(fields, "answered-at", receipt.at().toString());
        put(fields, "answer-sha256", receipt.digest());
        put(fields, "first-seen-local", provenance.firstSeenLocal());
        put(
                fields,
                "clock-source",
                receipt.clockOffset().isPresent() ? "system, compared with the source" : "system");
        put(fields, "clock-offset", receipt.clockOffset().map(Object::toString).orElse(""));
        put(fields, "program", provenance.build());
    }

    private static String text(Reason reason) {
        String details = String.join(", ", reason.details());
        return reason.key() + (details.isEmpty() ? "" : ": " + details);
    }

    private static void put(SortedMap<String, String> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }
}
