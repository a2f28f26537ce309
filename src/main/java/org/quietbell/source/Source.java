package org.quietbell.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.watch.Query;

/// A place that can be asked: builds the question and reads the answer. Both are pure: it has no
/// client, no clock, no log and no retry; the [Asker] around it has them. (A sign-in that lasts for
/// many questions is the one thing that a source may remember.)
public interface Source {
    /// Which configured source this is.
    SourceId id();

    /// Its type and the version of its reading rules, e.g. `feed/1`: goes into the provenance.
    String connector();

    /// Its own limit.
    Pace pace();

    /// The first step of putting this question, or nothing if this source cannot be asked it.
    ///
    /// A feed answers only [Query.Everything]; a search all others, but [Query.AnyOf] only as
    /// [#together] makes it.
    Optional<Step> ask(Query query);

    /// All steps of that question that can be told before anything is answered, in order: what will
    /// be sent to whom. Further pages, which differ by their number, are not among them.
    default List<Step> foreseen(Query query) {
        return ask(query).stream().toList();
    }

    /// Whether it may be asked for several terms in one question.
    default Joining joining() {
        return Joining.NEVER;
    }

    /// These terms of one watch in as few questions as it takes, in their order: each is one of the
    /// terms or a [Query.AnyOf] that it can be asked.
    ///
    /// @param most how many may be put together, 1 or more
    default List<Query> together(List<Query> terms, int most) {
        return terms;
    }

    /// The request of that first step; may hold a key.
    default Optional<Request> request(Query query) {
        return ask(query).map(Step::request);
    }

    /// What a refusal (a status of 400 and above) means here, in words that say what to do. A 429
    /// comes here for its words only: how long to wait was said by the server.
    default Fault refusal(int status, Body body) {
        return Fault.ofStatus(status);
    }

    /// When a refused source may be asked again, where it says so by headers or words of its own,
    /// beside `Retry-After`.
    default Optional<Instant> restsUntil(int status, Body body) {
        return Optional.empty();
    }

    /// Its own address, if it is a list at one: then it may move and it may go for good. A service
    /// that is asked questions has none.
    default Optional<URI> address() {
        return Optional.empty();
    }

    /// When it may be asked again, if a successful answer says by headers of its own that the
    /// allowance is used up with it.
    default Optional<Instant> usedUpUntil(Body body) {
        return Optional.empty();
    }

    /// When the service behind it ends for good, if that is known: from then on it is not asked.
    default Optional<Instant> ends() {
        return Optional.empty();
    }
}
