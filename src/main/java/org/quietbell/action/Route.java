package org.quietbell.action;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quietbell.hit.PlaceKind;

/// Somewhere that helps, takes a report or takes something down. Nothing here is ever opened,
/// filled in or sent by the program (R4.1). What it is for and what it needs stand in the message
/// bundles under `route.ID.name`, `route.ID.about` and `route.ID.needs`.
///
/// @param id e.g. `google-images`; lower-case letters, digits and dashes
/// @param countries codes, e.g. `ca`, `ca-bc`; empty: everywhere
/// @param age for which ages in the picture it is
/// @param young whether it may be shown where somebody was or may have been under 18
/// @param instead the route in whose place it stands where both would be shown
/// @param places kinds of place that it is about; empty: any
/// @param address without a scheme, as somebody would type it; empty: none of its own
/// @param phones numbers as they are dialled there
/// @param mail a mail address, if it has one
/// @param first what to have saved before
/// @param asks what it wants to know of whoever turns to it
/// @param verified when the row was noted from its source
/// @param checked whether it was: if not, it is common knowledge, and looked up before it is used
/// @param helps whether it is there for the person: a help line, a shelter, a programme
/// @param request what is asked of it in writing
public record Route(
        String id,
        Set<String> countries,
        Age age,
        boolean young,
        Optional<String> instead,
        Set<PlaceKind> places,
        Optional<String> address,
        List<String> phones,
        Optional<String> mail,
        First first,
        Asks asks,
        LocalDate verified,
        boolean checked,
        boolean helps,
        Request request) {
    /// After this long an address may have changed (R4.1).
    public static final Period FRESH = Period.ofDays(180);

    /// How old somebody was in the picture.
    public enum Age {
        /// 18 or older.
        ADULT,
        /// Under 18.
        CHILD,
        /// Either.
        ANY
    }

    /// What to have saved before.
    public enum First {
        /// Nothing.
        NOTHING,
        /// The page's address and the day.
        ADDRESS,
        /// Address, site, day, and the account that shows it.
        RECORD;

        /// The name in listings, e.g. `record`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What it wants to know that could be used against somebody.
    public enum Asks {
        /// Nothing.
        NOTHING,
        /// Name and contact.
        NAME,
        /// The same, and nobody knows what the site does with it (R4.2).
        SITE,
        /// Name and contact, sworn to, and perhaps passed on.
        IDENTITY;

        /// The name in listings, e.g. `name`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is asked of it in writing, and what happens then.
    ///
    /// @param letters which letters fit; none: a list of addresses is enough
    /// @param within how long it has to act, counted from receipt, where a law says so
    /// @param next the route that can be taken when that time is over
    public record Request(List<Letter> letters, Optional<Duration> within, Optional<String> next) {
        public Request {
            letters = List.copyOf(letters);
        }

        /// Whether it goes to one site, about what is shown there.
        public boolean isToOneSite() {
            return letters.stream().anyMatch(Letter::isToOneSite);
        }
    }

    public Route {
        countries = Set.copyOf(countries);
        places = Set.copyOf(places);
        phones = List.copyOf(phones);
    }

    /// Whether it may be used where somebody was or may have been under 18, or where nobody was.
    public boolean fits(boolean isYoung) {
        return isYoung ? young || age == Age.CHILD : age != Age.CHILD;
    }

    /// Whether the address must be looked up before it is used.
    public boolean isDoubtful(LocalDate today) {
        return !checked || today.isAfter(verified.plus(FRESH));
    }
}
