package org.quietbell.source;

import org.quietbell.http.Fault;

/// A successful status came with something that is no answer: a login page, an error page, half a
/// document, or a refusal that says so only in its text.
///
/// The message names the source type and what was missing, and quotes nothing that was received.
public final class MalformedReplyException extends Exception {
    private final Fault.Kind kind;

    /// It cannot be read.
    ///
    /// @param message e.g. `feed: no <rss>, <rdf:RDF> or <feed> in text/html`
    public MalformedReplyException(String message) {
        this(Fault.Kind.BROKEN, message);
    }

    /// It refuses, under a successful status.
    public MalformedReplyException(Fault.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /// What kind of failure it is.
    public Fault.Kind kind() {
        return kind;
    }
}
