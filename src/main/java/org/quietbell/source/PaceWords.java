package org.quietbell.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a feed says of its own pace, while it is being read: `ttl` in minutes, `skipHours` and
/// `skipDays` of RSS, `updatePeriod` and `updateFrequency` of the syndication module.
///
/// @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0, optional channel elements</a>
/// @see <a href="https://web.resource.org/rss/1.0/modules/syndication/">RSS 1.0, syndication</a>
final class PaceWords {
    private static final int LONGEST = 2_000;
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,9}|[0-9]{1,12}");

    private final Set<Integer> hours = new TreeSet<>();
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private Optional<Duration> ttl = Optional.empty();
    private @Nullable Duration period;
    private int frequency = 1;

    /// @param name of the element, in lower case
    /// @param text what it holds, perhaps with elements
    void word(String name, String text) {
        String brief = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Matcher words = WORD.matcher(brief.toLowerCase(Locale.ROOT));
        while (words.find()) {
            one(name, words.group());
        }
    }

    private void one(String name, String word) {
        boolean number = Character.isDigit(word.charAt(0));
        switch (name) {
            case "ttl" -> {
                if (number) {
                    ttl = Optional.of(Duration.ofMinutes(Long.parseLong(word)));
                }
            }
            case "skiphours" -> {
                if (number && word.length() < 3 && Integer.parseInt(word) <= 24) {
                    hours.add(Integer.parseInt(word) % 24); // RSS 0.91 counts from 1 to 24
                }
            }
            case "skipdays" -> {
                for (DayOfWeek day : DayOfWeek.values()) {
                    if (day.name().equalsIgnoreCase(word)) {
                        days.add(day);
                    }
                }
            }
            case "updatefrequency" -> {
                if (number && word.length() < 6 && Integer.parseInt(word) > 0) {
                    frequency = Integer.parseInt(word);
                }
            }
            case "updateperiod" ->
                    period =
                            switch (word) {
                                case "hourly" -> Duration.ofHours(1);
                                case "daily" -> Duration.ofDays(1);
                                case "weekly" -> Duration.ofDays(7);
                                case "monthly" -> Duration.ofDays(30);
                                case "yearly" -> Duration.ofDays(365);
                                default -> period;
                            };
            default -> {}
        }
    }

    FeedPace read() {
        Duration between = period == null ? Duration.ZERO : period.dividedBy(frequency);
        Duration least = ttl.orElse(Duration.ZERO);
        return new FeedPace(least.compareTo(between) > 0 ? least : between, hours, days);
    }
}
