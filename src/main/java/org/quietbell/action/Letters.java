package org.quietbell.action;

import java.util.ArrayList;
import java.util.List;
import org.quietbell.words.Words;

/// Writes letters in one language: the one that they are sent in. Sends nothing.
public final class Letters {
    private final Words words;

    /// @param words the language of the letters
    public Letters(Words words) {
        this.words = words;
    }

    /// A letter about these pages, line by line. A gap stands on a line of its own, between `[` and
    /// `]`.
    public List<String> write(Letter letter, List<AskedPage> pages) {
        List<String> lines = new ArrayList<>();
        for (LetterParts.Part part : LetterParts.of(letter)) {
            switch (part) {
                case LetterParts.Part.Said(String key) -> {
                    if (!lines.isEmpty()) {
                        lines.add("");
                    }
                    lines.add(words.say(key));
                }
                case LetterParts.Part.Gap(String key) -> lines.add(gap(key));
                case LetterParts.Part.Addresses _ ->
                        addresses(lines, AddressList.pages(pages), "page");
                case LetterParts.Part.Results _ ->
                        addresses(lines, AddressList.results(pages), "result");
            }
        }
        return List.copyOf(lines);
    }

    private void addresses(List<String> lines, List<String> addresses, String orGap) {
        lines.addAll(addresses.isEmpty() ? List.of(gap("letter.gap." + orGap)) : addresses);
    }

    private String gap(String key) {
        return "[" + words.say(key) + "]";
    }
}
