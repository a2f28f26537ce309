package org.quietbell.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quietbell.config.Secret;

/// What stands in the fields of a form that was sent.
record Typed(Map<String, List<String>> fields) {
    /// Longer than any name or address, short enough to be shown again.
    static final int LONGEST = 300;

    /// Of a passphrase, in signs; as the commands have it.
    static final int SHORTEST_PASSPHRASE = 8;

    Typed {
        fields = Map.copyOf(fields);
    }

    /// Nothing was sent yet.
    static final Typed NOTHING = new Typed(Map.of());

    static Typed of(Context context) {
        return new Typed(context.formParamMap());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /// One value, stripped; empty if there is none.
    String text(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /// Several values, with commas or lines between.
    List<String> list(String name) {
        return Arrays.stream(text(name).split("[,\\n]", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// Her passphrase as it was typed, blanks and all: each of its signs counts, here as at the
    /// door and in a terminal.
    Optional<Secret> passphrase() {
        return passphrase("passphrase");
    }

    /// The same in a field of another name.
    Optional<Secret> passphrase(String name) {
        return asTyped(name).map(Secret::new);
    }

    /// The same, typed once more.
    boolean isRepeated() {
        return asTyped("passphrase").equals(asTyped("again"));
    }

    private Optional<String> asTyped(String name) {
        return all(name).stream().findFirst().filter(value -> !value.isEmpty());
    }

    boolean isTooLong(String... names) {
        return Arrays.stream(names).anyMatch(name -> text(name).length() > LONGEST);
    }
}
