package org.quietbell.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quietbell.json.Json;

/// A piece of settings with the line it stands on: for the value of a key the key's line, for an
/// item of a list its own; 0 if unknown.
sealed interface Node {
    int line();

    /// One value, as written; `nothing` for an empty one.
    record Scalar(int line, String text, boolean nothing) implements Node {}

    /// A list.
    record Items(int line, List<Node> items) implements Node {}

    /// Keys in order.
    record Keys(int line, Map<String, Node> keys) implements Node {}

    /// The node of a JSON value, without lines.
    static Node of(Json json) {
        return switch (json) {
            case Json.Members members -> keysOf(members);
            case Json.Items(List<Json> values) ->
                    new Items(0, values.stream().map(Node::of).toList());
            case Json.Text(String text) -> new Scalar(0, text, false);
            case Json.Digits(String digits) -> new Scalar(0, digits, false);
            case Json.Truth(boolean truth) -> new Scalar(0, String.valueOf(truth), false);
            case Json.Nothing _ -> new Scalar(0, "", true);
        };
    }

    /// The keys of a JSON object, without lines.
    static Keys keysOf(Json.Members object) {
        Map<String, Node> keys = new LinkedHashMap<>();
        object.members().forEach((key, value) -> keys.put(key, of(value)));
        return new Keys(0, keys);
    }

    /// This node as plain values, without lines; every value is a text.
    default Json json() {
        return switch (this) {
            case Scalar(_, String text, boolean nothing) ->
                    nothing ? new Json.Nothing() : new Json.Text(text);
            case Items(_, List<Node> items) ->
                    new Json.Items(items.stream().map(Node::json).toList());
            case Keys(_, Map<String, Node> keys) -> {
                Json.Builder members = Json.object();
                keys.forEach((key, value) -> members.put(key, value.json()));
                yield members.build();
            }
        };
    }
}
