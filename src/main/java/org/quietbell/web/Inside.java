package org.quietbell.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.quietbell.channel.ChannelEntries;
import org.quietbell.hit.Hits;
import org.quietbell.json.Json;
import org.quietbell.notice.ChannelId;
import org.quietbell.notice.Hearings;
import org.quietbell.notice.NoticeLog;
import org.quietbell.notice.Pause;
import org.quietbell.notice.PauseScope;
import org.quietbell.notice.Sentences;
import org.quietbell.people.PageChoices;
import org.quietbell.people.SecondSteps;
import org.quietbell.pipeline.Coverage;
import org.quietbell.source.SourceEntries;
import org.quietbell.source.SourceStates;
import org.quietbell.watch.CaseId;
import org.quietbell.watch.Cases;
import org.quietbell.watch.WatchedCase;

/// What the pages show, and the few things they change, while the store is open. Safe for many
/// threads.
public interface Inside {
    /// Whose notes these are.
    Cases cases();

    /// What is saved.
    Hits hits();

    /// What was told and what waits.
    NoticeLog notices();

    /// What people chose, and their pauses.
    Hearings hearings();

    /// Where it looks.
    SourceEntries sources();

    /// What is asked for after the passphrase.
    SecondSteps secondSteps();

    /// How often a command changed what has to be known to come in, since the store was opened:
    /// whoever came in before is shut out by each (F29).
    int entryChanges();

    /// How she wants the pages to be with her.
    PageChoices pageChoices();

    /// What the places answered.
    SourceStates sourceStates();

    /// Where it is looked for that person, and what came of it.
    Coverage coverage(WatchedCase watchedCase);

    /// The machine's own zone, for whoever has chosen none.
    ZoneId zone();

    /// The sentences about that case, in its person's zone.
    Sentences sentences(CaseId caseId);

    /// How pauses show.
    List<String> pauseLines();

    /// What the pages change, besides pauses.
    Changes changes();

    /// The record and the requests.
    OwnRecord record();

    /// Places that are asked, and changes of them.
    PlaceChanges placeChanges();

    /// Who hears first, and changes of that.
    HelperChanges helperChanges();

    /// The ways in which notices go out.
    ChannelEntries channels();

    /// Pauses, at once: also what waits in the outbox.
    void pause(Pause pause);

    /// The private feed whose address ends so, as Atom; empty if there is none.
    Optional<byte[]> feed(String secret);

    /// Pauses by a link in a notice, if it is good for that.
    ///
    /// @param link what stands at the end of its address; anything at all
    void pauseByLink(String link);

    /// Keeps a browser that subscribed as a way to hear that waits for her yes. One that waited
    /// before gives way to it.
    ///
    /// @param settings as [org.quietbell.channel.BrowserPush#settings] gives them
    /// @return what it is called
    ChannelId hearByBrowser(Json settings);

    /// Ends a pause.
    ///
    /// @return whether there was one
    boolean resume(PauseScope scope);
}
