package org.quietbell.notice;

import org.quietbell.watch.WatchId;

/// Whence a hit came: what a pause of one watch or one source asks for.
///
/// @param source the id of the source that had it first
public record Origin(WatchId watch, String source) {}
