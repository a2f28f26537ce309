package org.quietbell.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quietbell.http.Body;

/// How often a feed, or the server it comes from, asks to be asked.
///
/// It only ever stretches an interval: nobody is made to ask more often than she chose. Never
/// beyond [#LONGEST], since a feed that errs about itself must not make us blind.
///
/// @param least time between two questions, zero to [#LONGEST]
/// @param skipHours hours of the day in UTC in which it need not be asked, 0 to 23; all 24 count as
///   none
/// @param skipDays days in UTC in which it need not be asked; all seven count as none
public record FeedPace(Duration least, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    /// Longest stretch that a feed may ask for.
    public static final Duration LONGEST = Duration.ofHours(24);

    /// Nothing is asked for.
    public static final FeedPace NONE = new FeedPace(Duration.ZERO, Set.of(), Set.of());

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,9})");
    private static final Pattern UNKEPT = Pattern.compile("(?:^|[,\\s])no-(?:store|cache)\\b");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    public FeedPace {
        least = least.isNegative() ? Duration.ZERO : least;
        least = least.compareTo(LONGEST) > 0 ? LONGEST : least;
        skipHours = skipHours.size() >= 24 ? Set.of() : Set.copyOf(skipHours);
        skipDays = skipDays.size() >= 7 ? Set.of() : Set.copyOf(skipDays);
    }

    /// What the headers of an answer say: `Cache-Control: max-age` less `Age`, else `Expires` less
    /// `Date`. An answer that is not to be kept says nothing.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.2">RFC 9111, freshness</a>
    public static FeedPace ofHeaders(Body body) {
        String control = body.header("cache-control").orElse("");
        if (UNKEPT.matcher(control).find()) {
            return NONE;
        }
        Matcher age = MAX_AGE.matcher(control);
        Duration fresh =
                age.find()
                        ? Duration.ofSeconds(Long.parseLong(age.group(1)))
                                .minusSeconds(seconds(body.header("age")))
                        : expiry(body);
        return new FeedPace(fresh, Set.of(), Set.of());
    }

    private static Duration expiry(Body body) {
        Optional<Instant> until = body.header("expires").flatMap(FeedDates::read);
        Instant from = body.header("date").flatMap(FeedDates::read).orElse(body.fetchedAt());
        return until.map(end -> Duration.between(from, end)).orElse(Duration.ZERO);
    }

    private static long seconds(Optional<String> header) {
        return header.map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }

    /// Both together: the longer time, and all hours and days of this one.
    public FeedPace and(FeedPace other) {
        return new FeedPace(
                least.compareTo(other.least) > 0 ? least : other.least,
                skipHours.isEmpty() ? other.skipHours : skipHours,
                skipDays.isEmpty() ? other.skipDays : skipDays);
    }

    /// The interval to keep.
    ///
    /// @param chosen what she, or the file, chose
    public Duration stretched(Duration chosen) {
        return chosen.compareTo(least) > 0 ? chosen : least;
    }

    /// The first moment from then on that is in none of the hours and days to skip: that moment, or
    /// the beginning of a later hour. At most a day ahead, whatever the feed says.
    public Instant from(Instant due) {
        OffsetDateTime at = due.atOffset(ZoneOffset.UTC);
        Instant latest = due.plus(LONGEST);
        while (skipHours.contains(at.getHour()) || skipDays.contains(at.getDayOfWeek())) {
            at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            if (at.toInstant().isAfter(latest)) {
                return latest;
            }
        }
        return at.toInstant();
    }
}
