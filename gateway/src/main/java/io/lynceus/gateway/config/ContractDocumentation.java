package io.lynceus.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Puts the schemas of the wire contracts into the OpenAPI document, with their descriptions and units, so that the two
/// cannot differ; and the errors and the example that several operations share.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractDocumentation implements OASFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> SCHEMAS = Map.of(
            "detection", "Detection",
            "position", "Position",
            "band", "Band",
            "classification", "Classification",
            "counterpart", "Counterpart",
            "identification", "Identification",
            "feature", "Feature");

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
        components.addSchema("DetectionList", list("detections", ref("Detection")));
        components.addSchema("Classifications", list("classifications", entry()));
        components.addSchema("Problem", problem());
        ERRORS.forEach((name, description) -> components.addResponse(name, error(description)));
        components.addExample("one-source", OASFactory.createExample().value(read("/META-INF/resources/example.json")));
        api.setComponents(components);
    }

    private static JsonNode read(String resource) {
        try (InputStream in =
                Objects.requireNonNull(ContractDocumentation.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(JsonNode json) {
        Schema schema = OASFactory.createSchema();
        if (json.has("$ref")) {
            String file = json.get("$ref").asText().replace(".json", "");
            return schema.ref(Objects.requireNonNull(SCHEMAS.get(file), file));
        }
        types(json.path("type")).forEach(schema::addType);
        if (json.has("description")) {
            schema.setDescription(json.get("description").asText());
        }
        schema.setMinimum(number(json.get("minimum")));
        schema.setMaximum(number(json.get("maximum")));
        schema.setExclusiveMinimum(number(json.get("exclusiveMinimum")));
        schema.setExclusiveMaximum(number(json.get("exclusiveMaximum")));
        json.path("properties").properties().forEach(property -> {
            if (!property.getKey().startsWith("$")) {
                schema.addProperty(property.getKey(), schema(property.getValue()));
            }
        });
        json.path("required").forEach(name -> schema.addRequired(name.asText()));
        if (json.has("items")) {
            schema.setItems(schema(json.get("items")));
        }
        if (json.path("additionalProperties").isObject()) {
            schema.setAdditionalPropertiesSchema(schema(json.get("additionalProperties")));
        }
        return schema;
    }

    private static List<Schema.SchemaType> types(JsonNode type) {
        return (type.isArray() ? StreamSupport.stream(type.spliterator(), false) : List.of(type).stream())
                .filter(JsonNode::isTextual)
                .map(name -> Schema.SchemaType.valueOf(name.asText().toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static @Nullable BigDecimal number(@Nullable JsonNode value) {
        return value == null ? null : value.decimalValue();
    }

    private static Schema list(String field, Schema items) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty(
                        field,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(items)
                                .minItems(1)
                                .maxItems(1000))
                .addRequired(field);
    }

    private static Schema entry() {
        return schema(read("/schemas/v1/classification.json"))
                .required(List.of("detection_id"))
                .description("The class of a detection and why, or error in the place of all that.")
                .addProperty("detection_id", text("As given; null where it cannot be read."))
                .addProperty("counterparts", array(ref("Counterpart")))
                .addProperty("identifications", array(ref("Identification")))
                .addProperty(
                        "features",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .additionalPropertiesSchema(ref("Feature")))
                .addProperty("error", ref("Problem"));
    }

    private static Schema array(Schema items) {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(items);
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref(name);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("What went wrong (RFC 9457).")
                .addProperty("type", text("Identifies the kind of problem, a URI."))
                .addProperty("title", text("The kind, for people."))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("HTTP status."))
                .addProperty("detail", text("This occurrence: the value, the unit, the fix."));
    }

    private static APIResponse error(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType().schema(ref("Problem"))));
    }
}
