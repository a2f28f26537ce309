package org.quietbell.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Readers of settings that must be one of a few words.
final class OneOf {
    private OneOf() {}

    /// One of the names of an enum as settings write them: `FIXED_TIMES` is `fixed-times`.
    static <E extends Enum<E>> Function<String, E> of(Class<E> kind) {
        return of(Arrays.asList(kind.getEnumConstants()));
    }

    /// One of some values of an enum.
    static <E extends Enum<E>> Function<String, E> of(List<E> values) {
        List<String> words = values.stream().map(OneOf::word).toList();
        return of(
                words,
                text -> {
                    int index = words.indexOf(text);
                    return index < 0 ? Optional.empty() : Optional.of(values.get(index));
                });
    }

    /// One of some words.
    static Function<String, String> of(Collection<String> words) {
        return of(words, text -> words.contains(text) ? Optional.of(text) : Optional.empty());
    }

    private static <T> Function<String, T> of(
            Collection<String> words, Function<String, Optional<T>> find) {
        return text ->
                find.apply(text)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "must be " + String.join(" or ", words)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
