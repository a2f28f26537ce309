package org.quietbell.web;

/// What the pages ask of the program behind them.
public interface Desk {
    /// Whether it does what it should: the schedule ticks, or the store waits locked.
    boolean isWell();
}
