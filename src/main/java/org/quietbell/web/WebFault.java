package org.quietbell.web;

/// The pages cannot be served where they should be.
///
/// Its message is a sentence `WHAT: WHY: WHAT TO DO`.
public final class WebFault extends RuntimeException {
    WebFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
