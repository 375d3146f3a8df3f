package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.fitting.TrainingTable;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.stream.IntStream;

/// Rules of thumb, applied in order: a baseline without a model.
///
/// 1. log F_X/F_R below -1: a star, whose corona emits at most 10^-3 of its light in X-rays.
/// 2. More than 15 deg from the Galactic plane: an active galaxy.
/// 3. In the plane, variable between or within observations, and bright in X-rays for its light (log F_X/F_R above
///    1, or nothing seen there): an X-ray binary.
/// 4. In the plane, seen in the optical, and with a hard spectrum: a cataclysmic variable.
/// 5. Else an active galaxy.
///
/// They learn nothing and always answer with probability 1. In the manner of Lin, Webb & Barret (2012), ApJ 756, 27,
/// doi:10.1088/0004-637X/756/1/27; the limits are round numbers.
public final class DecisionRules implements LearningRule {
    public static final String NAME = "decision-rules";

    private static final List<String> FEATURES = List.of(
            "log_fx_fr",
            "galactic_latitude",
            "short_term_variability",
            "inter_observation_variability",
            "hardness_ratio_2");
    /// log10 of the flux ratio below which coronae lie: Maccacaro et al. 1988, ApJ 326, 680.
    private static final double CORONAL_RATIO = -1;

    private static final double ACCRETION_RATIO = 1;
    private static final double PLANE_DEG = 15;
    private static final double VARIABLE_PROBABILITY = 0.95;
    private static final double HARD_RATIO = 0;

    private final Taxonomy taxonomy;

    /// @param taxonomy that holds AGN, Star, XRB and CV
    public DecisionRules(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        if (!speakOf(taxonomy)) {
            throw new IllegalArgumentException("the decision rules speak of " + Taxonomy.FOUR_CLASSES.classes()
                    + ", which are not all among " + taxonomy.classes());
        }
    }

    /// Whether a taxonomy holds every class that the rules give.
    public static boolean speakOf(Taxonomy taxonomy) {
        return taxonomy.classes().containsAll(Taxonomy.FOUR_CLASSES.classes());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> features() {
        return FEATURES;
    }

    @Override
    public Learned learn(TrainingTable training) {
        return rows -> {
            TrainingTable columns = rows.select(FEATURES);
            double[] posteriors = new double[rows.rows() * taxonomy.size()];
            IntStream.range(0, rows.rows())
                    .forEach(row -> posteriors[
                            row * taxonomy.size() + taxonomy.indexOf(new SourceClass(given(columns, row)))] = 1);
            return posteriors;
        };
    }

    private static String given(TrainingTable columns, int row) {
        double ratio = columns.value(row, 0);
        double latitude = columns.value(row, 1);
        boolean variable = columns.value(row, 2) > VARIABLE_PROBABILITY || columns.value(row, 3) > VARIABLE_PROBABILITY;
        boolean unseen = Double.isNaN(ratio);
        if (ratio < CORONAL_RATIO) {
            return "Star";
        }
        if (Math.abs(latitude) > PLANE_DEG) {
            return "AGN";
        }
        if (variable && (unseen || ratio > ACCRETION_RATIO)) {
            return "XRB";
        }
        return !unseen && columns.value(row, 4) > HARD_RATIO ? "CV" : "AGN";
    }
}
