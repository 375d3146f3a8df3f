package io.lynceus.classifier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A fitted classifier: immutable, named, with all that is needed to apply it and to know where it came from.
///
/// `missions` are the wire names of the missions it serves, empty for any. `prior` is the one serving uses.
public record Model(
        String name,
        Set<String> missions,
        Taxonomy taxonomy,
        Prior prior,
        BayesVariant variant,
        List<FeatureLikelihood> likelihoods,
        Provenance provenance) {
    public Model {
        missions = Set.copyOf(missions);
        likelihoods = List.copyOf(likelihoods);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException("model name must be lower-case letters, digits and dashes: " + name);
        }
        if (prior.probabilities().size() != taxonomy.size()) {
            throw new IllegalArgumentException("model %s has %d classes and %d priors"
                    .formatted(name, taxonomy.size(), prior.probabilities().size()));
        }
        if (likelihoods.isEmpty()) {
            throw new IllegalArgumentException("model " + name + " has no features");
        }
        Set<String> seen = new HashSet<>();
        for (FeatureLikelihood likelihood : likelihoods) {
            if (likelihood.densities().size() != taxonomy.size()) {
                throw new IllegalArgumentException("feature %s of model %s has %d densities for %d classes"
                        .formatted(
                                likelihood.feature().name(),
                                name,
                                likelihood.densities().size(),
                                taxonomy.size()));
            }
            if (!seen.add(likelihood.feature().name())) {
                throw new IllegalArgumentException(
                        "model " + name + " has feature " + likelihood.feature().name() + " twice");
            }
        }
    }

    public List<FeatureDefinition> features() {
        return likelihoods.stream().map(FeatureLikelihood::feature).toList();
    }

    /// The same model with another assumption about the class proportions.
    public Model withPrior(Prior other) {
        return new Model(name, missions, taxonomy, other, variant, likelihoods, provenance);
    }

    /// The same model with another account of its making.
    public Model withProvenance(Provenance other) {
        return new Model(name, missions, taxonomy, prior, variant, likelihoods, other);
    }

    public boolean serves(String mission) {
        return missions.isEmpty() || missions.contains(mission);
    }
}
