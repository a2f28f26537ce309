package org.quietbell.app;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.quietbell.channel.PauseLink;
import org.quietbell.channel.PauseLinks;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.RecipientId;
import org.quietbell.store.Store;
import org.quietbell.vault.Vault;
import org.quietbell.words.Words;

/// Pause links: which a letter carries, and what becomes of one that is used. Safe for many
/// threads.
///
/// @param base where the pages are reached from elsewhere, if that is known
record LinkWork(Store store, PauseLinks links, Optional<URI> base, Words words) {
    static LinkWork of(Store store, Vault vault, Optional<URI> base, Words words) {
        // a key of its own: what it seals counts for nothing else
        return new LinkWork(
                store,
                new PauseLinks(
                        bytes -> vault.installation().fingerprint("pause link", bytes),
                        store.channels()),
                base.filter(PauseLink::mayLieBelow),
                words);
    }

    /// The same in another language.
    LinkWork speaking(Words other) {
        return new LinkWork(store, links, base, other);
    }

    /// The link that a letter carries; empty where it is not switched on, or would be a dead one.
    Optional<PauseLink> of(NoticeLog.Outgoing letter) {
        return base.flatMap(root ->
                links.token(letter.notice(), letter.letter().channel(), letter.at())
                        .map(token ->
                                new PauseLink(
                                        root.resolve(PauseLink.PATH + token),
                                        reader(letter).say("page.link.button"))));
    }

    /// The sentences of whoever reads the letter: a helper has those of the installation.
    private Words reader(NoticeLog.Outgoing letter) {
        return letter.recipient().equals(RecipientId.SELF)
                ? store.hearings()
                        .of(letter.caseId())
                        .map(hearing -> hearing.wishes().words(words))
                        .orElse(words)
                : words;
    }

    /// Pauses by a link, once.
    ///
    /// @return whether something was paused
    boolean use(String token, Instant now) {
        return links.read(token, now)
                .filter(claim ->
                        store.linkUses()
                                .use(
                                        claim.id(),
                                        claim.expires(),
                                        new Pause(
                                                new PauseScope.OneChannel(claim.channel()),
                                                now,
                                                Optional.of(now.plus(PauseLinks.PAUSE)),
                                                false)))
                .isPresent();
    }
}
