package io.lynceus.classifier;

import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.scoring.Classifier;
import java.util.List;
import java.util.Optional;

/// Available models, by name and version.
public interface ModelCatalogue {
    List<ModelId> models();

    /// The model, ready to classify; empty if there is none of that name and version.
    Optional<Classifier> classifier(ModelId id);

    /// Whether new models can be stored.
    default boolean takesModels() {
        return false;
    }

    /// Stores a model completely or not at all, so that it can be activated.
    ///
    /// @throws UnsupportedOperationException unless [#takesModels]
    default ModelId keep(Model model) {
        throw new UnsupportedOperationException("no folder for models is configured");
    }

    /// The model a reference names: `name/version`, or `name` where there is one version.
    ///
    /// @throws IllegalArgumentException naming the available models, if the reference does not fit exactly one
    default ModelId resolve(String reference) {
        List<ModelId> named = models().stream()
                .filter(id -> id.name().equals(reference) || id.toString().equals(reference))
                .toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException((named.isEmpty() ? "there is no model " : "name one version of model ")
                    + reference + "; there is " + (named.isEmpty() ? models() : named));
        }
        return named.getFirst();
    }
}
