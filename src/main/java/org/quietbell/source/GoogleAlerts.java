package org.quietbell.source;

import java.net.URI;
import java.time.Duration;
import org.quietbell.config.Section;

/// The feed of one Google Alert, made in a Google account for one name.
///
/// Asked for everything at once; no name is sent, but Google has kept the name since the alert was
/// made. The two numbers in the address are all that protects it: it is a secret, set by `url-file`
/// (or typed). Links lead through Google and are unwrapped where pages are compared. Entries may
/// come again under new ids. How many are kept (some twenty) and whether Google answers "unchanged"
/// is unverified, so it is read at least every few hours and both answers are understood.
final class GoogleAlerts {
    static final Type TYPE =
            Type.of("google-alerts", Duration.ofMinutes(15), Duration.ofHours(1))
                    .paced(1, Duration.ofMinutes(5))
                    .needing("url")
                    .disclosing(
                            Disclosure.account(
                                            Disclosure.Cost.FREE,
                                            "nothing",
                                            "a Google account, to make the alert",
                                            "Google LLC, United States")
                                    .mails("none if the alert is delivered to a feed")
                                    .keeps("the alert with its name, shown on the account's pages")
                                    .learns(
                                            "the name, when the alert is made; later, that this"
                                                    + " machine reads the feed"));

    private GoogleAlerts() {}

    static Source make(SourceId id, Section section) {
        URI address = Addresses.required(section, "url");
        if (FeedSource.isAlertsPage(address)) {
            section.problem("url", FeedSource.NO_FEED);
        }
        return new FeedSource(TYPE, id, address);
    }
}
