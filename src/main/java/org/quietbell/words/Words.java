package org.quietbell.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// The sentences a person reads, from the message bundles of one language.
///
/// A sentence may hold `{0}`, `{1}` …, which stand for the details, and `{0|an item|# items}`,
/// which chooses by a number: the first form for what is one in the language ([Language]: in French
/// 0 as well as 1), the last for all else, with `#` for the number. Details are put in as they are
/// and never read again, so that a `{0}` in a found title stays a `{0}`. Dates and numbers come
/// from the bundles too: the formatters of the platform load the locale data of the world for the
/// names of twelve months. Immutable; safe for many threads.
public final class Words {
    private static final String BUNDLE = "org.quietbell.words.Messages";

    /// From here on digits are set in groups: below, the three languages leave it open.
    private static final long GROUPED = 10_000;

    private final ResourceBundle bundle;
    private final Language language;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
        this.language = Language.of(bundle.getLocale()).orElse(Language.EN);
    }

    /// The words of that language.
    public static Words of(Language language) {
        return of(language.locale());
    }

    /// The words of that language, or English where they are missing, whatever the machine speaks.
    public static Words of(Locale locale) {
        return new Words(
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /// The language they are in.
    public Language language() {
        return language;
    }

    /// The names of all sentences.
    public Set<String> keys() {
        return bundle.keySet();
    }

    /// A sentence as the bundle has it, with what stands for its details.
    ///
    /// @throws java.util.MissingResourceException if no sentence has that name
    public String raw(String key) {
        return bundle.getString(key);
    }

    /// A sentence with its details filled in.
    ///
    /// @param key e.g. `cause.paused`
    /// @param details for `{0}`, `{1}` …; numbers for those that choose a form
    /// @throws java.util.MissingResourceException if no sentence has that name
    /// @throws IllegalArgumentException if the sentence asks for a detail that was not given
    public String say(String key, Object... details) {
        String pattern = raw(key);
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        StringBuilder said = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("words: " + key + " has a { without a }");
            }
            said.append(pattern, from, open);
            said.append(filled(key, pattern.substring(open + 1, close), details));
            from = close + 1;
        }
        return said.append(pattern, from, pattern.length()).toString();
    }

    private String filled(String key, String place, Object[] details) {
        int bar = place.indexOf('|');
        String number = bar < 0 ? place : place.substring(0, bar);
        int index = number.length() == 1 ? Character.digit(number.charAt(0), 10) : -1;
        if (index < 0 || index >= details.length) {
            throw new IllegalArgumentException(
                    "words: " + key + " asks for a detail that is not there");
        }
        Object detail = details[index];
        if (bar < 0) {
            return String.valueOf(detail);
        }
        if (!(detail instanceof Number count)) {
            throw new IllegalArgumentException("words: " + key + " chooses by what is no number");
        }
        int last = place.lastIndexOf('|');
        int second = place.indexOf('|', bar + 1);
        String form =
                language.isOne(count.longValue())
                        ? place.substring(bar + 1, second < 0 ? place.length() : second)
                        : place.substring(last + 1);
        return form.replace("#", number(count.longValue()));
    }

    /// A whole number, e.g. `12 400` in French: from five digits on in groups of three, with what
    /// the language puts between them. English puts nothing, as it always did here.
    public String number(long number) {
        String digits = Long.toString(number);
        String group = say("number.group");
        if (Math.abs(number) < GROUPED || group.isEmpty()) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            grouped.insert(at, group);
        }
        return grouped.toString();
    }

    /// A day, e.g. `3 May`; with its year if that is not the year of today.
    public String day(LocalDate day, LocalDate today) {
        String month = say("date.month." + day.getMonthValue());
        return day.getYear() == today.getYear()
                ? say("date.day", day.getDayOfMonth(), month)
                : say("date.day-and-year", day.getDayOfMonth(), month, day.getYear());
    }

    /// A day as it stands in a sentence after its verb: `3 May`, in French `le 3 mai`.
    public String dayInSentence(LocalDate day, LocalDate today) {
        return say("date.day-in-sentence", day(day, today));
    }

    /// A time of day, e.g. `09:00`, in Spanish `9:00`.
    public String time(LocalTime time) {
        return say("date.time", time.getHour(), digits(time.getHour()), digits(time.getMinute()));
    }

    /// A moment as her clock and calendar show it: `18:00` on the same day, else `18:00 on 3 May`.
    /// In French and Spanish the preposition belongs to it, since it changes with day and hour: `à
    /// 18:00`, `le 3 mai à 18:00`; `a la 1:30`, `el 3 de mayo a las 18:00`.
    public String moment(Instant moment, ZoneId zone, Instant now) {
        ZonedDateTime there = moment.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String key = there.toLocalDate().equals(today) ? "date.moment-today" : "date.moment";
        return say(
                key, time(there.toLocalTime()), day(there.toLocalDate(), today), there.getHour());
    }

    private static String digits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
