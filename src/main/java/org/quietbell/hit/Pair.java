package org.quietbell.hit;

import org.quietbell.source.SourceId;
import org.quietbell.watch.Query;
import org.quietbell.watch.WatchId;

/// One query of a watch at one source: what a baseline belongs to.
public record Pair(WatchId watch, Query query, SourceId source) {}
