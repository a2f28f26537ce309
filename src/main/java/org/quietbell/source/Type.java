package org.quietbell.source;

import java.time.Duration;

/// A kind of source.
///
/// @param name as in settings, e.g. `feed`
/// @param minimumInterval the least time between two rounds, by its own manners; at a private
///   address that its owner named outright there is none
/// @param usualInterval the time between two rounds if none is set
public record Type(String name, Duration minimumInterval, Duration usualInterval) {}
