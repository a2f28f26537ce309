package org.quietbell.web;

import java.util.List;
import java.util.stream.IntStream;

/// A row or a sheet of small squares, such as the days of a month, and the same in words.
///
/// @param columns how many squares stand beside each other, 1 or more
/// @param squares from left to right, then down
/// @param words the same as a sentence, for whoever cannot see it
public record Strip(int columns, List<Square> squares, String words) {
    private static final int SIDE = 14;

    public Strip {
        squares = List.copyOf(squares);
    }

    /// One square.
    ///
    /// @param shade 0: it only fills the row; 1: pale; 2: full; 3: a frame
    public record Square(int shade) {}

    /// In units of the picture.
    public int width() {
        return columns * SIDE;
    }

    /// In units of the picture.
    public int height() {
        return (squares.size() + columns - 1) / columns * SIDE;
    }

    /// A square where it stands, in units of the picture.
    public record Placed(int x, int y, int shade) {}

    /// All that is drawn.
    public List<Placed> placed() {
        return IntStream.range(0, squares.size())
                .filter(i -> squares.get(i).shade() > 0)
                .mapToObj(i ->
                        new Placed(
                                i % columns * SIDE + 1,
                                i / columns * SIDE + 1,
                                squares.get(i).shade()))
                .toList();
    }

    /// Of one square.
    public int side() {
        return SIDE - 2;
    }
}
