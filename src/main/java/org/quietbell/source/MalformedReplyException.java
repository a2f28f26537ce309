package org.quietbell.source;

/// A successful status came with something that this source never says: a login page, an error
/// page, half a document.
///
/// The message names the source type and what was missing, and quotes nothing that was received.
public final class MalformedReplyException extends Exception {
    /// @param message e.g. `feed: no <rss>, <rdf:RDF> or <feed> in text/html`
    public MalformedReplyException(String message) {
        super(message);
    }
}
