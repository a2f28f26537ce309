package org.quietbell.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quietbell.config.Secret;
import org.quietbell.hit.HitId;
import org.quietbell.hit.Label;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearing;
import org.quietbell.notice.Notice;
import org.quietbell.source.SourceId;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Watch;
import org.quietbell.watch.WatchId;
import org.quietbell.watch.WatchedCase;
import org.quietbell.words.Language;

/// What the pages change, besides pauses: by the same code as the commands. Safe for many threads.
public interface Changes {
    /// What became of a change.
    sealed interface Outcome {
        /// It is kept.
        record Kept() implements Outcome {}

        /// More would be said or sent than before: the passphrase is needed (R1.6).
        record AsksPassphrase() implements Outcome {}

        /// The passphrase was another.
        record WrongPassphrase() implements Outcome {}

        /// It cannot be done.
        ///
        /// @param sentence what, why and what to do, without a secret
        record Refused(String sentence) implements Outcome {}
    }

    /// What a change of whom to look for would do to what is saved.
    ///
    /// @param raised how many items would become likely
    /// @param lowered how many would not be any more
    record Effect(int raised, int lowered) {}

    /// What an address of a feed comes to before anybody is asked.
    sealed interface Feed {
        /// That host would be asked.
        record At(String host) implements Feed {}

        /// It is no address that can be asked.
        ///
        /// @param sentence what, why and what to do
        record Refused(String sentence) implements Feed {}
    }

    /// What answered at an address.
    sealed interface Look {
        /// A feed.
        record IsFeed() implements Look {}

        /// A page that names these feeds, the likeliest first; never empty.
        record Names(List<String> feeds) implements Look {
            public Names {
                feeds = List.copyOf(feeds);
            }
        }

        /// Something else.
        record IsNone() implements Look {}

        /// Nothing, or nothing that can be read.
        record Silent() implements Look {}
    }

    /// What a rule for a whole site would do, were it kept.
    ///
    /// @param raised how many items would become likely
    /// @param lowered how many would not be any more
    record Rule(String site, int raised, int lowered) {}

    /// Says of an item whom it is about.
    ///
    /// @param rule with [Label#NOT_ME]: whether its whole site is about someone else from now on
    /// @return false if there is no such item
    boolean label(HitId id, Label label, boolean rule);

    /// Puts an item into the record, with every other of the same text; once, however often.
    ///
    /// @return false if there is no such item, or it is about someone else
    boolean record(HitId id);

    /// Since when an item is in the record; empty: it is not.
    Optional<Instant> recorded(HitId id);

    /// The rule that "someone else" offers for an item.
    Optional<Rule> rule(HitId id);

    /// The case that is set up by these pages; empty: none is yet.
    Optional<WatchedCase> own();

    /// The id of that case, or that which it will have.
    CaseId ownId();

    /// The id of the first name looked for in it.
    WatchId watchId();

    /// Keeps how she wants to hear.
    ///
    /// @param passphrase if it was asked for
    Outcome hear(Hearing hearing, Optional<Secret> passphrase);

    /// What keeping that would do to what is saved already; empty: nothing.
    Optional<Effect> effect(Watch watch);

    /// Keeps whom to look for, with her agreement given today (R2.17), and judges anew what is
    /// saved.
    ///
    /// @param tell whether what becomes likely by that is told like something new
    Outcome person(Watch watch, boolean tell);

    /// Sources that need nothing but a yes (R2.10).
    void add(Set<String> types);

    /// Who would be asked at that address.
    Feed feed(String address);

    /// Asks that address once, to see what is there.
    Look look(String address);

    /// A feed, by its address.
    Outcome addFeed(String address);

    /// A way to hear that nothing goes out by until it is confirmed.
    ///
    /// @param passphrase if it was asked for; the first answer needs none
    Outcome addChannel(String type, Map<String, String> settings, Optional<Secret> passphrase);

    /// The words of a real Discreet notice (R1.4).
    Notice.Letter preview(ChannelId id);

    /// Sends those words.
    ///
    /// @return whether they arrived, as far as the channel can tell
    boolean pretend(ChannelId id);

    /// Says that its words are all right on the device that shows them.
    Outcome confirm(ChannelId id, Optional<Secret> passphrase);

    /// Nothing goes out by it any more.
    void remove(ChannelId id);

    /// It is not asked any more.
    void remove(SourceId id);

    /// Begins a round now, without waiting for it.
    void look();

    /// Tells whether that is the passphrase: kept, wrong, or it cannot be told.
    Outcome check(Secret passphrase);

    /// Puts another passphrase in place of the present one.
    ///
    /// @param now the present one, which has to be right
    Outcome changePassphrase(Secret now, Secret next);

    /// From now on the pages speak that language.
    void speak(Language language);
}
