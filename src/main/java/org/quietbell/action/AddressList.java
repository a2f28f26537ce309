package org.quietbell.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quietbell.hit.CanonicalRules;

/// Addresses to be copied: one on each line, whole to the last character, each once, in the order
/// in which they were given. What led to a page through a search engine or a feed is left off,
/// because whoever is asked acts on the page's own address.
///
/// An address that holds blanks, line breaks or invisible characters has them written as `%` and
/// two digits, which leads to the same page: so no address can pass for two, or for a sentence.
public final class AddressList {
    private AddressList() {}

    /// All of them, whatever they are addresses of.
    public static List<String> all(List<AskedPage> pages) {
        return lines(pages, _ -> true);
    }

    /// The addresses of the pages themselves.
    public static List<String> pages(List<AskedPage> pages) {
        return lines(pages, page -> !page.isResult());
    }

    /// The addresses of search results.
    public static List<String> results(List<AskedPage> pages) {
        return lines(pages, AskedPage::isResult);
    }

    private static List<String> lines(List<AskedPage> pages, Predicate<AskedPage> which) {
        return pages.stream()
                .filter(which)
                .map(AskedPage::address)
                .flatMap(Optional::stream)
                .map(AddressList::line)
                .distinct()
                .toList();
    }

    static String line(String address) {
        String whole = CanonicalRules.unwrap(address).orElse(address).strip();
        StringBuilder line = new StringBuilder(whole.length());
        whole.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    private static void append(StringBuilder line, int c) {
        boolean isPlain =
                switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR ->
                            false;
                    default -> true;
                };
        if (isPlain) {
            line.appendCodePoint(c);
            return;
        }
        for (byte b : Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            line.append('%')
                    .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
        }
    }
}
