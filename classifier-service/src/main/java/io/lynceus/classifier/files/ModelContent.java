package io.lynceus.classifier.files;

import io.lynceus.classifier.feature.FeatureDefinition;
import io.lynceus.classifier.feature.Formula;
import io.lynceus.classifier.feature.PropertyCategory;
import io.lynceus.classifier.model.HeldOutScores;
import io.lynceus.classifier.model.Model;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.Provenance;
import io.lynceus.classifier.model.ReliabilityBin;
import io.lynceus.classifier.model.SourceClass;
import io.lynceus.classifier.model.Taxonomy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The fields of a model document; values by class are keyed by class name.
///
/// @param formulas of the features that follow from others, by name
record ModelContent(
        String name,
        List<String> missions,
        List<String> classes,
        Map<String, Double> prior,
        Origin provenance,
        SortedMap<String, String> formulas,
        RuleContent rule) {
    record Origin(
            String sample,
            String sampleSha256,
            SortedMap<String, Integer> rows,
            SortedMap<String, Integer> excludedRows,
            String objective,
            long seed,
            String codeVersion,
            Judged heldOut) {}

    /// @param confusion by class given, then by true class
    record Judged(SortedMap<String, Double> figures, List<List<Integer>> confusion, List<ReliabilityBin> reliability) {
        static Judged of(HeldOutScores scores) {
            return new Judged(new TreeMap<>(scores.figures()), scores.confusion(), scores.reliability());
        }

        HeldOutScores scores() {
            return new HeldOutScores(figures, confusion, reliability);
        }
    }

    static ModelContent of(Model model) {
        List<String> classes =
                model.taxonomy().classes().stream().map(SourceClass::name).toList();
        Provenance origin = model.provenance();
        return new ModelContent(
                model.name(),
                List.copyOf(new TreeSet<>(model.missions())),
                classes,
                ByClass.named(classes, model.prior().probabilities()),
                new Origin(
                        origin.sample(),
                        origin.sampleDigest(),
                        new TreeMap<>(origin.rows()),
                        new TreeMap<>(origin.excludedRows()),
                        origin.objective(),
                        origin.seed(),
                        origin.codeVersion(),
                        Judged.of(origin.heldOut())),
                formulas(model),
                RuleContent.of(model.rule(), classes));
    }

    Model model() {
        return new Model(
                name,
                new TreeSet<>(missions),
                Taxonomy.of(classes.toArray(String[]::new)),
                new Prior(ByClass.inOrder("prior", classes, prior)),
                rule.rule(classes, this::feature),
                new Provenance(
                        provenance.sample(),
                        provenance.sampleSha256(),
                        provenance.rows(),
                        provenance.excludedRows(),
                        provenance.objective(),
                        provenance.seed(),
                        provenance.codeVersion(),
                        provenance.heldOut().scores()));
    }

    private static SortedMap<String, String> formulas(Model model) {
        SortedMap<String, String> formulas = new TreeMap<>();
        for (FeatureDefinition feature : model.features()) {
            feature.formula().ifPresent(formula -> formulas.put(feature.name(), formula.text()));
        }
        return formulas;
    }

    private FeatureDefinition feature(String featureName, String category, String unit) {
        return new FeatureDefinition(
                featureName,
                PropertyCategory.ofWireName(category),
                unit,
                Optional.ofNullable(formulas.get(featureName)).map(Formula::new));
    }
}
