package org.quietbell.hit;

/// What judging stored hits anew comes to.
///
/// @param raised how many became likely or certain and were not before
/// @param lowered how many were likely or certain and no longer are
/// @param dropped how many of all are no longer taken for the person at all
public record Rejudged(int raised, int lowered, int dropped) {}
