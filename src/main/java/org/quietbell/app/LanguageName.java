package org.quietbell.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quietbell.words.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A language as a person writes it: `en`, `fr` or `es`.
final class LanguageName implements ITypeConverter<Language> {
    @Override
    public Language convert(String text) {
        return Language.of(text).orElseThrow(() -> new TypeConversionException(rule()));
    }

    /// @throws IllegalArgumentException if it is none of them, with a sentence that says which
    static Language read(String line) {
        return Language.of(line.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException(rule()));
    }

    private static String rule() {
        return "must be "
                + Arrays.stream(Language.values())
                        .map(Language::tag)
                        .collect(Collectors.joining(" or "));
    }
}
