package org.quietbell.hit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// The parameters of an address's query, in order.
///
/// @param all never empty texts
record Parameters(List<Parameter> all) {
    /// @param key normalised, see [PercentCoding#normal]
    /// @param text `key` or `key=value`, normalised
    record Parameter(String key, String text) {
        /// The key decoded and in lower case, as rules name it.
        String name() {
            return PercentCoding.decoded(key).toLowerCase(Locale.ROOT);
        }

        String value() {
            return text.length() > key.length() ? text.substring(key.length() + 1) : "";
        }
    }

    static Parameters of(String query) {
        List<Parameter> all = new ArrayList<>();
        int from = 0;
        while (from < query.length()) {
            int end = query.indexOf('&', from);
            end = end < 0 ? query.length() : end;
            if (end > from) {
                all.add(parameter(query.substring(from, end)));
            }
            from = end + 1;
        }
        return new Parameters(all);
    }

    private static Parameter parameter(String written) {
        String text = PercentCoding.normal(written.replace("+", "%20"));
        int equals = text.indexOf('=');
        return new Parameter(equals < 0 ? text : text.substring(0, equals), text);
    }

    Parameters without(Predicate<Parameter> dropped) {
        return new Parameters(all.stream().filter(dropped.negate()).toList());
    }

    /// Sorted by key; those of one key keep their order, since it may count.
    Parameters sorted() {
        return new Parameters(all.stream().sorted(Comparator.comparing(Parameter::key)).toList());
    }

    /// The value of the first parameter of that name, as written.
    static Optional<String> raw(String query, String name) {
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0
                    && PercentCoding.decoded(part.substring(0, equals)).equalsIgnoreCase(name)) {
                return Optional.of(part.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return String.join("&", all.stream().map(Parameter::text).toList());
    }
}
