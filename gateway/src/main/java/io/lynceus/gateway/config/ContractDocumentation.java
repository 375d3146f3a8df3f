package io.lynceus.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lynceus.contracts.ProblemDocument;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Puts the schemas of the wire contracts into the OpenAPI document, so that the two cannot differ. Adds the errors and
/// the example that several operations share.
///
/// The other requests and answers are described in `src/main/resources/openapi`; `browser/api.test.mjs` of the pages
/// compares them with a running suite.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractDocumentation implements OASFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> SCHEMAS = Map.of(
            "detection", "Detection",
            "position", "Position",
            "band", "Band",
            "classification", "Classification",
            "counterpart", "Counterpart",
            "identification", "Identification",
            "feature", "Feature",
            "host-galaxy", "HostGalaxy");

    private static final Map<String, String> ERRORS = Map.of(
            "BadRequest", "400: the body or a parameter cannot be read",
            "NotFound", "404: there is no such thing",
            "Conflict", "409: an id is known with another content",
            "TooLarge", "413: the body is larger than 8 MiB",
            "Invalid", "422: readable, but a value is not possible",
            "TooMany", "429: faster than one user may be; Retry-After says when to come again",
            "Unavailable", "503: a part of the suite is away; Retry-After says when to try again");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = Objects.requireNonNullElseGet(api.getComponents(), OASFactory::createComponents);
        SCHEMAS.forEach((file, name) -> components.addSchema(name, schema(read("/schemas/v1/" + file + ".json"))));
        ERRORS.forEach((name, description) -> components.addResponse(name, error(description)));
        components.addExample("one-source", OASFactory.createExample().value(read("/META-INF/resources/example.json")));
        api.setComponents(components);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().entrySet().stream())
                .filter(answer -> answer.getKey().matches("[45].*")
                        && answer.getValue().getRef() == null
                        && answer.getValue().getContent() == null)
                .forEach(answer -> answer.getValue().setContent(ofProblem()));
    }

    private static JsonNode read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(ContractDocumentation.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Patterns are left out: not every client's language knows their classes of characters.
    private static Schema schema(JsonNode json) {
        Schema schema = OASFactory.createSchema();
        if (json.has("$ref")) {
            String file = json.get("$ref").asText().replace(".json", "");
            return schema.ref(Objects.requireNonNull(SCHEMAS.get(file), file));
        }
        types(json).forEach(schema::addType);
        if (json.has("description")) {
            schema.setDescription(json.get("description").asText());
        }
        schema.setMinimum(number(json.get("minimum")));
        schema.setMaximum(number(json.get("maximum")));
        schema.setExclusiveMinimum(number(json.get("exclusiveMinimum")));
        schema.setExclusiveMaximum(number(json.get("exclusiveMaximum")));
        schema.setMinLength(count(json.get("minLength")));
        schema.setMaxLength(count(json.get("maxLength")));
        schema.setMinItems(count(json.get("minItems")));
        schema.setMaxItems(count(json.get("maxItems")));
        if (json.has("format")) {
            schema.setFormat(json.get("format").asText());
        }
        if (json.has("const")) {
            schema.addType(Schema.SchemaType.STRING)
                    .setConstValue(json.get("const").asText());
        }
        if (json.has("enum")) {
            allow(json.get("enum"), schema);
        }
        json.path("properties")
                .properties()
                .forEach(property -> schema.addProperty(property.getKey(), schema(property.getValue())));
        json.path("required").forEach(name -> schema.addRequired(name.asText()));
        if (json.has("items")) {
            schema.setItems(schema(json.get("items")));
        }
        if (json.path("additionalProperties").isObject()) {
            schema.setAdditionalPropertiesSchema(schema(json.get("additionalProperties")));
        }
        return schema;
    }

    private static List<Schema.SchemaType> types(JsonNode json) {
        JsonNode type = json.path("type");
        return (type.isArray() ? each(type) : Stream.of(type).filter(JsonNode::isTextual))
                .map(name -> Schema.SchemaType.valueOf(name.asText().toUpperCase(Locale.ROOT)))
                .toList();
    }

    /// Lists the values with their type, which the contracts leave out. `null` becomes an alternative.
    private static void allow(JsonNode values, Schema schema) {
        List<JsonNode> said = each(values).filter(value -> !value.isNull()).toList();
        Schema listed = said.size() == values.size() ? schema : OASFactory.createSchema();
        said.forEach(value -> listed.addEnumeration(value.isInt() ? value.intValue() : value.asText()));
        listed.addType(said.getFirst().isInt() ? Schema.SchemaType.INTEGER : Schema.SchemaType.STRING);
        if (listed != schema) {
            schema.addAnyOf(listed).addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static @Nullable BigDecimal number(@Nullable JsonNode value) {
        return value == null ? null : value.decimalValue();
    }

    private static @Nullable Integer count(@Nullable JsonNode value) {
        return value == null ? null : value.intValue();
    }

    private static APIResponse error(String description) {
        return OASFactory.createAPIResponse().description(description).content(ofProblem());
    }

    private static Content ofProblem() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemDocument.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }
}
