package org.quietbell.source;

import java.time.Duration;
import org.quietbell.config.Section;

/// The feed of one Talkwalker Alert.
///
/// Unverified throughout: only the form of its address was seen, and no recent feed. It is read as
/// any feed; a page in its place, or 410, is a named fault and never an empty answer. Its address
/// is a secret, set by `url-file` (or typed).
final class Talkwalker {
    static final Type TYPE =
            Type.of("talkwalker", Duration.ofMinutes(15), Duration.ofHours(1))
                    .paced(1, Duration.ofMinutes(5))
                    .needing("url")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE,
                                            "nothing (unverified)",
                                            "an account by mail address, to make the alert",
                                            "Talkwalker, Luxembourg (unverified)")
                                    .keeps("the alert with its name")
                                    .learns(
                                            "the name, when the alert is made; later, that this"
                                                    + " machine reads the feed"));

    private Talkwalker() {}

    static Source make(SourceId id, Section section) {
        return new FeedSource(TYPE, id, Addresses.required(section, "url"));
    }
}
