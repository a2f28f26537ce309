package org.quietbell.web;

import java.util.List;
import java.util.Optional;

/// What the templates are given: text that is ready to be shown, and no more than the page shows.
public final class Views {
    private Views() {}

    /// What a page shows.
    public sealed interface View permits Listing, Item, Waiting, Door, Note, Link {}

    /// Which of what is saved a list shows.
    public enum Shelf {
        /// What came since looking began and is likely about her.
        FRESH,
        /// What stood there from the start.
        EARLIER,
        /// What may be about someone else.
        PERHAPS,
        /// What she said is about someone else.
        OTHERS;

        /// Its name in addresses, e.g. `earlier`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// The list: kind of place and date only (R1.16).
    ///
    /// @param standing what is asked, what answers, when she hears next
    /// @param waiting how much waits to be told, with its causes
    /// @param shelves the lists there are, this one among them
    /// @param newer the address of the page before; empty: this is the first
    /// @param older the address of the page after; empty: this is the last
    public record Listing(
            Frame frame,
            List<String> standing,
            List<String> waiting,
            List<Tab> shelves,
            List<Row> rows,
            Optional<String> newer,
            Optional<String> older)
            implements View {
        public Listing {
            standing = List.copyOf(standing);
            waiting = List.copyOf(waiting);
            shelves = List.copyOf(shelves);
            rows = List.copyOf(rows);
        }
    }

    /// A list that can be chosen.
    public record Tab(String address, String label, boolean isChosen) {}

    /// One line of the list.
    public record Row(String address, String date, String kind) {}

    /// One item, opened as far as the visitor went (R1.16). What lies further is not in here.
    ///
    /// @param step 1: kind and date; 2: site too; 3: title and text too; 4: address too
    /// @param why why it is kept, and why it was or was not told
    /// @param next the address of the next step; empty: there is none
    public record Item(
            Frame frame,
            int step,
            String date,
            String kind,
            String likelihood,
            List<String> why,
            Optional<String> site,
            Optional<String> title,
            Optional<String> text,
            Optional<String> address,
            Optional<String> next)
            implements View {
        public Item {
            why = List.copyOf(why);
        }
    }

    /// What waits to be told and what was sent.
    ///
    /// @param next when she hears next
    /// @param owed what waits, and why
    /// @param outbox what is on its way, or could not be delivered
    /// @param sent what was delivered lately, newest first
    /// @param places how each place does that is asked
    public record Waiting(
            Frame frame,
            List<String> next,
            List<String> owed,
            List<String> outbox,
            List<String> sent,
            List<String> places)
            implements View {
        public Waiting {
            next = List.copyOf(next);
            owed = List.copyOf(owed);
            outbox = List.copyOf(outbox);
            sent = List.copyOf(sent);
            places = List.copyOf(places);
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

    /// What a link in a notice leads to.
    ///
    /// @param asks whether there is a button
    public record Link(Frame frame, String sentence, boolean asks) implements View {}

    /// A page that only says something.
    public record Note(Frame frame, String sentence) implements View {}
}
