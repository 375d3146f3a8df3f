package io.lynceus.classifier.files;

import io.lynceus.classifier.ModelCatalogue;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.scoring.Classifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Models shipped with the service, and model documents in a folder. New documents are found without a restart.
///
/// An unreadable document in the folder is logged and left out. An unreadable shipped model stops the start-up.
public final class ModelFolder implements ModelCatalogue {
    private static final Logger LOG = Logger.getLogger(ModelFolder.class);

    private final Optional<Path> folder;
    private final Map<ModelId, Classifier> classifiers = new ConcurrentHashMap<>();
    private final Map<Path, Optional<ModelId>> seen = new ConcurrentHashMap<>();

    /// @param shipped names of models among the resources, as in `csc2` of `models/csc2.json`
    public ModelFolder(List<String> shipped, Optional<Path> folder) {
        this.folder = folder;
        shipped.forEach(name -> add(ModelDocument.read(resource("/models/" + name + ".json"))));
        scan();
    }

    @Override
    public List<ModelId> models() {
        scan();
        return classifiers.keySet().stream()
                .sorted(Comparator.comparing(ModelId::toString))
                .toList();
    }

    @Override
    public Optional<Classifier> classifier(ModelId id) {
        if (!classifiers.containsKey(id)) {
            scan();
        }
        return Optional.ofNullable(classifiers.get(id));
    }

    @Override
    public boolean takesModels() {
        return folder.isPresent();
    }

    @Override
    public ModelId keep(Model model) {
        if (folder.isEmpty()) {
            return ModelCatalogue.super.keep(model);
        }
        ModelDocument document = ModelDocument.of(model);
        Path file = folder.get().resolve(model.name() + "-" + document.id().version() + ".json");
        Path draft = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.createDirectories(folder.get());
            try {
                Files.writeString(draft, document.json());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return add(document);
    }

    private void scan() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return;
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> seen.computeIfAbsent(file, this::load));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ModelId> load(Path file) {
        try {
            return Optional.of(add(ModelDocument.read(Files.readString(file))));
        } catch (IOException | DamagedModel e) {
            LOG.errorf("%s: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    private ModelId add(ModelDocument document) {
        classifiers.put(document.id(), new Classifier(document.id(), document.model()));
        return document.id();
    }

    private static String resource(String path) {
        try (InputStream stream = ModelFolder.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("no model is shipped at " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
