package io.lynceus.gateway.notices.rest;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lynceus.contracts.Detection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The known kinds of GCN notices, from a YAML file.
public final class NoticeKinds {
    private static final String SHIPPED = "/notices.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<NoticeKind> kinds;

    private NoticeKinds(List<NoticeKind> kinds) {
        this.kinds = kinds;
    }

    /// The kinds that come with the suite.
    public static NoticeKinds shipped() {
        try (InputStream yaml = Objects.requireNonNull(NoticeKinds.class.getResourceAsStream(SHIPPED))) {
            return read(yaml, SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException naming the file and what is wrong in it
    public static NoticeKinds read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml, file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read notices " + file + ": " + e, e);
        }
    }

    private static NoticeKinds read(InputStream yaml, String name) {
        try {
            return new NoticeKinds(List.of(YAML.readValue(yaml, NoticeKind[].class)));
        } catch (IOException e) {
            throw new IllegalArgumentException("notices " + name + ": " + e.getMessage(), e);
        }
    }

    /// The detection of a notice, not yet checked against the schema of detections.
    ///
    /// @throws NoticeRefused where the notice is of no known kind, or reports no source
    public Detection detection(JsonNode notice) {
        String schema = notice.path("$schema").asText();
        return kinds.stream()
                .filter(kind -> schema.contains(kind.schema()))
                .findFirst()
                .orElseThrow(() -> new NoticeRefused("$schema is '%s'; notices are known of %s"
                        .formatted(
                                schema,
                                String.join(
                                        ", ",
                                        kinds.stream().map(NoticeKind::schema).toList()))))
                .detection(notice);
    }
}
