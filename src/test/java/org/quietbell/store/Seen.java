package org.quietbell.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalRules;
import org.quietbell.hit.Collected;
import org.quietbell.hit.Provenance;
import org.quietbell.match.Match;
import org.quietbell.match.Reason;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;
import org.quietbell.source.Validators;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// A page as a source shows it at some moment, for tests that care about words and time.
record Seen(
        CaseId owner,
        WatchId watch,
        String address,
        String title,
        String snippet,
        Instant at,
        SourceId source,
        CanonicalRules rules) {
    static final SourceId SEARCH = new SourceId("meta");

    static Seen page(String address, String title, String snippet) {
        return new Seen(
                OpenedStore.JANE,
                OpenedStore.WATCH,
                address,
                title,
                snippet,
                OpenedStore.NOW,
                SEARCH,
                CanonicalRules.STANDARD);
    }

    Seen at(Instant moment) {
        return new Seen(owner, watch, address, title, snippet, moment, source, rules);
    }

    Seen after(Duration later) {
        return at(at.plus(later));
    }

    Seen from(SourceId other) {
        return new Seen(owner, watch, address, title, snippet, at, other, rules);
    }

    Seen titled(String other) {
        return new Seen(owner, watch, address, other, snippet, at, source, rules);
    }

    Seen of(CaseId other) {
        return new Seen(
                other, new WatchId(other.value()), address, title, snippet, at, source, rules);
    }

    Seen by(CanonicalRules other) {
        return new Seen(owner, watch, address, title, snippet, at, source, other);
    }

    Candidate candidate() {
        Finding finding =
                new Finding(
                        "guid-" + address,
                        title,
                        snippet,
                        address,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Match match =
                new Match(
                        watch,
                        80,
                        List.of(new Reason("exact-name", List.of("Jane Doe"), 80)),
                        Set.of(OpenedStore.NAME));
        Receipt receipt =
                new Receipt(
                        "https://search.example/?q=Jane",
                        "test/1",
                        at,
                        "0".repeat(64),
                        Optional.empty());
        return new Candidate(
                owner,
                finding,
                match,
                rules.of(source, finding),
                new Provenance(source, receipt, "2026-11-22T08:00:00Z[UTC]", "b1"),
                false);
    }

    /// The answer of a search for her name that shows these pages.
    static Collected search(Seen... pages) {
        return answer(OpenedStore.NAME, true, pages);
    }

    static Collected answer(Query query, boolean complete, Seen... pages) {
        SourceId source = pages.length == 0 ? SEARCH : pages[0].source();
        Optional<WatchId> watch =
                query instanceof Query.Everything
                        ? Optional.empty()
                        : Optional.of(OpenedStore.WATCH);
        return new Collected(
                source,
                watch,
                query,
                Validators.NONE,
                Arrays.stream(pages).map(Seen::candidate).toList(),
                Set.of(),
                Optional.empty(),
                complete);
    }
}
