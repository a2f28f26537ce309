package org.quietbell.web;

import java.util.List;
import java.util.Optional;

/// What the templates are given: text that is ready to be shown, and no more than the page shows.
public final class Views {
    private Views() {}

    /// What a page shows.
    public sealed interface View
            permits Moved,
                    Today,
                    Listing,
                    Item,
                    Other,
                    Waiting,
                    Sheets,
                    Begin,
                    Door,
                    Code,
                    Note,
                    Link,
                    Push {}

    /// Nothing: the visitor was sent to another page.
    public record Moved() implements View {}

    /// Which of what is saved a list shows.
    public enum Shelf {
        /// What came since looking began, is likely about her, and has no label yet.
        FRESH,
        /// What stood there from the start.
        EARLIER,
        /// What changed since it was found.
        CHANGED,
        /// What was no longer listed for a while, and is again.
        AGAIN,
        /// What she said is about her.
        MINE,
        /// What may be about someone else.
        PERHAPS,
        /// What she said is about someone else.
        OTHERS,
        /// What is no longer listed where it was found.
        GONE;

        /// Its name in addresses, e.g. `earlier`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One calm page: how things stand, and a way to what is new.
    ///
    /// @param steps what is still to be chosen, each with its page
    /// @param news what there is to look at, in words without numbers; empty: nothing that is known
    /// @param next when she hears next
    /// @param coverage what the places answered
    /// @param troubled the places that did not
    /// @param looked where it looked, place by place; empty: there is none yet
    public record Today(
            Frame frame,
            List<Way> steps,
            List<Way> news,
            List<String> next,
            String coverage,
            List<String> troubled,
            Optional<Looked> looked)
            implements View {
        public Today {
            steps = List.copyOf(steps);
            news = List.copyOf(news);
            next = List.copyOf(next);
            troubled = List.copyOf(troubled);
        }
    }

    /// Where it looked.
    ///
    /// @param strip a square for each place: full where it answered, a frame where what is new may
    ///   stay unseen, pale where nobody has asked yet
    /// @param places the same in a sentence for each, with when
    public record Looked(Strip strip, List<String> places) {
        public Looked {
            places = List.copyOf(places);
        }
    }

    /// A page that can be gone to.
    ///
    /// @param label what its link says
    public record Way(String address, String label) {}

    /// The list: kind of place and date only (R1.16).
    ///
    /// @param shelves the lists there are, this one among them
    /// @param first the address of its first page; empty: this is it
    /// @param older the address of the page after; empty: this is the last
    public record Listing(
            Frame frame,
            List<Tab> shelves,
            String heading,
            List<Row> rows,
            Optional<String> first,
            Optional<String> older)
            implements View {
        public Listing {
            shelves = List.copyOf(shelves);
            rows = List.copyOf(rows);
        }
    }

    /// A list that can be chosen.
    public record Tab(String address, String label, boolean isChosen) {}

    /// One line of the list.
    ///
    /// @param label what she said of it; empty: nothing
    public record Row(String address, String date, String kind, String label) {}

    /// One item, opened as far as the visitor went (R1.16). What lies further is not in here.
    ///
    /// @param step 1: kind and date; 2: site too; 3: title and text too; 4: address too
    /// @param group in how many places the same text is; empty: only here
    /// @param why why it is kept
    /// @param became whether it was told, and why not
    /// @param labels what can be said of it
    /// @param undo the label to go back to, just after it was given another; empty: none was
    /// @param next the address of the next step; empty: there is none
    /// @param following the address of the item after this one, opened as far; empty: none
    /// @param path of this item's first step, to which those of its forms are added
    /// @param wording to the same with its words as they were found, or replaced again; empty: none
    ///   is replaced here
    /// @param recorded that it is in the record, and since when; empty: it is not
    public record Item(
            Frame frame,
            String path,
            int step,
            String date,
            String kind,
            String likelihood,
            Optional<String> group,
            List<String> why,
            List<String> became,
            List<Said> labels,
            Optional<Said> undo,
            Optional<String> recorded,
            Optional<String> site,
            Optional<String> title,
            Optional<String> text,
            Optional<String> address,
            Optional<Way> wording,
            Optional<String> next,
            Optional<String> following)
            implements View {
        public Item {
            why = List.copyOf(why);
            became = List.copyOf(became);
            labels = List.copyOf(labels);
        }
    }

    /// A label that can be given.
    ///
    /// @param word as in commands, e.g. `not-me`
    /// @param label what the button says
    /// @param holds whether it is the present one
    public record Said(String word, String label, boolean holds) {}

    /// The question before "someone else", which erases.
    ///
    /// @param path of the item's first step
    /// @param back where it was asked
    /// @param rule what the rule for the whole site would do; empty: none is offered
    public record Other(Frame frame, String path, String back, List<String> rule) implements View {
        public Other {
            rule = List.copyOf(rule);
        }
    }

    /// What waits to be told and what was sent.
    ///
    /// @param next when she hears next
    /// @param owed what waits, and why
    /// @param outbox what is on its way, or could not be delivered
    /// @param sent what was delivered lately, newest first
    /// @param places how each place does that is asked
    /// @param calendar the days on which something was found lately; empty: nothing was
    public record Waiting(
            Frame frame,
            List<String> next,
            List<String> owed,
            List<String> outbox,
            List<String> sent,
            List<String> places,
            Optional<Strip> calendar)
            implements View {
        public Waiting {
            next = List.copyOf(next);
            owed = List.copyOf(owed);
            outbox = List.copyOf(outbox);
            sent = List.copyOf(sent);
            places = List.copyOf(places);
        }
    }

    /// A page of forms.
    ///
    /// @param step which of how many, in words; empty: it is none of a row
    /// @param problems what keeps the forms from being taken, in sentences
    /// @param ways other pages to go to, such as the next without an answer
    public record Sheets(
            Frame frame,
            String heading,
            Optional<String> step,
            List<String> problems,
            List<Sheet> sheets,
            List<Way> ways)
            implements View {
        public Sheets {
            problems = List.copyOf(problems);
            sheets = List.copyOf(sheets);
            ways = List.copyOf(ways);
        }
    }

    /// The very first page, of whoever has the address that the console printed.
    ///
    /// @param key that address's secret
    /// @param languages other languages of this page
    /// @param asks whether there are fields; else the address is used or too old
    public record Begin(
            Frame frame, String key, List<String> problems, List<Way> languages, boolean asks)
            implements View {
        public Begin {
            problems = List.copyOf(problems);
            languages = List.copyOf(languages);
        }
    }

    /// The door.
    ///
    /// @param sentences what is said above the field
    /// @param asks whether there is a field for the passphrase
    public record Door(Frame frame, List<String> sentences, boolean asks) implements View {
        public Door {
            sentences = List.copyOf(sentences);
        }
    }

    /// The door's second step.
    ///
    /// @param sentences what is said above the field
    public record Code(Frame frame, List<String> sentences) implements View {
        public Code {
            sentences = List.copyOf(sentences);
        }
    }

    /// What a link in a notice leads to.
    ///
    /// @param asks whether there is a button
    public record Link(Frame frame, String sentence, boolean asks) implements View {}

    /// The page on which a browser is asked to show notes.
    ///
    /// @param key the public key that the browser gives to the service of its maker
    public record Push(Frame frame, String key) implements View {}

    /// A page that only says something.
    public record Note(Frame frame, String sentence) implements View {}
}
