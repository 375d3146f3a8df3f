package io.lynceus.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// Digest of a JSON value's content: the order of fields, white space, the way a number is written, a field that is
/// `null` and `$schema` make no difference. Two detections of one id are the same if this is.
public final class CanonicalDigest {
    private CanonicalDigest() {}

    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    public static String of(JsonNode value) {
        try {
            StringBuilder text = new StringBuilder(1024);
            append(text, value);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void append(StringBuilder text, JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                text.append('{');
                TreeMap<String, JsonNode> fields = new TreeMap<>();
                value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
                fields.forEach((name, field) -> {
                    if (!field.isNull() && !name.equals("$schema")) {
                        text.append(name.length()).append(':').append(name).append('=');
                        append(text, field);
                    }
                });
                text.append('}');
            }
            case ARRAY -> {
                text.append('[');
                value.forEach(item -> append(text, item));
                text.append(']');
            }
            case NUMBER -> text.append('#').append(value.doubleValue() + 0.0).append(';');
            case STRING ->
                text.append('"').append(value.textValue().length()).append(':').append(value.textValue());
            default -> text.append(value.asText()).append(';');
        }
    }
}
