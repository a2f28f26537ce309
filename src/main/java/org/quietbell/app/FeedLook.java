package org.quietbell.app;

import java.net.URI;
import org.quietbell.http.Body;
import org.quietbell.http.Http;
import org.quietbell.http.Reply;
import org.quietbell.http.Request;
import org.quietbell.source.Discovery;

/// Asks an address once, to see whether it is a feed.
final class FeedLook {
    private FeedLook() {}

    /// What came of it.
    sealed interface Seen {
        record Answered(Discovery.Found found) implements Seen {}

        /// @param why a sentence without its end
        record Silent(String why) implements Seen {}
    }

    static Seen at(URI address, Http http) {
        return http.read(
                Request.get(address)
                        .header("Accept", "application/atom+xml, application/rss+xml, */*;q=0.5"),
                reply ->
                        switch (reply) {
                            case Reply.Ok(_, Body body) -> new Seen.Answered(Discovery.in(body));
                            case Reply.NotModified _ ->
                                    new Seen.Silent("an answer without content");
                            case Reply.RateLimited _ ->
                                    new Seen.Silent("it wants to be left alone for a while");
                            case Reply.Refused(int status, _) ->
                                    new Seen.Silent("it refused with status " + status);
                            case Reply.Failed(var fault) -> new Seen.Silent(fault.detail());
                        });
    }
}
