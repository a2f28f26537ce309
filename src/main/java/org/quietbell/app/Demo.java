package org.quietbell.app;

/// The demo.
record Demo(Context context) {
    int run() {
        throw new Refusal(Exit.FAILED, "demo", "not here yet", "wait");
    }
}
