package io.lynceus.classifier;

import io.lynceus.classifier.Classification.Alternative;
import io.lynceus.classifier.Track.CategoryEvidence;
import io.lynceus.classifier.Track.FeatureEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// A model at work: feature vectors in, classifications with their tracks out.
public final class Classifier {
    private final ModelId id;
    private final Model model;
    private final Scorer scorer;
    private final List<FeatureDefinition> features;
    private final Map<PropertyCategory, int[]> featuresOfCategory = new EnumMap<>(PropertyCategory.class);

    public Classifier(ModelId id, Model model) {
        this.id = id;
        this.model = model;
        scorer = new BatchScorer(model);
        features = model.features();
        for (PropertyCategory category : PropertyCategory.values()) {
            int[] members = IntStream.range(0, features.size())
                    .filter(f -> features.get(f).category() == category)
                    .toArray();
            if (members.length > 0) {
                featuresOfCategory.put(category, members);
            }
        }
    }

    public ModelId id() {
        return id;
    }

    public Model model() {
        return model;
    }

    public Classification classify(FeatureVector vector) {
        return classify(List.of(vector)).getFirst();
    }

    /// One classification per vector, in their order.
    public List<Classification> classify(List<FeatureVector> vectors) {
        double[] values = vectors.stream()
                .flatMapToDouble(vector -> features.stream().mapToDouble(feature -> vector.valueOrNaN(feature.name())))
                .toArray();
        double[] evidence = scorer.evidence(values);
        return IntStream.range(0, vectors.size())
                .mapToObj(row -> classification(values, evidence, row))
                .toList();
    }

    private Classification classification(double[] values, double[] evidence, int row) {
        int classes = model.taxonomy().size();
        int priorAt = row * (1 + features.size()) * classes;
        double[] scores = Arrays.copyOfRange(evidence, priorAt, priorAt + classes);
        List<Double> prior = boxed(scores);
        List<double[]> categorySums = new ArrayList<>();
        List<CategoryEvidence> categories = new ArrayList<>();
        featuresOfCategory.forEach((category, members) -> {
            double[] sum = new double[classes];
            List<FeatureEvidence> parts = new ArrayList<>();
            for (int f : members) {
                int at = priorAt + (1 + f) * classes;
                double[] part = Arrays.copyOfRange(evidence, at, at + classes);
                add(sum, part, 1);
                parts.add(
                        new FeatureEvidence(features.get(f), measured(values[row * features.size() + f]), boxed(part)));
            }
            add(scores, sum, 1);
            categorySums.add(sum);
            categories.add(new CategoryEvidence(category, boxed(sum), parts));
        });
        double lnNormalisation = LogProbabilities.logSumExp(scores);
        int winner = LogProbabilities.indexOfLargest(scores);
        return new Classification(
                id,
                model.taxonomy(),
                sourceClass(winner),
                Arrays.stream(scores)
                        .mapToObj(score -> Math.exp(score - lnNormalisation))
                        .toList(),
                -scores[winner] / Math.log(10),
                new Track(prior, categories, lnNormalisation),
                alternatives(scores, categories, categorySums));
    }

    private List<Alternative> alternatives(
            double[] scores, List<CategoryEvidence> categories, List<double[]> categorySums) {
        int winner = LogProbabilities.indexOfLargest(scores);
        List<Alternative> alternatives = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            double[] without = scores.clone();
            add(without, categorySums.get(i), -1);
            int other = LogProbabilities.indexOfLargest(without);
            if (other != winner) {
                alternatives.add(new Alternative(categories.get(i).category(), sourceClass(other)));
            }
        }
        return alternatives;
    }

    private SourceClass sourceClass(int index) {
        return model.taxonomy().classes().get(index);
    }

    private static OptionalDouble measured(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static void add(double[] target, double[] terms, double factor) {
        for (int c = 0; c < target.length; c++) {
            target[c] += factor * terms[c];
        }
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
