package io.lynceus.feature.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.lynceus.feature.epoch.Epoch;
import io.lynceus.feature.epoch.Measurement;
import io.lynceus.feature.epoch.Photometry;
import java.util.OptionalDouble;

/// Epochs as JSON, the form they are stored in: the fields of [Epoch] by name, what is missing left out.
///
/// Renaming a field there changes the format of what is stored; a golden file holds it.
final class EpochJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .addMixIn(Photometry.class, PhotometryKinds.class)
            .addMixIn(Measurement.class, AsPublished.class)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Epoch.class);
    private static final ObjectReader READER = MAPPER.readerFor(Epoch.class);

    private EpochJson() {}

    static String write(Epoch epoch) {
        try {
            return WRITER.writeValueAsString(epoch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write epoch " + epoch.detectionId(), e);
        }
    }

    static Epoch read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a stored epoch: " + e.getOriginalMessage(), e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Photometry.Flux.class, name = "flux"),
        @JsonSubTypes.Type(value = Photometry.UpperLimit.class, name = "limit")
    })
    private interface PhotometryKinds {}

    /// What is stored of an epoch is computed from nothing yet.
    @JsonIncludeProperties({"value", "error"})
    private abstract static class AsPublished {
        @JsonCreator
        AsPublished(@JsonProperty("value") double value, @JsonProperty("error") OptionalDouble error) {}
    }
}
