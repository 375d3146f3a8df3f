package io.lynceus.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Checks values against a JSON Schema, and describes each error by field, value and unit.
///
/// Immutable and thread-safe; costs some 10 µs for a detection.
public final class SchemaCheck {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(Schema.BASE, "classpath:schemas/")));

    /// Units by the ending of a wire name.
    private static final Map<String, String> UNITS = new TreeMap<>(Map.of(
            "_deg", "deg",
            "_arcsec", "arcsec",
            "_kev", "keV",
            "_cgs", "erg cm^-2 s^-1",
            "_mas", "mas",
            "_masyr", "mas/yr"));

    /// Most errors that one answer names: more help nobody.
    static final int MOST_PROBLEMS = 20;

    /// Most values, nested ones counted, that a value may hold.
    static final int MOST_VALUES = 20_000;

    private final JsonSchema schema;

    public SchemaCheck(Schema schema) {
        this.schema = FACTORY.getSchema(
                SchemaLocation.of(schema.id()),
                SchemaValidatorsConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .build());
        this.schema.initializeValidators();
    }

    /// The errors of a value, one sentence each; empty if it obeys the schema.
    ///
    /// At most [#MOST_PROBLEMS] are named, and the number of the others. A value that holds more than
    /// [#MOST_VALUES] values is refused unread, since each wrong one would cost a message.
    public List<String> problems(JsonNode value) {
        if (!hasAtMost(MOST_VALUES, value)) {
            return List.of("the value holds more than " + MOST_VALUES + " values");
        }
        List<String> problems = schema.validate(value).stream()
                .filter(message -> !message.getEvaluationPath().toString().contains("/contains/"))
                .map(SchemaCheck::sentence)
                .distinct()
                .sorted()
                .toList();
        return problems.size() <= MOST_PROBLEMS
                ? problems
                : Stream.concat(
                                problems.stream().limit(MOST_PROBLEMS),
                                Stream.of("and " + (problems.size() - MOST_PROBLEMS) + " more errors"))
                        .toList();
    }

    private static boolean hasAtMost(int most, JsonNode value) {
        Deque<Iterator<JsonNode>> open = new ArrayDeque<>();
        open.push(List.of(value).iterator());
        int count = 0;
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            count++;
            if (count > most) {
                return false;
            }
            open.push(open.peek().next().iterator());
        }
        return true;
    }

    private static String sentence(ValidationMessage message) {
        String path = message.getInstanceLocation().toString();
        String name = name(path);
        JsonNode value = message.getInstanceNode();
        return switch (message.getType()) {
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                name + " is " + value + ", must " + range(bounds(message), unit(path));
            case "type" -> name + " is " + abridged(value) + ", must be " + types(message.getSchemaNode());
            case "required" -> "required field " + child(name, message.getProperty()) + " is missing";
            case "enum" -> name + " is " + abridged(value) + ", must be one of " + message.getSchemaNode();
            case "minLength", "maxLength" ->
                name + " has " + value.asText().length() + " characters, must have at "
                        + (message.getType().startsWith("min") ? "least " : "most ") + message.getSchemaNode();
            case "minItems", "maxItems" ->
                name + " has " + value.size() + " items, must have at "
                        + (message.getType().startsWith("min") ? "least " : "most ") + message.getSchemaNode();
            case "contains", "minContains" ->
                name + ": at least one band needs flux_cgs or upper_limit_cgs [erg cm^-2 s^-1]";
            case "pattern" -> name + " has a control character or half of a surrogate pair: leave it out";
            case "format" -> name + " is " + value + ", must be an ISO 8601 instant such as 2002-08-11T18:14:24Z";
            default -> name + ": " + message.getMessage();
        };
    }

    private static JsonNode bounds(ValidationMessage message) {
        String[] location = message.getSchemaLocation().toString().split("#", 2);
        String keyword = location[1];
        return FACTORY.getSchema(SchemaLocation.of(location[0]))
                .getSchemaNode()
                .at(keyword.substring(0, keyword.lastIndexOf('/')));
    }

    private static String range(JsonNode schema, String unit) {
        JsonNode low = schema.path("minimum");
        JsonNode high = schema.path("maximum");
        String suffix = unit.isEmpty() ? "" : " " + unit;
        if (schema.has("exclusiveMinimum")) {
            return "be > " + schema.get("exclusiveMinimum")
                    + (schema.has("maximum") ? " and <= " + high : "")
                    + (schema.has("exclusiveMaximum") ? " and < " + schema.get("exclusiveMaximum") : "") + suffix;
        }
        if (low.isMissingNode() || high.isMissingNode()) {
            return (low.isMissingNode() ? "be <= " + high : "be >= " + low) + suffix;
        }
        return "lie in [" + low + ", " + high + "]" + suffix;
    }

    private static String types(JsonNode types) {
        return types.isArray()
                ? String.join(
                        " or ",
                        StreamSupport.stream(types.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList())
                : types.asText();
    }

    private static String abridged(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private static String unit(String path) {
        return UNITS.entrySet().stream()
                .filter(unit -> path.endsWith(unit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String name(String pointer) {
        String path =
                pointer.replaceFirst("^/", "").replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        return path.isEmpty() ? "the value" : path;
    }

    private static String child(String parent, String field) {
        return parent.equals("the value") ? field : parent + "." + field;
    }
}
