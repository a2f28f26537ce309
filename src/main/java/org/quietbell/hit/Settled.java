package org.quietbell.hit;

/// Which of the pairs of one question have a baseline. Immutable and safe for many threads.
public interface Settled {
    /// None has: nothing was ever looked through.
    Settled NONE =
            new Settled() {
                @Override
                public boolean has(Pair pair) {
                    return false;
                }

                @Override
                public boolean isWhole() {
                    return false;
                }
            };

    /// Whether that pair has a baseline. Asked only for pairs of the source it was made for.
    boolean has(Pair pair);

    /// Whether every pair of the question has: only then may an answer be "unchanged".
    boolean isWhole();
}
