package io.lynceus.classifier.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Assumed proportions of the classes, in the order of the taxonomy; each in (0, 1], the sum 1 within 1e-9.
public record Prior(List<Double> probabilities) {
    /// Proportions of AGN, Star, XRB and CV in a survey.
    ///
    /// Source: Tranin et al. (2022), A&A 657, A138, section 3.
    public static final Prior SURVEY_FOUR_CLASSES = new Prior(List.of(0.66, 0.25, 0.07, 0.02));

    public Prior {
        probabilities = List.copyOf(probabilities);
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability > 0 && probability <= 1)) {
                throw new IllegalArgumentException("prior must lie in (0, 1]: " + probability);
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException("priors must sum to 1, not " + sum);
        }
    }

    /// Proportions of a sample that holds this many sources of each class; a class without any is refused.
    public static Prior ofCounts(int... counts) {
        double total = Arrays.stream(counts).sum();
        return new Prior(Arrays.stream(counts).mapToObj(count -> count / total).toList());
    }

    /// A survey's proportions where they are known, those of the four classes; else even ones.
    public static Prior survey(Taxonomy taxonomy) {
        return taxonomy.equals(Taxonomy.FOUR_CLASSES)
                ? SURVEY_FOUR_CLASSES
                : new Prior(Collections.nCopies(taxonomy.size(), 1.0 / taxonomy.size()));
    }

    public double[] logarithms() {
        return probabilities.stream().mapToDouble(Math::log).toArray();
    }
}
