package io.lynceus.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The schema files and their examples.
final class Schemas {
    private Schemas() {}

    static List<Schema> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/schemas/v1"))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .map(name -> new Schema(name.substring(0, name.length() - ".json".length())))
                    .toList();
        }
    }

    static JsonNode document(Schema schema) throws IOException {
        return Wire.tree(resource(schema.resource()));
    }

    static JsonNode example(Schema schema) throws IOException {
        return Wire.tree(exampleBytes(schema));
    }

    static byte[] exampleBytes(Schema schema) throws IOException {
        return resource(schema.example());
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = Schemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("no such resource: " + path);
            }
            return in.readAllBytes();
        }
    }
}
