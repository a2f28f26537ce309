package org.quietbell.source;

import java.util.Optional;

/// What a server gave us to ask "has it changed?", kept and sent back byte for byte.
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    /// None: the next request is unconditional.
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
