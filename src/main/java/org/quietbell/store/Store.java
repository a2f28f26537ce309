package org.quietbell.store;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.quartz.utils.ConnectionProvider;
import org.quietbell.action.Reports;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.channel.FeedShelf;
import org.quietbell.evidence.EvidenceLog;
import org.quietbell.evidence.SavedPages;
import org.quietbell.hit.Hits;
import org.quietbell.hit.OtherSites;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.LinkUses;
import org.quietbell.notice.NoticeLog;
import org.quietbell.people.PageChoices;
import org.quietbell.people.SecondSteps;
import org.quietbell.source.SourceEntries;
import org.quietbell.source.SourceStates;
import org.quietbell.store.StoreException.Kind;
import org.quietbell.vault.Vault;
import org.quietbell.watch.Cases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that is kept, in one encrypted file. Safe for many threads.
///
/// Every method of what it hands out throws [StoreException] when the database cannot do what it
/// should. Moments are kept to the microsecond.
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Database database;
    private final Cases cases;
    private final SourceEntries sources;
    private final StoredSourceStates sourceStates;
    private final Hits hits;
    private final SavedPages savedPages;
    private final OtherSites otherSites;
    private final StoredHearings hearings;
    private final StoredNoticeLog notices;
    private final ChannelEntries channels;
    private final LinkUses linkUses;
    private final FeedShelf feedShelf;
    private final Journal journal;
    private final EvidenceLog evidence;
    private final Reports reports;
    private final PageChoices pageChoices;
    private final SecondSteps secondSteps;

    private Store(Database database, Seals seals, EvidenceHeads heads) {
        this.database = database;
        this.cases = new StoredCases(database, seals);
        this.sources = new StoredSources(database, seals);
        this.sourceStates = new StoredSourceStates(database, seals);
        StoredEvidence entries = new StoredEvidence(database, seals, heads);
        this.evidence = entries;
        this.reports = new StoredReports(database, entries);
        StoredHits storedHits = new StoredHits(database, seals, sourceStates, entries);
        this.hits = storedHits;
        this.savedPages = new StoredPages(database, seals, storedHits);
        this.otherSites = new StoredOtherSites(database, seals);
        this.hearings = new StoredHearings(database, seals);
        this.notices = new StoredNoticeLog(database, seals, hearings);
        this.channels = new StoredChannels(database, seals);
        this.feedShelf = new StoredFeedShelf(database, seals);
        this.linkUses = new StoredLinkUses(database);
        this.journal = new Journal(database, seals);
        this.pageChoices = new StoredPageChoices(database, seals);
        this.secondSteps = new StoredSecondSteps(database, seals);
    }

    /// Opens the store of that folder with its keys; a folder that never had one gets it.
    ///
    /// Brings its tables to this version, after a backup beside it. Takes over the letters that a
    /// process before was sending.
    ///
    /// @param clock not asked yet: the store keeps the moments that it is given
    /// @throws StoreException of kind `HELD`, `WRONG_KEY`, `DAMAGED` (also if the database is gone
    ///   though there was one), `FULL`, or `OTHER` (also if a newer version wrote it)
    public static Store open(DataFolder folder, Vault vault, InstantSource clock) {
        return open(folder.path(), "file:", vault, Migrations.ALL);
    }

    static Store open(Path folder, String fileSystem, Vault vault, Migrations migrations) {
        Database database = database(folder, fileSystem, vault);
        try {
            database.migrate(migrations);
            vault.markUsed();
            Seals seals = new Seals(vault);
            seals.load(database);
            Store store = new Store(database, seals, EvidenceHeads.in(folder));
            int split = store.notices.recover();
            if (split > 0) {
                LOG.warn("{} told hits had no letter and are owed again: check the disk", split);
            }
            return store;
        } catch (RuntimeException e) {
            try {
                database.close();
            } catch (StoreException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static Database database(Path folder, String fileSystem, Vault vault) {
        char[] password = vault.filePassword();
        if (vault.isUsed()) {
            return Database.open(folder, fileSystem, password, true);
        }
        try {
            return Database.open(folder, fileSystem, password, false);
        } catch (StoreException e) {
            if (e.kind() == Kind.HELD || e.kind() == Kind.FULL) {
                throw e;
            }
            // the first start was cut off while it made the file: nothing that counts is in it
            Path file = folder.resolve(Database.FILE);
            try {
                Files.move(file, folder.resolve(Database.FILE + ".unfinished"), REPLACE_EXISTING);
            } catch (IOException second) {
                throw new UncheckedIOException("moving an unfinished database away", second);
            }
            return Database.open(folder, fileSystem, password, false);
        }
    }

    Database database() {
        return database;
    }

    /// The cases.
    public Cases cases() {
        return cases;
    }

    /// The configured sources.
    public SourceEntries sources() {
        return sources;
    }

    /// What is remembered of the asking.
    public SourceStates sourceStates() {
        return sourceStates;
    }

    /// The hits.
    public Hits hits() {
        return hits;
    }

    /// The sites that she said are about somebody else.
    public OtherSites otherSites() {
        return otherSites;
    }

    /// What people chose.
    public Hearings hearings() {
        return hearings;
    }

    /// How much each source has brought since a moment, baseline not counted, by its id.
    public Map<String, Integer> broughtSince(Instant since) {
        return notices.broughtSince(since);
    }

    /// What was told and what waits.
    public NoticeLog notices() {
        return notices;
    }

    /// The configured channels.
    public ChannelEntries channels() {
        return channels;
    }

    /// What stands in private feeds.
    public FeedShelf feedShelf() {
        return feedShelf;
    }

    /// Which pause links were used.
    public LinkUses linkUses() {
        return linkUses;
    }

    /// The health journal.
    public Journal journal() {
        return journal;
    }

    /// The evidence logs.
    public EvidenceLog evidence() {
        return evidence;
    }

    /// What was asked of whom.
    public Reports reports() {
        return reports;
    }

    /// The hits as the evidence logs need them.
    public SavedPages savedPages() {
        return savedPages;
    }

    /// How somebody wants the pages to be with her.
    public PageChoices pageChoices() {
        return pageChoices;
    }

    /// What the pages ask for after the passphrase.
    public SecondSteps secondSteps() {
        return secondSteps;
    }

    /// Lends the scheduler connections to the same database, which holds its tables (`QRTZ_`).
    public ConnectionProvider quartzConnections() {
        return new QuartzConnections(database);
    }

    /// Closes the database. The vault and the folder stay open: they are whose who opened them.
    @Override
    public void close() {
        database.close();
    }
}
