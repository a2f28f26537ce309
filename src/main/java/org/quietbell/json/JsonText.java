package org.quietbell.json;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quietbell.json.Json.Digits;
import org.quietbell.json.Json.Items;
import org.quietbell.json.Json.Members;
import org.quietbell.json.Json.Nothing;
import org.quietbell.json.Json.Text;
import org.quietbell.json.Json.Truth;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// Between Jackson's tokens and [Json]'s tree.
final class JsonText {
    static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static Json whole(JsonParser parser) throws MalformedJsonException {
        if (parser.nextToken() == null) {
            throw new MalformedJsonException("empty");
        }
        Json value = value(parser);
        if (parser.nextToken() != null) {
            throw new MalformedJsonException("more than one value");
        }
        return value;
    }

    private static Json value(JsonParser parser) throws MalformedJsonException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield new Members(members);
            }
            case START_ARRAY -> {
                List<Json> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield new Items(values);
            }
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getString());
            case VALUE_TRUE -> new Truth(true);
            case VALUE_FALSE -> new Truth(false);
            case VALUE_NULL -> new Nothing();
            default -> throw new MalformedJsonException("cut off");
        };
    }

    static void write(Json json, JsonGenerator to) {
        switch (json) {
            case Members(Map<String, Json> members) -> {
                to.writeStartObject();
                members.forEach((name, member) -> {
                    to.writeName(name);
                    write(member, to);
                });
                to.writeEndObject();
            }
            case Items(List<Json> values) -> {
                to.writeStartArray();
                values.forEach(item -> write(item, to));
                to.writeEndArray();
            }
            case Text(String value) -> to.writeString(value);
            case Digits(String digits) -> to.writeNumber(digits);
            case Truth(boolean value) -> to.writeBoolean(value);
            case Nothing _ -> to.writeNull();
        }
    }

    /// Flushes where Jackson would close.
    static final class Unclosed extends FilterWriter {
        Unclosed(Writer writer) {
            super(writer);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
