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
    static final Parameters NONE = new Parameters(List.of());

    /// @param name the key decoded and in lower case, as rules name it
    /// @param key normalised, see [PercentCoding#normal]
    /// @param text `key` or `key=value`, normalised
    record Parameter(String name, String key, String text) {
        String value() {
            return text.length() > key.length() ? text.substring(key.length() + 1) : "";
        }
    }

    static Parameters of(String query) {
        if (query.isEmpty()) {
            return NONE;
        }
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
        String text =
                PercentCoding.normal(
                        written.indexOf('+') < 0 ? written : written.replace("+", "%20"));
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        return new Parameter(PercentCoding.decoded(key).toLowerCase(Locale.ROOT), key, text);
    }

    Optional<Parameter> named(String name) {
        for (Parameter parameter : all) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    Parameters and(Parameters others) {
        List<Parameter> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Parameters(both);
    }

    Parameters without(Parameter one) {
        return without(one::equals);
    }

    Parameters without(Predicate<Parameter> dropped) {
        if (all.isEmpty()) {
            return this;
        }
        List<Parameter> kept = new ArrayList<>(all.size());
        for (Parameter parameter : all) {
            if (!dropped.test(parameter)) {
                kept.add(parameter);
            }
        }
        return new Parameters(kept);
    }

    /// Sorted by key; those of one key keep their order, since it may count.
    Parameters sorted() {
        if (all.size() < 2) {
            return this;
        }
        List<Parameter> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Parameter::key));
        return new Parameters(sorted);
    }

    /// The value of the first parameter of that name, as written.
    static Optional<String> raw(String query, String name) {
        int from = 0;
        while (from < query.length()) {
            int next = query.indexOf('&', from);
            int end = next < 0 ? query.length() : next;
            int equals = query.indexOf('=', from);
            if (equals > from
                    && equals < end
                    && PercentCoding.decoded(query.substring(from, equals))
                            .equalsIgnoreCase(name)) {
                return Optional.of(query.substring(equals + 1, end));
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        if (all.isEmpty()) {
            return "";
        }
        StringBuilder joined = new StringBuilder(all.getFirst().text());
        for (int i = 1; i < all.size(); i++) {
            joined.append('&').append(all.get(i).text());
        }
        return joined.toString();
    }
}
