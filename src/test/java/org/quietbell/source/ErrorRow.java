package org.quietbell.source;

import java.util.Map;
import org.quietbell.http.Body;
import org.quietbell.http.Fault;
import org.quietbell.http.Reply;

/// One way in which a service says no.
///
/// @param kind what it must be called
record ErrorRow(
        int status, String text, String contentType, Map<String, String> headers, Fault.Kind kind) {
    static ErrorRow json(int status, String text, Fault.Kind kind) {
        return new ErrorRow(status, text, "application/json", Map.of(), kind);
    }

    static ErrorRow plain(int status, String text, Fault.Kind kind) {
        return new ErrorRow(status, text, "text/plain", Map.of(), kind);
    }

    static ErrorRow html(int status, String text, Fault.Kind kind) {
        return new ErrorRow(status, text, "text/html", Map.of(), kind);
    }

    ErrorRow header(String name, String value) {
        return new ErrorRow(status, text, contentType, Map.of(name, value), kind);
    }

    /// As the client hands it on.
    Reply reply() {
        Body body = Bodies.of(text, contentType, headers);
        if (status == 429) {
            return new Reply.RateLimited(Bodies.NOW.plusSeconds(60), status, body);
        }
        return status < 400 ? new Reply.Ok(status, body) : new Reply.Refused(status, body);
    }
}
