package org.quietbell.notice;

/// A channel at the level she chose for it.
public record Tuned(ChannelId channel, Level level) {}
