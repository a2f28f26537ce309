package org.quietbell.web;

import java.util.List;
import org.quietbell.words.Words;

/// One form, or some text, as the template shows it.
///
/// @param action where the form goes; empty: it is no form
/// @param button what its button says
/// @param fields from top to bottom
public record Sheet(String action, String button, List<Field> fields) {
    public Sheet {
        fields = List.copyOf(fields);
    }

    /// Text alone.
    static Sheet of(Field... fields) {
        return new Sheet("", "", List.of(fields));
    }

    /// Whether its button is what the page is for: not to try, to look closer or to take away.
    public boolean isMain() {
        return !(action.endsWith("/try") || action.endsWith("/open") || action.endsWith("/away"));
    }

    /// A kind of place that can be asked: what it brings, then what it costs and learns.
    static Choice place(Words words, String type, boolean isChosen) {
        String said = words.say("source-type." + type);
        int end = said.indexOf(';');
        return end < 0
                ? new Choice(type, said, "", isChosen)
                : new Choice(
                        type, said.substring(0, end), said.substring(end + 1).strip(), isChosen);
    }

    /// One part of a form.
    public sealed interface Field
            permits Heading,
                    Say,
                    Line,
                    Lines,
                    One,
                    Some,
                    Kept,
                    Letter,
                    Drawn,
                    Codes,
                    Rows,
                    Facts,
                    Copy,
                    Folded {}

    /// A heading.
    public record Heading(String text) implements Field {}

    /// A paragraph.
    public record Say(String text) implements Field {}

    /// A field for one line.
    ///
    /// @param type as in HTML: `text`, `time`, `password`, `number`
    /// @param about one sentence more; may be empty
    /// @param value what stands in it
    public record Line(String name, String type, String label, String about, String value)
            implements Field {}

    /// A field for several lines.
    public record Lines(String name, String label, String about, String value) implements Field {}

    /// One of several.
    public record One(String name, String legend, List<Choice> choices) implements Field {
        public One {
            choices = List.copyOf(choices);
        }
    }

    /// Any of several.
    public record Some(String name, String legend, List<Choice> choices) implements Field {
        public Some {
            choices = List.copyOf(choices);
        }
    }

    /// What can be chosen.
    ///
    /// @param about one sentence more; may be empty
    public record Choice(String value, String label, String about, boolean isChosen) {}

    /// What goes along unseen.
    public record Kept(String name, String value) implements Field {}

    /// A notice, word for word.
    public record Letter(String subject, String body) implements Field {}

    /// What is written down or copied sign by sign.
    public record Codes(List<String> codes) implements Field {
        public Codes {
            codes = List.copyOf(codes);
        }
    }

    /// A picture, made here, with what it shows in words (R1.18: none comes from elsewhere).
    public record Drawn(Strip picture) implements Field {}

    /// What leads to pages of their own, as the list of items does.
    public record Rows(List<Views.Row> rows) implements Field {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /// What is kept, each text with what it is. All of it is shown as text.
    ///
    /// @param summary what the fold says that they lie in; empty: they lie open
    public record Facts(String summary, List<Fact> facts) implements Field {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// One text.
    public record Fact(String label, String text) {}

    /// Text to be copied, in a field that cannot be changed.
    ///
    /// @param language of the text, as HTML names it
    public record Copy(String name, String label, String text, String language) implements Field {
        private static final int MOST_ROWS = 16;

        /// How many lines show at once.
        public int rows() {
            return (int) Math.min(MOST_ROWS, text.lines().count() + 1);
        }
    }

    /// Lines in a fold.
    public record Folded(String summary, String about, List<String> lines) implements Field {
        public Folded {
            lines = List.copyOf(lines);
        }

        /// People to talk to, on each page that shows items (R1.26).
        static Folded help(Words words) {
            return new Folded(
                    words.say("page.help"),
                    words.say("page.help.about"),
                    Frame.HELP.stream().map(country -> words.say("page.help." + country)).toList());
        }
    }
}
