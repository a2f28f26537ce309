package org.quietbell.app;

import org.quietbell.words.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Choices that options of the commands about reports take.
final class ReportChoices {
    private ReportChoices() {}

    /// In which language a letter is.
    static final class LanguageTag implements ITypeConverter<Language> {
        @Override
        public Language convert(String text) {
            return Language.of(text)
                    .orElseThrow(() -> new TypeConversionException("must be en or fr or es"));
        }
    }
}
