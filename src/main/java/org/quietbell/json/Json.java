package org.quietbell.json;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/// One JSON value, as a tree of plain values, read and written by Jackson's streaming core.
///
/// Jackson's binding layer is left out: it would cost a quarter of the idle memory for a dozen
/// small shapes. Immutable and safe for many threads. Members keep the order they were read or put
/// in; of members with the same name the last counts. Numbers keep their digits.
///
/// Looking into a value never throws: a missing member, or one of another kind, is an empty answer,
/// since what comes from outside owes us no shape.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
public sealed interface Json {
    /// A member list.
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// A list of values.
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// A string.
    record Text(String value) implements Json {}

    /// A number, as its digits stood.
    record Digits(String value) implements Json {}

    /// `true` or `false`.
    record Truth(boolean value) implements Json {}

    /// `null`.
    record Nothing() implements Json {}

    /// Reads exactly one value.
    ///
    /// @param text JSON, nested at most 500 deep
    /// @throws MalformedJsonException if it is not one JSON value, or too deep or too long
    static Json read(String text) throws MalformedJsonException {
        try (JsonParser parser = JsonText.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return JsonText.whole(parser);
        } catch (JacksonException e) {
            throw new MalformedJsonException(e);
        }
    }

    /// Reads exactly one value from UTF-8 (or, by its byte order mark, UTF-16 or UTF-32) bytes.
    ///
    /// @throws MalformedJsonException if they are not one JSON value, or too deep or too long
    static Json read(byte[] bytes) throws MalformedJsonException {
        try (JsonParser parser = JsonText.FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return JsonText.whole(parser);
        } catch (JacksonException e) {
            throw new MalformedJsonException(e);
        }
    }

    /// Turns plain Java values into JSON: `null`, texts, numbers, booleans, maps with text keys,
    /// collections, optionals and [Json] itself; anything else by its `toString`.
    static Json of(@Nullable Object value) {
        return switch (value) {
            case null -> new Nothing();
            case Json json -> json;
            case Optional<?> optional -> of(optional.orElse(null));
            case Boolean truth -> new Truth(truth);
            case Number number -> new Digits(number.toString());
            case Map<?, ?> map -> {
                Map<String, Json> members = new LinkedHashMap<>();
                map.forEach((name, member) -> members.put(String.valueOf(name), of(member)));
                yield new Members(members);
            }
            case Collection<?> items -> new Items(items.stream().map(Json::of).toList());
            default -> new Text(value.toString());
        };
    }

    /// Starts an object: `Json.object().put("id", 7).put("name", "…")`.
    static Builder object() {
        return new Builder();
    }

    /// The member of that name; `null` if there is none or this is no object.
    default Json at(String name) {
        return this instanceof Members(Map<String, Json> members)
                ? members.getOrDefault(name, new Nothing())
                : new Nothing();
    }

    /// The values of a list; empty if this is none.
    default List<Json> items() {
        return this instanceof Items(List<Json> values) ? values : List.of();
    }

    /// The members of an object; empty if this is none.
    default Map<String, Json> members() {
        return this instanceof Members(Map<String, Json> members) ? members : Map.of();
    }

    /// A string's text, or a number's digits; empty for all else.
    default Optional<String> text() {
        return switch (this) {
            case Text(String value) -> Optional.of(value);
            case Digits(String digits) -> Optional.of(digits);
            case Members _, Items _, Truth _, Nothing _ -> Optional.empty();
        };
    }

    /// A whole number in the range of `long`; empty for all else.
    default Optional<Long> whole() {
        if (this instanceof Digits(String digits)) {
            try {
                return Optional.of(Long.parseLong(digits));
            } catch (NumberFormatException _) {
                return Optional.empty(); // a fraction or out of range: not a whole number
            }
        }
        return Optional.empty();
    }

    /// `true` or `false`; empty for all else.
    default Optional<Boolean> truth() {
        return this instanceof Truth(boolean value) ? Optional.of(value) : Optional.empty();
    }

    /// Whether this is `null` or was missing.
    default boolean isNothing() {
        return this instanceof Nothing;
    }

    /// This value on one line, without spaces.
    default String line() {
        StringWriter text = new StringWriter();
        writeTo(text);
        return text.toString();
    }

    /// This value as UTF-8, on one line.
    default byte[] bytes() {
        return line().getBytes(StandardCharsets.UTF_8);
    }

    /// Writes this value on one line and leaves the writer open.
    ///
    /// @throws UncheckedIOException if the writer fails
    default void writeTo(Writer writer) {
        try (JsonGenerator generator =
                JsonText.FACTORY.createGenerator(
                        ObjectWriteContext.empty(), new JsonText.Unclosed(writer))) {
            JsonText.write(this, generator);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /// Collects members in order.
    final class Builder {
        private final Map<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        /// Puts a member, see [Json#of(Object)].
        public Builder put(String name, @Nullable Object value) {
            members.put(name, of(value));
            return this;
        }

        /// Puts a member unless the value is absent.
        public Builder putIfPresent(String name, Optional<?> value) {
            value.ifPresent(present -> put(name, present));
            return this;
        }

        /// The object so far.
        public Json build() {
            return new Members(members);
        }
    }
}
