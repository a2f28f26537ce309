package org.quietbell.config;

import java.util.List;
import java.util.Map;

/// A piece of settings with the line it stands on (0: unknown).
sealed interface Node {
    int line();

    /// One value, as written; `nothing` for an empty one.
    record Scalar(int line, String text, boolean nothing) implements Node {}

    /// A list.
    record Items(int line, List<Node> items) implements Node {}

    /// Keys in order.
    record Keys(int line, Map<String, Node> keys) implements Node {}
}
