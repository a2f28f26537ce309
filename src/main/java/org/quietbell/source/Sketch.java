package org.quietbell.source;

import java.time.Instant;
import java.util.Optional;
import org.quietbell.json.Json;

/// A finding while its fields are being read from JSON. What is missing or of another kind counts
/// as not said. Pictures and other media have no place in it (R3.11).
final class Sketch {
    /// Keeps words of different fields from making a name together.
    private static final String BETWEEN = " | ";

    private static final int LONGEST_CLAIM = 100;

    private final StringBuilder words = new StringBuilder();
    private String item = "";
    private String title = "";
    private String address = "";
    private Optional<String> language = Optional.empty();
    private Optional<String> claim = Optional.empty();

    /// The service's own id of the row.
    Sketch item(Json id) {
        item = Text.cleaned(id.text().orElse(""), 512);
        return this;
    }

    /// The title, perhaps with markup.
    Sketch title(Json text) {
        title = Text.ofMarkup(text.text().orElse(""), Text.MAX_TITLE);
        return this;
    }

    /// Further words about it, perhaps with markup; each field apart from the others.
    Sketch says(Json... texts) {
        for (Json text : texts) {
            says(text.text().orElse(""));
        }
        return this;
    }

    /// Further words about it, perhaps with markup.
    Sketch says(String markup) {
        String plain = markup.isEmpty() ? "" : Text.ofMarkup(markup, Text.MAX_SNIPPET);
        if (!plain.isEmpty() && words.length() < Text.MAX_SNIPPET && !plain.equals(title)) {
            words.append(words.isEmpty() ? "" : BETWEEN).append(plain);
        }
        return this;
    }

    /// The address as received, if none was given before.
    Sketch address(Json text) {
        return address(text.text().orElse(""));
    }

    /// The address, if none was given before.
    Sketch address(String text) {
        if (address.isEmpty()) {
            address = text.strip();
        }
        return this;
    }

    /// The language, as claimed.
    Sketch language(Json text) {
        language = text.text().map(said -> Text.cleaned(said, 40)).filter(said -> !said.isEmpty());
        return this;
    }

    /// When it appeared: a date in words or digits, or seconds since 1970; the first that is given
    /// counts.
    Sketch date(Json... claims) {
        for (Json one : claims) {
            if (claim.isEmpty()) {
                claim = one.text().map(String::strip).filter(said -> !said.isEmpty());
            }
        }
        return this;
    }

    Finding finding(int rank, Instant fetchedAt) {
        return new Finding(
                item,
                title,
                words.length() > Text.MAX_SNIPPET
                        ? Text.cleaned(words.toString(), Text.MAX_SNIPPET)
                        : words.toString(),
                address,
                rank,
                language,
                claim.flatMap(FeedDates::read).filter(at -> Dates.isPlausible(at, fetchedAt)),
                claim.map(said -> Text.cleaned(said, LONGEST_CLAIM)));
    }
}
