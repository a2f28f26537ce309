package org.quietbell.match;

/// How often she said of what was found for one watch whom it is about, to judge by how many others
/// bear the name. "Not sure" is not among them.
///
/// @param me how often it was about her, 0 or more
/// @param notMe how often about somebody else, 0 or more
public record Labelled(int me, int notMe) {
    /// She said nothing yet.
    public static final Labelled NONE = new Labelled(0, 0);

    /// @throws IllegalArgumentException if a count is negative
    public Labelled {
        if (me < 0 || notMe < 0) {
            throw new IllegalArgumentException("labelled: must not be negative");
        }
    }
}
