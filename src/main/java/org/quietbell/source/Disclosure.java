package org.quietbell.source;

import java.util.Locale;

/// What a service asks of somebody, and what it learns and keeps (R2.10): short phrases for a
/// table. What was not seen in the service's own words says "not known" or "unverified".
///
/// @param cost in one word
/// @param price in figures, as far as known
/// @param account what account it ties to
/// @param card whether a card must be given
/// @param bill what a bank statement says
/// @param mails what mail it sends
/// @param keeps what it keeps, and whether its pages show what was asked
/// @param runs who runs it, and where
/// @param learns what it learns by being asked
public record Disclosure(
        Cost cost,
        String price,
        String account,
        String card,
        String bill,
        String mails,
        String keeps,
        String runs,
        String learns) {
    /// What it costs.
    public enum Cost {
        /// Nothing.
        FREE,
        /// Nothing up to some number of requests.
        FREE_TO_A_LIMIT,
        /// Money from the first request.
        PAID;

        /// In words, e.g. `free to a limit`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final String NAMES =
            "names and handles asked for, and this machine's network address";

    /// A service that is asked with names and wants neither money nor an account.
    static Disclosure free(String runs) {
        return new Disclosure(
                Cost.FREE,
                "nothing",
                "none",
                "no",
                "nothing: no money passes",
                "none",
                "not known; take it that questions and addresses are kept",
                runs,
                NAMES);
    }

    /// A service that is asked with names, for an account of hers.
    static Disclosure account(Cost cost, String price, String account, String runs) {
        return new Disclosure(
                cost,
                price,
                account,
                "no",
                cost == Cost.PAID
                        ? "not known; expect the company's name"
                        : "nothing: no money passes",
                "unverified; expect mail about the account and its limits",
                "not known; take it that questions are kept beside the account",
                runs,
                NAMES + ", tied to the account");
    }

    Disclosure card(String words) {
        return new Disclosure(cost, price, account, words, bill, mails, keeps, runs, learns);
    }

    Disclosure bill(String words) {
        return new Disclosure(cost, price, account, card, words, mails, keeps, runs, learns);
    }

    Disclosure mails(String words) {
        return new Disclosure(cost, price, account, card, bill, words, keeps, runs, learns);
    }

    Disclosure keeps(String words) {
        return new Disclosure(cost, price, account, card, bill, mails, words, runs, learns);
    }

    Disclosure learns(String words) {
        return new Disclosure(cost, price, account, card, bill, mails, keeps, runs, words);
    }
}
