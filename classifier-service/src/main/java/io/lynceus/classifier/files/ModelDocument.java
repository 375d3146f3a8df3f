package io.lynceus.classifier.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A model with its version as JSON text.
///
/// The version is the start of the SHA-256 of the content, so equal models have equal versions and a document that
/// was altered or cut off is refused.
public record ModelDocument(ModelId id, Model model) {
    /// Characters of the digest that name a version: 48 bits.
    private static final int VERSION_LENGTH = 12;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addSerializer(SourceClass.class, ToStringSerializer.instance))
            .build();

    /// The document as it is written: the version before the content it follows from.
    private record Stored(String version, ModelContent content) {}

    public static ModelDocument of(Model model) {
        return new ModelDocument(new ModelId(model.name(), version(ModelContent.of(model))), model);
    }

    /// Reads a document.
    ///
    /// @throws DamagedModel saying what is wrong with it
    public static ModelDocument read(String json) {
        try {
            Stored stored = MAPPER.readValue(json, Stored.class);
            Model model = stored.content().model();
            String version = version(ModelContent.of(model));
            if (!version.equals(stored.version())) {
                throw new DamagedModel("its content has the version " + version + ", not " + stored.version());
            }
            return new ModelDocument(new ModelId(model.name(), version), model);
        } catch (JsonProcessingException e) {
            throw new DamagedModel(e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new DamagedModel(String.valueOf(e.getMessage()), e);
        }
    }

    public String json() {
        return write(new Stored(id.version(), ModelContent.of(model))) + '\n';
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(ModelContent content) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(write(content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
