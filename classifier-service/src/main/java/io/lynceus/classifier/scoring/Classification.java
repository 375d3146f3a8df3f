package io.lynceus.classifier.scoring;

import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.OptionalDouble;

/// Classification of one source: posterior, track, and how unusual the source is.
///
/// @param winner class of the largest posterior
/// @param probabilities posterior by class, in the taxonomy's order, sum 1
/// @param outlierMeasure -log10 of the largest unnormalised class score, prior included; large = in every class's
///     tail
/// @param falseAlarm share of held-out sources of the winner's class that are at least as unusual, in (0, 1]; empty
///     where the model does not know
/// @param alternatives categories without which another class would win
public record Classification(
        ModelId model,
        Taxonomy taxonomy,
        SourceClass winner,
        List<Double> probabilities,
        double outlierMeasure,
        OptionalDouble falseAlarm,
        Track track,
        List<Alternative> alternatives) {
    public Classification {
        probabilities = List.copyOf(probabilities);
        alternatives = List.copyOf(alternatives);
    }

    /// Posterior of the winner, in (0, 1].
    public double winnerProbability() {
        return probabilities.get(taxonomy.indexOf(winner));
    }

    /// 2 P_max - 1, in (-1, 1]; negative where no class has half.
    public double margin() {
        return 2 * winnerProbability() - 1;
    }

    /// The class that wins when one category is left out, and with it all evidence that needs its features.
    public record Alternative(PropertyCategory without, SourceClass winner) {}
}
