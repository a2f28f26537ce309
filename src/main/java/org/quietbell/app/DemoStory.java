package org.quietbell.app;

import java.util.List;

/// What is served about a person who does not exist, on hosts that cannot exist (RFC 2606). Nobody
/// is unkind to her.
final class DemoStory {
    static final String NAME = "Wren Aldersey";
    static final String HANDLE = "wrenaldersey";
    static final String TOWN = "Harrow Bay";
    static final String OTHER = "hockey";

    private DemoStory() {}

    /// Where an entry shows.
    enum Where {
        NEWS,
        ALERT,
        SEARCH
    }

    /// One entry.
    ///
    /// @param after how many seconds after the first question it appears; 0: it stood there before
    record Entry(Where where, int after, String address, String title, String text) {}

    static final List<Entry> ENTRIES =
            List.of(
                    new Entry(
                            Where.NEWS,
                            0,
                            "https://news.harrow-bay.example/2026/pier",
                            "Old pier opens again after the winter",
                            "In Harrow Bay, Wren Aldersey cut the ribbon. She led the repairs."),
                    new Entry(
                            Where.NEWS,
                            0,
                            "https://news.harrow-bay.example/2026/ferry",
                            "Ferry times for the spring",
                            "The first boat now leaves at seven."),
                    new Entry(
                            Where.ALERT,
                            0,
                            "https://forum.boats.example/t/2041",
                            "Which varnish for a small boat?",
                            "Ask Wren Aldersey in Harrow Bay, she has tried them all."),
                    new Entry(
                            Where.SEARCH,
                            0,
                            "https://library.harrow-bay.example/evenings",
                            "Evenings at the library",
                            "In March: Wren Aldersey reads from her walks around Harrow Bay."),
                    new Entry(
                            Where.NEWS,
                            2,
                            "https://news.harrow-bay.example/2026/pie",
                            "Pie contest: the jury could not agree",
                            "Second place went to Wren Aldersey of Harrow Bay, for a plum pie."),
                    new Entry(
                            Where.NEWS,
                            3,
                            "https://news.far-away.example/sport/118",
                            "Aldersey scores twice in the last third",
                            "The hockey player from up north had a good evening."),
                    new Entry(
                            Where.ALERT,
                            5,
                            "https://forum.walkers.example/t/77?utm_source=mail",
                            "Coast path: thanks to Wren Aldersey",
                            "Whoever put up the new signs near Harrow Bay: they are lovely."),
                    new Entry(
                            Where.SEARCH,
                            6,
                            "https://video.harrow-bay.example/v/plum-pie",
                            "How the plum pie is made",
                            "A short film with Wren Aldersey in her kitchen in Harrow Bay."),
                    new Entry(
                            Where.ALERT,
                            8,
                            "https://pictures.example/u/wrenaldersey/9",
                            "wrenaldersey put up a picture of the pier",
                            "Morning light, and three gulls."),
                    new Entry(
                            Where.NEWS,
                            10,
                            "https://news.harrow-bay.example/2026/choir",
                            "Choir looks for two more voices",
                            "Do you sing alto? Write to Wren Aldersey, Harrow Bay."),
                    new Entry(
                            Where.SEARCH,
                            13,
                            "https://crafts.example/shop/42",
                            "Hand-made signs by W. Aldersey",
                            "Wood and paint, made to order."),
                    new Entry(
                            Where.ALERT,
                            16,
                            "https://board.harrow-bay.example/m/301",
                            "Found: one red scarf on the pier",
                            "Wren Aldersey has it at the boat house in Harrow Bay."));
}
