package org.quietbell.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.quietbell.config.Secret;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Level;

/// What somebody reads at the address of a private feed. Safe for many threads.
public final class PrivateFeeds {
    /// Where such addresses lie below the pages' own.
    public static final String PATH = "/f/";

    /// How many entries a reader is shown, the newest.
    static final int SHOWN = 20;

    private final ChannelEntries entries;
    private final FeedShelf shelf;
    private final Levels levels;
    private final String title;

    /// The level at which a person hears by a channel at this moment.
    public interface Levels {
        /// [Level#DISCREET] at least; that too for a case that is not known.
        Level of(String caseId, ChannelId channel);
    }

    /// @param title of every feed, which names nobody and nothing
    public PrivateFeeds(ChannelEntries entries, FeedShelf shelf, Levels levels, String title) {
        this.entries = entries;
        this.shelf = shelf;
        this.levels = levels;
        this.title = title;
    }

    /// The feed whose address ends so, as Atom 1.0 in UTF-8; empty if there is none.
    ///
    /// An entry that says more than what holds now is not shown. Of the Discreet ones only the
    /// newest is, so that their number does not show. Every feed is compared in full, whatever the
    /// text, so that the time it takes tells nothing about any.
    public Optional<byte[]> page(String secret) {
        byte[] asked = digest("address", secret);
        Optional<ChannelEntry> found = Optional.empty();
        for (ChannelEntry entry : entries.all()) {
            String right = PrivateFeedChannel.secret(entry).map(Secret::reveal).orElse("");
            boolean same = MessageDigest.isEqual(digest("address", right), asked);
            boolean usable = entry.active() && entry.confirmed().isPresent() && !right.isEmpty();
            if (same && usable) {
                found = Optional.of(entry);
            }
        }
        return found.map(entry -> {
            String id = HexFormat.of().formatHex(digest("feed", secret), 0, 16);
            return AtomPage.of(title, id, entry.id(), shown(entry.id()));
        });
    }

    private List<FeedShelf.Entry> shown(ChannelId channel) {
        List<FeedShelf.Entry> shown = new ArrayList<>();
        boolean hasDiscreet = false;
        for (FeedShelf.Entry entry : shelf.of(channel)) {
            boolean discreet = entry.level() == Level.DISCREET;
            boolean allowed = entry.level().compareTo(levels.of(entry.caseId(), channel)) <= 0;
            if (shown.size() < SHOWN && (discreet ? !hasDiscreet : allowed)) {
                shown.add(entry);
                hasDiscreet |= discreet;
            }
        }
        return shown;
    }

    private static byte[] digest(String purpose, String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
