package org.quietbell.app;

/// Exit codes: scripts depend on them.
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int LOCKED = 3;
    static final int HELD = 4;
    static final int WRONG_KEY = 5;
    static final int DAMAGED = 6;

    private Exit() {}
}
