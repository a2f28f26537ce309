package org.quietbell.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.Candidate;
import org.quietbell.hit.CanonicalAddress;
import org.quietbell.hit.Collected;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Pair;
import org.quietbell.hit.Provenance;
import org.quietbell.match.Match;
import org.quietbell.match.Matter;
import org.quietbell.match.Reason;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Decision;
import org.quietbell.notice.Level;
import org.quietbell.notice.Notice;
import org.quietbell.notice.NoticeId;
import org.quietbell.notice.RecipientId;
import org.quietbell.source.Finding;
import org.quietbell.source.Receipt;
import org.quietbell.source.SourceId;
import org.quietbell.source.Validators;
import org.quietbell.vault.Key;
import org.quietbell.vault.Vault;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Consent;
import org.quietbell.watch.Details;
import org.quietbell.watch.Handle;
import org.quietbell.watch.Query;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;

/// A real store on a real file, and what tests put into it.
record OpenedStore(DataFolder folder, Vault vault, Store store) implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");
    static final Key KEY = new Key.Raw(filled(7));
    static final CaseId JANE = new CaseId("case-17");
    static final CaseId OTHER = new CaseId("case-18");
    static final WatchId WATCH = new WatchId("case-17");
    static final SourceId NEWS = new SourceId("news");
    static final Query NAME = new Query.Phrase("Jane Doe");
    static final ChannelId POST = new ChannelId("post");
    static final RecipientId SELF = RecipientId.SELF;

    static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static OpenedStore in(Path path) {
        DataFolder folder = DataFolder.claim(path);
        try {
            Vault vault =
                    Vault.exists(folder.path())
                            ? Vault.open(folder.path(), KEY)
                            : Vault.create(folder.path(), KEY);
            return new OpenedStore(folder, vault, Store.open(folder, vault, () -> NOW));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /// The same, with two cases in it.
    static OpenedStore withCases(Path path) {
        OpenedStore opened = in(path);
        opened.store().cases().put(person(JANE, "Jane Doe"));
        opened.store().cases().put(person(OTHER, "Joan Roe"));
        return opened;
    }

    static WatchedCase person(CaseId id, String name) {
        Watch watch =
                new Watch(
                        new WatchId(id.value()),
                        id,
                        name,
                        List.of("Jane Roe"),
                        List.of(Handle.parse("@JaneDoe"), Handle.parse("github.com/jdoe")),
                        List.of("Halifax"),
                        List.of("footballer"),
                        List.of("Jane Smith"),
                        new Details(
                                List.of("1 Quiet Lane"),
                                List.of("555-0100"),
                                List.of("a@b.example")));
        Consent consent =
                new Consent(
                        "self",
                        LocalDate.parse("2026-11-01"),
                        Optional.empty(),
                        Set.of("news", "meta"),
                        Set.of("post"),
                        Map.of());
        return new WatchedCase(id, consent, List.of(watch), true, true);
    }

    static Candidate candidate(String address, int score, boolean baseline) {
        return candidate(JANE, address, score, baseline);
    }

    static Candidate candidate(CaseId owner, String address, int score, boolean baseline) {
        Finding finding =
                new Finding(
                        "guid-" + address,
                        "Title of " + address,
                        "Snippet of " + address,
                        "https://" + address,
                        1,
                        Optional.of("en"),
                        Optional.of(Instant.parse("2026-11-20T00:00:00Z")),
                        Optional.of("Fri, 20 Nov 2026 00:00:00 GMT"));
        Match match =
                new Match(
                        new WatchId(owner.value()),
                        score,
                        List.of(new Reason("exact-name", List.of("Jane Doe"), score)),
                        Set.of(NAME));
        Receipt receipt =
                new Receipt(
                        "https://feeds.example/a.xml?q=Jane",
                        "feed/1",
                        NOW,
                        "0".repeat(64),
                        Optional.of(Duration.ofSeconds(-2)));
        return new Candidate(
                owner,
                finding,
                match,
                new CanonicalAddress(1, address),
                new Provenance(NEWS, receipt, "2026-11-22T08:00:00-04:00[America/Halifax]", "b1"),
                baseline);
    }

    static Collected answer(Candidate... candidates) {
        return answer(Set.of(), candidates);
    }

    static Collected answer(Set<Pair> closes, Candidate... candidates) {
        return new Collected(
                NEWS,
                Optional.empty(),
                new Query.Everything(),
                Validators.NONE,
                List.of(candidates),
                closes);
    }

    /// Keeps one hit for each address, of score 80.
    List<HitId> hits(String... addresses) {
        List<Candidate> candidates = new ArrayList<>();
        for (String address : addresses) {
            candidates.add(candidate(address, 80, false));
        }
        return store.hits().keep(answer(candidates.toArray(Candidate[]::new))).fresh();
    }

    /// Keeps one hit that says this beyond a name.
    HitId hit(String address, Set<Matter> matters) {
        Candidate plain = candidate(address, 80, false);
        Match match = plain.match();
        Match says =
                new Match(match.watch(), match.score(), match.reasons(), match.terms(), matters);
        Candidate candidate =
                new Candidate(
                        plain.caseId(),
                        plain.finding(),
                        says,
                        plain.address(),
                        plain.provenance(),
                        plain.baseline());
        return store.hits().keep(answer(candidate)).fresh().getFirst();
    }

    static Decision notice(String id, List<HitId> hits, ChannelId... channels) {
        return notice(id, SELF, hits, channels);
    }

    static Decision notice(
            String id, RecipientId recipient, List<HitId> hits, ChannelId... channels) {
        List<Notice.Letter> letters = new ArrayList<>();
        for (ChannelId channel : channels) {
            letters.add(
                    new Notice.Letter(channel, Level.DISCREET, "A note", "There is something."));
        }
        return new Decision(
                Optional.of(new Notice(new NoticeId(id), JANE, recipient, NOW, letters, hits)),
                List.of());
    }

    /// How many rows a table has, seen through a door of its own.
    int rows(String table) {
        try (Connection connection = store.quartzConnections().getConnection()) {
            return new Session(connection)
                    .first("SELECT COUNT(*) FROM " + table, row -> row.getInt(1))
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        vault.close();
        folder.close();
    }
}
