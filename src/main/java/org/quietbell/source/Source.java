package org.quietbell.source;

import java.util.Optional;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Request;
import org.quietbell.watch.Query;

/// A place that can be asked: builds the question and reads the answer. Both are pure: it has no
/// client, no clock, no log and no retry; the [Asker] around it has them.
public interface Source {
    /// Which configured source this is.
    SourceId id();

    /// Its type and the version of its reading rules, e.g. `feed/1`: goes into the provenance.
    String connector();

    /// Its own limit.
    Pace pace();

    /// The request that puts this question, or nothing if this source cannot be asked it.
    ///
    /// A feed answers only [Query.Everything]; a search answers all but that.
    Optional<Request> request(Query query);

    /// Reads a successful answer.
    ///
    /// @throws MalformedReplyException if it is not of the kind this source gives: then it was no
    ///   answer, however successful its status
    Page parse(Body body) throws MalformedReplyException;

    /// What a refusal (a status of 400 and above) means here, in words that say what to do. A 429
    /// comes here for its words only: how long to wait was said by the server.
    default Fault refusal(int status, Body body) {
        return Fault.ofStatus(status);
    }
}
