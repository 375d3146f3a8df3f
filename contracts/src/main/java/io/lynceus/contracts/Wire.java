package io.lynceus.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON as it travels: UTF-8 bytes to wire records and back.
///
/// On topics an unknown field is tolerated ([#read]), over REST it is an error ([#readStrictly]). NaN and infinities
/// are not JSON and are refused; so is a number written as a string. A field given twice is refused in values from
/// outside ([#tree]). Between our own services, which never write one, there is no such check.
public final class Wire {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule()
                    .addDeserializer(double.class, new NumberReader())
                    .addDeserializer(Double.class, new NumberReader()))
            .build();

    private static final ObjectReader STRICT_TREE = MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private Wire() {}

    /// Reads a value from a topic.
    ///
    /// @throws UnreadableJson naming where and why
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return present(reader(type).readValue(json));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Reads a value out of one that was read as a tree; unknown fields are tolerated.
    ///
    /// @throws UnreadableJson naming where and why
    public static <T> T read(JsonNode json, Class<T> type) {
        try {
            return present(reader(type).readValue(json));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Reads any JSON value; a field given twice is refused.
    ///
    /// @throws UnreadableJson naming where and why
    public static JsonNode tree(byte[] json) {
        try {
            return STRICT_TREE.readTree(json);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Reads one value out of another that came from a topic, and passes over the rest; a missing node if there is
    /// none.
    ///
    /// @throws UnreadableJson naming where and why
    public static JsonNode treeAt(byte[] json, JsonPointer place) {
        try {
            return place.matches()
                    ? MAPPER.readTree(json)
                    : MAPPER.reader().at(place).readTree(json);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Reads a value that a person sent: a field that the record does not have is an error.
    ///
    /// @throws UnreadableJson naming where and why
    public static <T> T readStrictly(JsonNode json, Class<T> type) {
        try {
            return present(reader(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `null` is JSON, and Jackson reads it as any type.
    private static <T> T present(@Nullable T value) throws IOException {
        if (value == null) {
            throw new IOException("the value is null");
        }
        return value;
    }

    private static ObjectReader reader(Class<?> type) {
        return MAPPER.readerFor(type);
    }

    private static UnreadableJson unreadable(IOException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                new UnreadableJson(
                        "unknown field " + path(unknown) + "; known here: "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .filter(name -> !name.startsWith("$"))
                                        .sorted()
                                        .collect(Collectors.joining(", ")),
                        e);
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() ->
                new UnreadableJson(path(mapping) + ": " + mapping.getOriginalMessage(), e);
            case JsonProcessingException json ->
                new UnreadableJson(
                        json.getOriginalMessage()
                                + (json.getLocation() == null
                                        ? ""
                                        : " (line " + json.getLocation().getLineNr() + ", column "
                                                + json.getLocation().getColumnNr() + ")"),
                        e);
            default -> new UnreadableJson(String.valueOf(e.getMessage()), e);
        };
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /// Takes JSON numbers only: databind would read the string "NaN" as a number.
    private static final class NumberReader extends StdScalarDeserializer<Double> {
        @Serial
        private static final long serialVersionUID = 1;

        NumberReader() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.currentToken().isNumeric()
                    ? json.getDoubleValue()
                    : (Double) context.handleUnexpectedToken(Double.class, json);
        }
    }
}
