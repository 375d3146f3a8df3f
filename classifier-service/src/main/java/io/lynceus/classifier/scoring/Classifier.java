package io.lynceus.classifier.scoring;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.FeatureVector;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.EvidencePart;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.ModelId;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.scoring.Classification.Alternative;
import io.lynceus.classifier.scoring.Track.CategoryEvidence;
import io.lynceus.classifier.scoring.Track.FeatureEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// A model ready to classify: feature vectors in, classifications with their tracks out.
public final class Classifier {
    private final ModelId id;
    private final Model model;
    private final Scorer scorer;
    private final OutlierMeasure outliers;
    private final List<FeatureDefinition> features;
    private final Map<String, Integer> placeByName = new HashMap<>();
    private final List<EvidencePart> parts;
    private final Map<PropertyCategory, int[]> partsOfCategory = new EnumMap<>(PropertyCategory.class);

    public Classifier(ModelId id, Model model) {
        this.id = id;
        this.model = model;
        scorer = Scorer.of(model);
        outliers = OutlierMeasure.of(model);
        features = model.features();
        for (int place = 0; place < features.size(); place++) {
            placeByName.putIfAbsent(features.get(place).name(), place);
        }
        parts = model.rule().parts();
        for (PropertyCategory category : PropertyCategory.values()) {
            int[] members = IntStream.range(0, parts.size())
                    .filter(part -> parts.get(part).category() == category)
                    .toArray();
            if (members.length > 0) {
                partsOfCategory.put(category, members);
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
                .flatMapToDouble(vector -> features.stream().mapToDouble(feature -> feature.of(vector)))
                .toArray();
        BitSet uncovered = new BitSet();
        for (int place = 0; place < values.length; place++) {
            FeatureVector vector = vectors.get(place / features.size());
            uncovered.set(
                    place,
                    Double.isNaN(values[place])
                            && features.get(place % features.size()).isUncoveredIn(vector));
        }
        double[] evidence = scorer.evidence(values, uncovered);
        return IntStream.range(0, vectors.size())
                .mapToObj(row -> classification(values, uncovered, evidence, row))
                .toList();
    }

    private Classification classification(double[] values, BitSet uncovered, double[] evidence, int row) {
        int classes = model.taxonomy().size();
        int from = row * (1 + parts.size()) * classes;
        double[] scores = Arrays.copyOfRange(evidence, from, from + classes);
        List<double[]> byPart = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            int at = from + (1 + part) * classes;
            byPart.add(Arrays.copyOfRange(evidence, at, at + classes));
            add(scores, byPart.getLast(), 1);
        }
        double lnNormalisation = LogProbabilities.logSumExp(scores);
        int winner = LogProbabilities.indexOfLargest(scores);
        double measure = outliers.measure(values, row * features.size(), scores);
        return new Classification(
                id,
                model.taxonomy(),
                sourceClass(winner),
                Arrays.stream(scores)
                        .mapToObj(score -> Math.exp(score - lnNormalisation))
                        .toList(),
                measure,
                outliers.falseAlarm(winner, measure),
                new Track(
                        boxed(model.prior().logarithms()),
                        model.rule().calibration(),
                        categories(byPart, values, uncovered, row),
                        lnNormalisation),
                alternatives(scores, byPart));
    }

    private List<CategoryEvidence> categories(List<double[]> byPart, double[] values, BitSet uncovered, int row) {
        List<CategoryEvidence> categories = new ArrayList<>();
        partsOfCategory.forEach((category, members) -> {
            double[] sum = new double[model.taxonomy().size()];
            List<FeatureEvidence> evidence = new ArrayList<>();
            for (int part : members) {
                add(sum, byPart.get(part), 1);
                evidence.add(new FeatureEvidence(
                        parts.get(part),
                        parts.get(part)
                                .values(
                                        feature -> values[place(row, feature)],
                                        feature -> uncovered.get(place(row, feature))),
                        boxed(byPart.get(part))));
            }
            categories.add(new CategoryEvidence(category, boxed(sum), evidence));
        });
        return categories;
    }

    private int place(int row, FeatureDefinition feature) {
        return row * features.size() + Objects.requireNonNull(placeByName.get(feature.name()));
    }

    private List<Alternative> alternatives(double[] scores, List<double[]> byPart) {
        int winner = LogProbabilities.indexOfLargest(scores);
        List<Alternative> alternatives = new ArrayList<>();
        for (PropertyCategory category : partsOfCategory.keySet()) {
            double[] without = scores.clone();
            for (int part = 0; part < parts.size(); part++) {
                if (parts.get(part).needs(category)) {
                    add(without, byPart.get(part), -1);
                }
            }
            int other = LogProbabilities.indexOfLargest(without);
            if (other != winner) {
                alternatives.add(new Alternative(category, sourceClass(other)));
            }
        }
        return alternatives;
    }

    private SourceClass sourceClass(int index) {
        return model.taxonomy().classes().get(index);
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
