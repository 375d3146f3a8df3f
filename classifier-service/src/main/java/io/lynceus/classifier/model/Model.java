package io.lynceus.classifier.model;

import io.lynceus.classifier.feature.FeatureDefinition;
import java.util.List;
import java.util.Set;

/// A fitted model: name, classes, prior, scoring rule and provenance.
///
/// `missions` are the wire names of the missions it serves, empty for any. `prior` is the one serving uses.
public record Model(
        String name, Set<String> missions, Taxonomy taxonomy, Prior prior, ScoringRule rule, Provenance provenance) {
    public Model {
        missions = Set.copyOf(missions);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("model name must be lower-case letters, digits and dashes: " + name);
        }
        if (prior.probabilities().size() != taxonomy.size()) {
            throw new IllegalArgumentException("model %s has %d classes and %d priors"
                    .formatted(name, taxonomy.size(), prior.probabilities().size()));
        }
        if (rule.classes() != taxonomy.size()) {
            throw new IllegalArgumentException(
                    "model %s has %d classes and evidence of %d".formatted(name, taxonomy.size(), rule.classes()));
        }
    }

    public List<FeatureDefinition> features() {
        return rule.features();
    }

    /// The same model with another assumption about the class proportions.
    public Model withPrior(Prior other) {
        return new Model(name, missions, taxonomy, other, rule, provenance);
    }

    /// The same model with another provenance.
    public Model withProvenance(Provenance other) {
        return new Model(name, missions, taxonomy, prior, rule, other);
    }

    public boolean serves(String mission) {
        return missions.isEmpty() || missions.contains(mission);
    }
}
